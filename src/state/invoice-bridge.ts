/** What changed in the bill, and what of it can still be given back, as the engine says it. */
import type { Month } from '../core/days.ts';
import { invoiceText } from '../core/text/en/invoice.ts';
import type { BillBridge } from '../sim/invoice/bridge/types.ts';
import type { RefundWindow } from '../sim/invoice/windows/types.ts';
import { askInvoice } from './invoice-job.ts';
import type { InvoiceCheck } from './invoice.svelte.ts';

/** Undefined when it was cancelled, or the files have changed meanwhile. */
export function billBridge(
  { workbook }: InvoiceCheck,
  [from, to]: readonly [Month, Month],
  signal: AbortSignal,
): Promise<BillBridge | undefined> {
  const { runner, document } = workbook;
  return askInvoice(workbook, invoiceText.jobs.bridge, signal, (options) =>
    runner.run('billBridge', { from, to, est: document.scenario.est }, options),
  );
}

/** Open on the workbook's as-of day; undefined when it was cancelled, or the files have changed meanwhile. */
export function refundWindows(
  { workbook }: InvoiceCheck,
  signal: AbortSignal,
): Promise<readonly RefundWindow[] | undefined> {
  const { runner, document, asOf } = workbook;
  return askInvoice(workbook, invoiceText.jobs.windows, signal, (options) =>
    runner.run('refundWindows', { est: document.scenario.est, asOf }, options),
  );
}
