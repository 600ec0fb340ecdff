/** The parts of the invoice check, in the order in which they are shown; each is loaded when it is first opened. */
import type { Component } from 'svelte';
import { invoiceText } from '../../core/text/en/invoice.ts';
import { invoiceBridgeText } from '../../core/text/en/invoice-bridge.ts';
import { invoiceOwnText } from '../../core/text/en/invoice-own.ts';
import { refundWindowsText } from '../../core/text/en/refund-windows.ts';
import { invoiceDifferencesText } from '../../core/text/en/invoice-differences.ts';
import type { InvoiceFacts } from '../../sim/invoice/model/types.ts';
import type { InvoiceCheck } from '../../state/invoice.svelte.ts';
import type { ScreenProps } from '../screen.ts';

export interface SectionProps extends ScreenProps {
  readonly invoice: InvoiceCheck;
  readonly facts: InvoiceFacts;
}

export interface Section {
  readonly name: string;
  readonly title: string;
  /** It is of use without any billed line. */
  readonly needsNoFile?: boolean;
  load(): Promise<Component<SectionProps>>;
}

export const SECTIONS: readonly [Section, ...Section[]] = [
  {
    name: 'differences',
    title: invoiceDifferencesText.part,
    load: async () => (await import('./differences/Differences.svelte')).default,
  },
  {
    name: 'lines',
    title: invoiceText.parts.lines,
    load: async () => (await import('./lines/Lines.svelte')).default,
  },
  {
    name: 'est',
    title: invoiceText.parts.est,
    load: async () => (await import('./est/Est.svelte')).default,
  },
  {
    name: 'bridge',
    title: invoiceBridgeText.part,
    load: async () => (await import('./bridge/Bridge.svelte')).default,
  },
  {
    name: 'own',
    title: invoiceOwnText.part,
    load: async () => (await import('./own/Own.svelte')).default,
  },
  {
    name: 'windows',
    title: refundWindowsText.part,
    needsNoFile: true,
    load: async () => (await import('./windows/Windows.svelte')).default,
  },
  {
    name: 'proration',
    title: invoiceText.parts.proration,
    needsNoFile: true,
    load: async () => (await import('./proration/Proration.svelte')).default,
  },
];
