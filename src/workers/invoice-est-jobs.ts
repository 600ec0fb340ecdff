/** The jobs of billed EST, and of the lines that are evidence for any finding. */
import type { Day } from '../core/days.ts';
import type { EstAssumptions } from '../core/scenario/scenario.ts';
import { mapEstOffers } from '../sim/est-mapping.ts';
import { estFindings } from '../sim/invoice/est-findings.ts';
import { EstTerms } from '../sim/invoice/est-terms.ts';
import { lineDetails } from '../sim/invoice/model/line-details.ts';
import type { EstFinding, LineDetail } from '../sim/invoice/types.ts';
import type { Engine } from './engine.ts';
import { type InvoiceAnswer, invoiceOf, type InvoiceProgress, readInvoice } from './invoice-jobs.ts';
import type { JobHost } from './protocol.ts';

export type InvoiceEstJobs = {
  /** EST on any invoice, of all months and currencies. */
  invoiceEst: {
    input: { readonly est: EstAssumptions; readonly asOf: Day };
    progress: InvoiceProgress;
    output: InvoiceAnswer<readonly EstFinding[]>;
  };
  /** What the files say of lines. */
  invoiceEvidence: {
    input: readonly number[];
    progress: undefined;
    output: { readonly revision: string; readonly answer: readonly LineDetail[] };
  };
};

export function invoiceEstJobs(engine: Engine): JobHost<InvoiceEstJobs> {
  return {
    invoiceEst: async ({ est, asOf }, context) => {
      const invoice = await invoiceOf(engine, context);
      if (!invoice) return undefined;
      const { revision, lines, checked, months } = invoice;
      const offers = [...engine.book.offers.values()];
      const terms = new EstTerms(offers, mapEstOffers(offers, est.twins), est);
      return { revision, answer: estFindings(lines, checked, months, terms, asOf) };
    },
    invoiceEvidence: async (rows) => {
      const { revision, lines, checked } = await readInvoice(engine);
      return { revision, answer: lineDetails(lines, checked, rows) };
    },
  };
}
