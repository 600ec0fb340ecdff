/** Sums of the measures of consumption. */
import {
  type Exact,
  ONE,
  ZERO,
  add,
  divide,
  fraction,
  isZero,
  multiply,
  parseExact,
  subtract,
  toDecimal,
  toFloat,
} from '../../../core/exact.ts';
import type { AmountColumn, Usage, UsageMeasure, UsageQuery } from '../types.ts';
import { GroupedAmounts } from './amounts.ts';

/** Digits of sums that a rate has divided. */
const DIVIDED_DIGITS = 18;

/** Sums by group. */
export interface GroupSums {
  /** For drawing and sorting. */
  readonly float: (group: number) => number;
  /** The sum of some groups, exact decimal text. */
  readonly text: (groups: readonly number[]) => string;
}

/** Sums of one measure. What the earned credit decides is summed for each of its rates, then divided once. */
export class MeasuredSums {
  private readonly column: AmountColumn;
  private readonly measure: UsageMeasure;
  private readonly rates: readonly Exact[];
  /** By row: which rate it has. */
  private readonly rateOf: Uint8Array | undefined;
  private readonly markup: Exact;

  constructor(usage: Usage, { measure, markupPercent = '0' }: UsageQuery) {
    this.measure = measure;
    this.column = measure === 'quantity' ? usage.quantity : measure === 'priced' ? usage.priced : usage.cost;
    this.markup = add(ONE, divide(parseExact(markupPercent) ?? ZERO, fraction(100)));
    const isRated = measure === 'list' || measure === 'credit' || measure === 'retail';
    const rated = isRated ? ratesOf(usage.earnedPercent) : { rates: [ZERO], rateOf: undefined };
    this.rates = rated.rates;
    this.rateOf = rated.rateOf;
  }

  /** The sum of each group. */
  by(rows: Uint32Array, groupOf: Uint32Array, groups: number): GroupSums {
    const width = this.rates.length;
    const sums = new GroupedAmounts(groups * width);
    const { column, rateOf } = this;
    if (!rateOf) {
      sums.addAll(rows, groupOf, column);
      return { float: (group) => sums.float(group), text: (those) => sums.text(those) };
    }
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      sums.add((groupOf[at] ?? 0) * width + (rateOf[row] ?? 0), column, row);
    }
    const exact = Array.from({ length: groups }, (_, group) => this.ofRates(sums, group));
    return {
      float: (group) => toFloat(exact[group] ?? ZERO),
      text: (those) =>
        toDecimal(
          those.reduce((sum, group) => add(sum, exact[group] ?? ZERO), ZERO),
          0,
          DIVIDED_DIGITS,
        ),
    };
  }

  /** The measure of a group out of its cost at each rate. */
  private ofRates(sums: GroupedAmounts, group: number): Exact {
    return this.rates.reduce((sum, rate, place) => {
      const cost = sums.exact(group * this.rates.length + place);
      return isZero(cost) ? sum : add(sum, this.measured(cost, rate));
    }, ZERO);
  }

  /** cost is list less the earned credit. */
  private measured(cost: Exact, rate: Exact): Exact {
    const list = divide(cost, subtract(ONE, rate));
    if (this.measure === 'credit') return subtract(list, cost);
    return this.measure === 'retail' ? multiply(list, this.markup) : list;
  }
}

const MOST_RATES = 250;
const knownRates = new WeakMap<Float64Array, ReturnType<typeof readRates>>();

/** Rates of earned credit as shares below 1; a line that says none has none. */
function ratesOf(percents: Float64Array): { readonly rates: readonly Exact[]; readonly rateOf: Uint8Array } {
  const known = knownRates.get(percents) ?? readRates(percents);
  knownRates.set(percents, known);
  return known;
}

function readRates(percents: Float64Array): { readonly rates: readonly Exact[]; readonly rateOf: Uint8Array } {
  const rates: Exact[] = [ZERO];
  const placeOf = new Map<number, number>([[0, 0]]);
  const rateOf = new Uint8Array(percents.length);
  for (let row = 0; row < percents.length; row++) {
    const percent = percents[row] ?? NaN;
    if (!(percent > 0 && percent < 100)) continue;
    let place = placeOf.get(percent);
    if (place === undefined && rates.length < MOST_RATES) {
      place = rates.push(divide(parseExact(String(percent)) ?? ZERO, fraction(100))) - 1;
      placeOf.set(percent, place);
    }
    rateOf[row] = place ?? 0;
  }
  return { rates, rateOf };
}
