/** What changed in the bill from one month to another, as the engine says it. */
import type { Month } from '../core/days.ts';
import type { BillBridge } from '../sim/invoice/bridge/types.ts';
import type { InvoiceCheck } from './invoice.svelte.ts';

/** Undefined when the files have changed meanwhile. */
export async function billBridge(invoice: InvoiceCheck, from: Month, to: Month): Promise<BillBridge | undefined> {
  const { runner, document } = invoice.workbook;
  return invoice.current(await runner.run('billBridge', { from, to, est: document.scenario.est }));
}
