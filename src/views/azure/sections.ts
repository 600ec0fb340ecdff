/** The parts of the Azure screen, in the order in which they are shown; each is loaded when it is first opened. */
import type { Component } from 'svelte';
import { azureText } from '../../core/text/en/azure.ts';
import type { UsageFacts } from '../../sim/azure/types.ts';
import type { AzureUsage } from '../../state/azure.svelte.ts';
import type { ScreenProps } from '../screen.ts';

export interface SectionProps extends ScreenProps {
  readonly azure: AzureUsage;
  readonly facts: UsageFacts;
}

export interface Section {
  readonly name: string;
  readonly title: string;
  load(): Promise<Component<SectionProps>>;
}

export const SECTIONS: readonly [Section, ...Section[]] = [
  {
    name: 'consumption',
    title: azureText.parts.consumption,
    load: async () => (await import('./consumption/Consumption.svelte')).default,
  },
  {
    name: 'forecast',
    title: azureText.parts.forecast,
    load: async () => (await import('./forecast/Forecast.svelte')).default,
  },
  {
    name: 'unusual',
    title: azureText.parts.unusual,
    load: async () => (await import('./unusual/Unusual.svelte')).default,
  },
  {
    name: 'limits',
    title: azureText.parts.limits,
    load: async () => (await import('./limits/Limits.svelte')).default,
  },
  {
    name: 'credit',
    title: azureText.parts.credit,
    load: async () => (await import('./credit/Credit.svelte')).default,
  },
  {
    name: 'plan',
    title: azureText.parts.plan,
    load: async () => (await import('./plan/Plan.svelte')).default,
  },
];
