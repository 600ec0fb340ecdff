/** What changed in the bill, and what of it can still be given back, as the engine says it. */
import type { Month } from '../core/days.ts';
import type { BillBridge } from '../sim/invoice/bridge/types.ts';
import type { RefundWindow } from '../sim/invoice/windows/types.ts';
import type { InvoiceCheck } from './invoice.svelte.ts';

/** Undefined when the files have changed meanwhile. */
export async function billBridge(invoice: InvoiceCheck, from: Month, to: Month): Promise<BillBridge | undefined> {
  const { runner, document } = invoice.workbook;
  return invoice.current(await runner.run('billBridge', { from, to, est: document.scenario.est }));
}

/** Open on the workbook's as-of day; undefined when the files have changed meanwhile. */
export async function refundWindows(invoice: InvoiceCheck): Promise<readonly RefundWindow[] | undefined> {
  const { runner, document, asOf } = invoice.workbook;
  return invoice.current(await runner.run('refundWindows', { est: document.scenario.est, asOf }));
}
