/** All screens by their name in the address, in the order of their tabs; each is loaded when it is first opened. */
import type { Component } from 'svelte';
import { frameText } from '../core/text/en/frame.ts';
import type { ScreenProps } from './screen.ts';

export interface Screen {
  readonly name: string;
  readonly title: string;
  load(): Promise<Component<ScreenProps>>;
}

export const SCREENS: readonly Screen[] = [
  {
    name: 'files',
    title: frameText.screens.files,
    load: async () => (await import('./files/FilesScreen.svelte')).default,
  },
  {
    name: 'portfolio',
    title: frameText.screens.portfolio,
    load: async () => (await import('./portfolio/PortfolioScreen.svelte')).default,
  },
  {
    name: 'sheets',
    title: frameText.screens.sheets,
    load: async () => (await import('./sheets/SheetsScreen.svelte')).default,
  },
  {
    name: 'pivot',
    title: frameText.screens.pivot,
    load: async () => (await import('./pivot/PivotScreen.svelte')).default,
  },
  {
    name: 'exposure',
    title: frameText.screens.exposure,
    load: async () => (await import('./exposure/ExposureScreen.svelte')).default,
  },
  {
    name: 'decide',
    title: frameText.screens.decide,
    load: async () => (await import('./decide/DecideScreen.svelte')).default,
  },
  {
    name: 'payers',
    title: frameText.screens.payers,
    load: async () => (await import('./payers/WhoPaysScreen.svelte')).default,
  },
  {
    name: 'scenarios',
    title: frameText.screens.scenarios,
    load: async () => (await import('./scenarios/ScenariosScreen.svelte')).default,
  },
  {
    name: 'what-if',
    title: frameText.screens.whatIf,
    load: async () => (await import('./what-if/WhatIfScreen.svelte')).default,
  },
  {
    name: 'uncertainty',
    title: frameText.screens.uncertainty,
    load: async () => (await import('./uncertainty/UncertaintyScreen.svelte')).default,
  },
  {
    name: 'azure',
    title: frameText.screens.azure,
    load: async () => (await import('./azure/AzureScreen.svelte')).default,
  },
  {
    name: 'invoice',
    title: frameText.screens.invoice,
    load: async () => (await import('./invoice/InvoiceScreen.svelte')).default,
  },
  {
    name: 'obligations',
    title: frameText.screens.obligations,
    load: async () => (await import('./obligations/ObligationsScreen.svelte')).default,
  },
  {
    name: 'since',
    title: frameText.screens.since,
    load: async () => (await import('./since/SinceScreen.svelte')).default,
  },
  {
    name: 'report',
    title: frameText.screens.report,
    load: async () => (await import('./report/ReportScreen.svelte')).default,
  },
];

/** The screen that opens once there are results. */
export const HOME = 'exposure';
