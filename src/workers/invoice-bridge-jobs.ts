/** The job of what changed in the bill. */
import type { Month } from '../core/days.ts';
import type { EstAssumptions } from '../core/scenario/scenario.ts';
import { mapEstOffers } from '../sim/est-mapping.ts';
import { bridgeSteps } from '../sim/invoice/bridge/bill-bridge.ts';
import type { BillBridge } from '../sim/invoice/bridge/types.ts';
import { billedEst } from '../sim/invoice/est-billed.ts';
import { EstTerms } from '../sim/invoice/est-terms.ts';
import type { Engine } from './engine.ts';
import { answered, type InvoiceAnswer, invoiceOf, type InvoiceProgress, type KnownInvoice } from './invoice-jobs.ts';
import type { JobHost } from './protocol.ts';

export type InvoiceBridgeJobs = {
  billBridge: {
    input: { readonly from: Month; readonly to: Month; readonly est: EstAssumptions };
    progress: InvoiceProgress;
    output: InvoiceAnswer<BillBridge>;
  };
};

export function invoiceBridgeJobs(engine: Engine): JobHost<InvoiceBridgeJobs> {
  return {
    billBridge: async ({ from, to, est }, context) => {
      const invoice = await invoiceOf(engine, context);
      if (!invoice) return undefined;
      const { lines, checked, months } = invoice;
      const marks = estRows(engine, invoice, est);
      const isEst = (row: number): boolean => marks[row] === 1;
      return answered(invoice, bridgeSteps({ lines, checked, months, isEst, from, to }), context);
    },
  };
}

/** 1 for each line of EST; what its price alone tells is not enough. */
function estRows(engine: Engine, { lines, checked }: KnownInvoice, est: EstAssumptions): Uint8Array {
  const offers = [...engine.book.offers.values()];
  const marks = new Uint8Array(lines.rows);
  const found = billedEst(lines, checked, new EstTerms(offers, mapEstOffers(offers, est.twins), est));
  for (const { confidence, rows } of found) if (confidence !== 'low') for (const row of rows) marks[row] = 1;
  return marks;
}
