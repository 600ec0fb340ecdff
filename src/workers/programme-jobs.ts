/** The job of a partner's role: billed lines and the portfolio are added up once for each state of the datasets. */
import type { Book } from '../sim/book.ts';
import { type Billed, billedCells } from '../sim/obligations/programme/billed-cells.ts';
import { type PortfolioAhead, portfolioAhead } from '../sim/obligations/programme/portfolio-ahead.ts';
import { monthsAhead, programmeAnswer } from '../sim/obligations/programme/programme-answer.ts';
import type { ProgrammeAnswer, ProgrammeRequest } from '../sim/obligations/programme/types.ts';
import { remember } from '../sim/remember.ts';
import type { Engine } from './engine.ts';
import { type InvoiceAnswer, invoiceOf, type InvoiceProgress, type KnownInvoice } from './invoice-jobs.ts';
import type { JobHost } from './protocol.ts';

export type ProgrammeJobs = {
  programme: {
    input: ProgrammeRequest;
    progress: InvoiceProgress;
    output: InvoiceAnswer<ProgrammeAnswer>;
  };
};

const billedOf = new WeakMap<KnownInvoice, Billed>();
const aheadOf = new WeakMap<Book, PortfolioAhead & { readonly from: number }>();

export function programmeJobs(engine: Engine): JobHost<ProgrammeJobs> {
  return {
    programme: async (request, context) => {
      const invoice = await invoiceOf(engine, context);
      if (!invoice) return undefined;
      const { book } = engine;
      const billed = remember(billedOf, invoice, () => billedCells(invoice.lines, invoice.checked, invoice.months));
      const { first, last } = monthsAhead(request);
      const before = aheadOf.get(book);
      const ahead = before?.from === first ? before : { ...portfolioAhead(book, first, last), from: first };
      aheadOf.set(book, ahead);
      const answer = programmeAnswer({ billed, ahead, rates: book.fxRates(request.rates) }, request);
      return { revision: invoice.revision, answer };
    },
  };
}
