/** The job of the arithmetic of a month's lines. */
import { linesAnswer } from '../sim/invoice/lines/lines-answer.ts';
import type { LinesAnswer, LinesQuery } from '../sim/invoice/lines/types.ts';
import type { Engine } from './engine.ts';
import { readInvoice } from './invoice-jobs.ts';
import type { JobHost } from './protocol.ts';

export type InvoiceLinesJobs = {
  invoiceLines: {
    input: LinesQuery;
    progress: undefined;
    output: { readonly revision: string; readonly answer: LinesAnswer };
  };
};

export function invoiceLinesJobs(engine: Engine): JobHost<InvoiceLinesJobs> {
  return {
    invoiceLines: async (query) => {
      const { revision, lines, checked, months } = await readInvoice(engine);
      return { revision, answer: linesAnswer(lines, checked, months, query) };
    },
  };
}
