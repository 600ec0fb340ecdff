/** What each subscription adds to a month's sum: the trail of a bar in the chart by month. */
import type { Month } from '../core/days.ts';
import { minorDigits } from '../core/money.ts';
import type { Book } from './book.ts';
import { SLOT } from './cycle-amounts.ts';
import { CycleWalker } from './cycles.ts';
import { Model } from './model.ts';
import type { Amount, SimulationRequest } from './types.ts';

export interface Contributions {
  /** Rows of the portfolio, ascending. */
  readonly rows: Uint32Array;
  /** Minor units of each row's currency. */
  readonly amounts: Float64Array;
}

export interface MonthAmountRequest {
  readonly request: SimulationRequest;
  readonly month: Month;
  readonly currency: string;
  readonly amount: Amount;
}

/** One amount of every subscription with a cycle in the month; they add up to the simulation's figure of that month. */
export function monthAmounts(book: Book, { request, month, currency, amount }: MonthAmountRequest): Contributions {
  const model = new Model(book, request);
  const walker = new CycleWalker(model);
  const scale = 10 ** minorDigits(currency);
  const rows: number[] = [];
  const amounts: number[] = [];
  const count = request.rows?.length ?? book.rows;
  for (let index = 0; index < count; index++) {
    const row = request.rows ? (request.rows[index] ?? 0) : index;
    const assessed = model.assess(row);
    if (typeof assessed === 'string' || !assessed.span || assessed.subscription.sale.offer?.currency !== currency)
      continue;
    let sum: number | undefined;
    walker.walk(assessed, assessed.span, model.payOf(assessed), scale, (run) => {
      if (month < run.firstMonth || month >= run.firstMonth + run.count) return;
      sum = (sum ?? 0) + (run.amounts[SLOT[amount]] ?? 0);
    });
    if (sum === undefined) continue;
    rows.push(row);
    amounts.push(sum);
  }
  return { rows: Uint32Array.from(rows), amounts: Float64Array.from(amounts) };
}
