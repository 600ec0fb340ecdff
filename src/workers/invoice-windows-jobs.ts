/** The job of refund windows that still run. */
import type { Day } from '../core/days.ts';
import type { EstAssumptions } from '../core/scenario/scenario.ts';
import { mapEstOffers } from '../sim/est-mapping.ts';
import { billedEst } from '../sim/invoice/est-billed.ts';
import { estStop } from '../sim/invoice/est-stop.ts';
import { EstTerms } from '../sim/invoice/est-terms.ts';
import { NO_MONTH } from '../sim/invoice/model/line-months.ts';
import { refundWindows } from '../sim/invoice/windows/refund-windows.ts';
import type { RefundWindow } from '../sim/invoice/windows/types.ts';
import type { Engine } from './engine.ts';
import { type InvoiceAnswer, invoiceOf, type InvoiceProgress, readInvoice } from './invoice-jobs.ts';
import type { JobHost } from './protocol.ts';

export interface WindowsRequest {
  readonly est: EstAssumptions;
  readonly asOf: Day;
}

export type InvoiceWindowsJobs = {
  refundWindows: {
    input: WindowsRequest;
    progress: InvoiceProgress;
    output: InvoiceAnswer<readonly RefundWindow[]>;
  };
};

export function invoiceWindowsJobs(engine: Engine): JobHost<InvoiceWindowsJobs> {
  return {
    refundWindows: async (request, context) => {
      const invoice = await invoiceOf(engine, context);
      return invoice && { revision: invoice.revision, answer: await windowsOf(engine, request) };
    },
  };
}

/** The windows that are open on a day. */
export async function windowsOf(engine: Engine, { est, asOf }: WindowsRequest): Promise<readonly RefundWindow[]> {
  const { lines, checked, months } = await readInvoice(engine);
  const { book } = engine;
  const offers = [...book.offers.values()];
  const found = billedEst(lines, checked, new EstTerms(offers, mapEstOffers(offers, est.twins), est));
  const lastMonth = months.reduce((last, month) => Math.max(last, month), NO_MONTH);
  const billed = { lines, checked, months, lastMonth };
  return refundWindows(lines, checked.kinds, found, (rows, day) => estStop(billed, rows, day), book, asOf);
}
