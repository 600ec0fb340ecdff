/** The job of the arithmetic of a month's lines. */
import { linesSteps } from '../sim/invoice/lines/lines-answer.ts';
import type { LinesAnswer, LinesQuery } from '../sim/invoice/lines/types.ts';
import type { Engine } from './engine.ts';
import { answered, type InvoiceAnswer, invoiceOf, type InvoiceProgress } from './invoice-jobs.ts';
import type { JobHost } from './protocol.ts';

export type InvoiceLinesJobs = {
  invoiceLines: {
    input: LinesQuery;
    progress: InvoiceProgress;
    output: InvoiceAnswer<LinesAnswer>;
  };
};

export function invoiceLinesJobs(engine: Engine): JobHost<InvoiceLinesJobs> {
  return {
    invoiceLines: async (query, context) => {
      const invoice = await invoiceOf(engine, context);
      if (!invoice) return undefined;
      const { lines, checked, months } = invoice;
      return answered(invoice, linesSteps(lines, checked, months, query), context);
    },
  };
}
