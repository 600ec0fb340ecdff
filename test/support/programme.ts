/** A partner's role by hand: billed lines by customer and month, and what the user says. */
import { type Month, monthOfDay } from '../../src/core/days.ts';
import { NO_PROGRAMME, type Programme, type Unit } from '../../src/core/obligations/programme.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { prepareBook } from '../../src/sim/index.ts';
import { checkLines } from '../../src/sim/invoice/model/check-lines.ts';
import { lineMonths } from '../../src/sim/invoice/model/line-months.ts';
import { readLines } from '../../src/sim/invoice/model/read-lines.ts';
import { billedCells } from '../../src/sim/obligations/programme/billed-cells.ts';
import { portfolioAhead } from '../../src/sim/obligations/programme/portfolio-ahead.ts';
import { monthsAhead, programmeAnswer } from '../../src/sim/obligations/programme/programme-answer.ts';
import type { Leaving, ProgrammeAnswer } from '../../src/sim/obligations/programme/types.ts';
import type { ReconciliationCells } from './books.ts';
import { day } from './simulation.ts';

export const month = (text: string): Month => monthOfDay(day(`${text}-01`));

export const UNIT: Unit = {
  ...{ id: 'first', name: '', files: [] },
  ...{ anniversary: undefined, firstTransaction: undefined, deauthorised: undefined },
};

/** A line of an invoice of that month. */
export function billedLine(of: string, subtotal: string, more: ReconciliationCells = {}): ReconciliationCells {
  return {
    ...{ customerId: 'c1', customerName: 'Customer 1', currency: 'USD', invoiceNumber: `G-${of}`, subtotal },
    ...{ total: subtotal, chargeStartDate: `${of}-01`, chargeEndDate: `${of}-28`, subscriptionId: 's' },
    ...more,
  };
}

export interface ProgrammeCase {
  readonly datasets: readonly Dataset[];
  readonly programme?: Partial<Programme>;
  readonly asOf: string;
  readonly leaving?: Leaving;
}

export function answerOf({ datasets, programme, asOf, leaving }: ProgrammeCase): ProgrammeAnswer {
  const lines = readLines(datasets);
  const checked = checkLines(lines);
  if (!checked) throw new Error('INTERNAL: given up');
  const request = { asOf: day(asOf), packs: [], rates: [], programme: { ...NO_PROGRAMME, ...programme } };
  const book = prepareBook({ datasets });
  const { first, last } = monthsAhead(request);
  return programmeAnswer(
    {
      billed: billedCells(lines, checked, lineMonths(lines)),
      ahead: portfolioAhead(book, first, last),
      rates: book.fxRates([]),
    },
    { ...request, leaving: leaving ?? { customers: [], from: 0 } },
  );
}
