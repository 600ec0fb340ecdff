/** The job of what changed in the bill. */
import type { Month } from '../core/days.ts';
import type { EstAssumptions } from '../core/scenario/scenario.ts';
import { mapEstOffers } from '../sim/est-mapping.ts';
import { billBridge } from '../sim/invoice/bridge/bill-bridge.ts';
import type { BillBridge } from '../sim/invoice/bridge/types.ts';
import { billedEst } from '../sim/invoice/est-billed.ts';
import { EstTerms } from '../sim/invoice/est-terms.ts';
import type { Engine } from './engine.ts';
import { type KnownInvoice, readInvoice } from './invoice-jobs.ts';
import type { JobHost } from './protocol.ts';

export type InvoiceBridgeJobs = {
  billBridge: {
    input: { readonly from: Month; readonly to: Month; readonly est: EstAssumptions };
    progress: undefined;
    output: { readonly revision: string; readonly answer: BillBridge };
  };
};

export function invoiceBridgeJobs(engine: Engine): JobHost<InvoiceBridgeJobs> {
  return {
    billBridge: async ({ from, to, est }) => {
      const invoice = await readInvoice(engine);
      const { revision, lines, checked, months } = invoice;
      const isEst = estRows(engine, invoice, est);
      return { revision, answer: billBridge(lines, checked, months, (row) => isEst[row] === 1, [from, to]) };
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
