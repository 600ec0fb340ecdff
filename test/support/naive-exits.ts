/** Ways out in decimal.js and Date: nothing of the product's arithmetic. One price for each term and plan, for ever. */
import { Decimal, hu, plusMonths } from './naive-numbers.ts';

export interface NaiveExit {
  /** Whole-term price by term and plan. */
  readonly prices: ReadonlyMap<string, string>;
  readonly seats: number;
  /** First day after the term. */
  readonly anchor: number;
  readonly asOf: number;
  readonly months: number;
}

const MONTHS: Readonly<Record<string, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };

interface NaivePrice {
  readonly cost: Decimal;
  readonly committed: Decimal;
}

function window({ anchor, asOf, months }: NaiveExit): { from: number; to: number } {
  const from = Math.max(anchor, asOf);
  return { from, to: plusMonths(from, months) };
}

function estUnit({ prices }: NaiveExit): Decimal {
  const monthly = prices.get('P1M/Monthly');
  if (monthly !== undefined) return hu(new Decimal(monthly).times('1.03'), 2);
  return hu(new Decimal(prices.get('P1Y/Annual') ?? NaN).div(12).times('1.23'), 2);
}

/** EST for some days from the first on. */
export function naiveEst(exit: NaiveExit, days: number, ended: boolean): Decimal {
  const { from, to } = window(exit);
  const stop = Math.min(to, from + days);
  const unit = estUnit(exit);
  let sum = new Decimal(0);
  for (let k = 0; ; k++) {
    const [begin, end] = [plusMonths(exit.anchor, k), plusMonths(exit.anchor, k + 1)];
    if (begin >= stop) return sum;
    const used = Math.min(end, stop) - Math.max(begin, from);
    if (used <= 0) continue;
    const charge = hu(unit.times(exit.seats), 2);
    const unused = end - begin - used;
    if (unused === 0) sum = sum.plus(charge);
    else if (ended && begin >= exit.asOf) {
      sum = sum.plus(charge).minus(hu(unit.times(unused).div(end - begin), 2).times(exit.seats));
    } else sum = sum.plus(hu(charge.times(used).div(end - begin), 2));
  }
}

/** Terms on one plan from a day on. */
export function naiveTerms(exit: NaiveExit, plan: string, seats: number, after: number): NaivePrice {
  const { from, to } = window(exit);
  const term = MONTHS[plan.slice(0, 3)] ?? NaN;
  const price = new Decimal(exit.prices.get(plan) ?? NaN).times(seats);
  let [inside, whole] = [new Decimal(0), new Decimal(0)];
  for (let k = 0; ; k++) {
    const [begin, end] = [plusMonths(from + after, term * k), plusMonths(from + after, term * (k + 1))];
    if (begin >= to) break;
    inside = inside.plus(price.times(Math.min(end, to) - begin).div(end - begin));
    whole = whole.plus(price);
  }
  return { cost: hu(inside, 2), committed: hu(whole, 2).minus(hu(inside, 2)) };
}
