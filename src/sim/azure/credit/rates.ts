/** What the earned credit of a line is, or would be. */
import { type Exact, ONE, ZERO, add, divide, fraction, multiply, parseExact, subtract } from '../../../core/exact.ts';
import { GroupedAmounts } from '../model/amounts.ts';
import type { Usage } from '../types.ts';
import { CREDIT_STATES, type CreditState } from './types.ts';

/** what it is where no file of the customer names another. */
const USUAL_PERCENT = 15;

const PLACE = Object.fromEntries(CREDIT_STATES.map((state, place) => [state, place])) as Readonly<
  Record<CreditState, number>
>;

/** What is free has no price before its credit that could be told from its cost. */
function isRate(percent: number): boolean {
  return percent > 0 && percent < 100;
}

/** Each line's place in `CREDIT_STATES`; lines that cost nothing have nothing to lose and count as they are named. */
export function creditStates({ rows, earnedPercent, namedPercent, excluded }: Usage): Uint8Array {
  const states = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const exclusion = excluded[row] ?? 0;
    const named = namedPercent[row] ?? NaN;
    if (isRate(earnedPercent[row] ?? NaN)) states[row] = PLACE.with;
    else if (exclusion > 0) states[row] = PLACE.unnamed + exclusion;
    else states[row] = named === 0 || isRate(named) ? PLACE.without : PLACE.unnamed;
  }
  return states;
}

/** The percent that each customer's lines without earned credit would have: what the file names, else the highest of the customer, of all, 15. */
export class UsualPercents {
  private readonly ofCustomer: Float64Array;
  private readonly usage: Usage;

  constructor(usage: Usage) {
    this.usage = usage;
    const { codes, values } = usage.dimensions.customer;
    this.ofCustomer = new Float64Array(values.length);
    let highest = 0;
    for (let row = 0; row < usage.rows; row++) {
      const percent = usage.namedPercent[row] ?? NaN;
      const code = codes[row] ?? 0;
      if (!isRate(percent)) continue;
      if (percent > (this.ofCustomer[code] ?? 0)) this.ofCustomer[code] = percent;
      if (percent > highest) highest = percent;
    }
    const otherwise = highest > 0 ? highest : USUAL_PERCENT;
    for (const [code, percent] of this.ofCustomer.entries()) if (percent === 0) this.ofCustomer[code] = otherwise;
  }

  of(row: number): number {
    const named = this.usage.namedPercent[row] ?? NaN;
    return isRate(named) ? named : (this.ofCustomer[this.usage.dimensions.customer.codes[row] ?? 0] ?? USUAL_PERCENT);
  }
}

/** Exact sums of cost by group and percent. */
export class CreditSums {
  private readonly sums: GroupedAmounts;
  private readonly places = new Map<number, number>();
  private readonly groups: number;

  /** @param percents all that will be added */
  constructor(groups: number, percents: ReadonlySet<number>) {
    this.groups = groups;
    for (const percent of percents) this.places.set(percent, this.places.size);
    this.sums = new GroupedAmounts(groups * this.places.size);
  }

  add(group: number, percent: number, { cost }: Usage, row: number): void {
    this.sums.add((this.places.get(percent) ?? 0) * this.groups + group, cost, row);
  }

  cost(group: number): Exact {
    return this.total(group, (cost) => cost);
  }

  /** in the cost already; `list = cost ÷ (1 − rate)`, `credit = list − cost`. */
  earned(group: number): Exact {
    return this.total(group, (cost, rate) => subtract(divide(cost, subtract(ONE, rate)), cost));
  }

  /** Not in the cost: it would have been `cost × rate`. */
  missed(group: number): Exact {
    return this.total(group, (cost, rate) => multiply(cost, rate));
  }

  private total(group: number, of: (cost: Exact, rate: Exact) => Exact): Exact {
    return [...this.places].reduce((sum, [percent, place]) => {
      const rate = divide(parseExact(String(percent)) ?? ZERO, fraction(100));
      return add(sum, of(this.sums.exact(place * this.groups + group), rate));
    }, ZERO);
  }
}
