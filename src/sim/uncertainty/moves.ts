/**
 * Prices under a drawn price change and a drawn rate. Both are steps after those of the scenario, each rounded as the scenario's
 * are (spec §2); a change of nothing leaves the price as it is. Amounts are minor units.
 */
import {
  type Exact,
  ONE,
  compare,
  divide,
  fraction,
  larger,
  multiply,
  roundHalfAway,
  smaller,
  subtract,
} from '../../core/exact.ts';
import { UNCHANGED } from './codes.ts';

/** Prices of a list row for the whole term, which a draw may move. */
export interface MovingRow {
  readonly cost: Exact;
  readonly erp: Exact;
  readonly instalments: number;
  readonly months: number;
  readonly moves: boolean;
}

/** What a customer's price is made from. */
export type RuleBase = 'cost' | 'erp' | 'fixed';

/** All that the prices of a run are made from. */
export interface Move {
  /** The row that the EST price is (`factor` undefined) or is made from. */
  readonly est: MovingRow;
  readonly factor: Exact | undefined;
  readonly rule: { readonly base: RuleBase; readonly factor: Exact };
  readonly clamp: boolean;
  /** The customer's price of today; undefined: the rule on `own`, since a subscription in EST is compared with that row. */
  readonly p0: Exact | undefined;
  /** What a seat costs now; undefined: the cost of `own`. */
  readonly current: Exact | undefined;
  readonly own: MovingRow;
  /** The row that a renewal costs, and the share of it that a promotion leaves. */
  readonly renew: MovingRow;
  readonly kept: Exact;
  readonly passThrough: boolean;
  /** 1 + cap; undefined: no cap. */
  readonly cap: Exact | undefined;
  readonly passes: boolean;
}

/** Prices per seat-month, in the order of the units of a run. */
export type ExactUnits = readonly [est: Exact, current: Exact, renew: Exact, need: Exact, rise: Exact, price: Exact];

function rounded({ n, d }: Exact): Exact {
  return fraction(roundHalfAway(n, d));
}

function moved(price: Exact, row: MovingRow, factors: readonly number[]): Exact {
  const { instalments, months, moves } = row;
  let whole = price;
  for (const factor of moves ? factors : []) {
    if (factor === UNCHANGED) continue;
    const one = rounded(multiply(whole, fraction(factor, UNCHANGED * instalments)));
    whole = multiply(one, fraction(instalments));
  }
  return divide(whole, fraction(months));
}

/** The units of a run where prices and rates move by factors in millionths; slow, and exact for numbers of any size. */
export function exactUnits(move: Move, price: number, fx: number): ExactUnits {
  const factors = [price, fx];
  const both = (row: MovingRow): { cost: Exact; erp: Exact } => ({
    cost: moved(row.cost, row, factors),
    erp: moved(row.erp, row, factors),
  });
  const row = both(move.est);
  const { factor } = move;
  const est = factor ? { cost: rounded(multiply(row.cost, factor)), erp: rounded(multiply(row.erp, factor)) } : row;
  const own = both(move.own);
  const p0 = move.p0 ?? customerPrice(move, own);
  const p1 = customerPrice(move, est);
  const allowed = allowedPrice(move, p0, p1);
  const renew = multiply(both(move.renew).cost, move.kept);
  const paid = move.passes ? allowed : p0;
  return [est.cost, move.current ?? own.cost, renew, subtract(p1, p0), subtract(allowed, p0), paid];
}

function customerPrice({ rule, clamp }: Move, { cost, erp }: { cost: Exact; erp: Exact }): Exact {
  const base = rule.base === 'cost' ? cost : rule.base === 'erp' ? erp : ONE;
  const price = rounded(multiply(base, rule.factor));
  return clamp ? rounded(larger(cost, smaller(erp, price))) : price;
}

function allowedPrice({ passThrough, cap }: Move, p0: Exact, p1: Exact): Exact {
  if (compare(p1, p0) <= 0) return p1;
  if (!passThrough) return p0;
  return cap ? smaller(p1, rounded(multiply(p0, cap))) : p1;
}

/** Where the parts of a `Move` stand in its numbers; fractions take two. */
export const AT = {
  estCost: 0,
  estErp: 2,
  estInstalments: 4,
  estMonths: 5,
  estMoves: 6,
  factor: 7,
  ruleBase: 9,
  rule: 10,
  clamp: 12,
  p0: 13,
  current: 15,
  ownCost: 17,
  ownErp: 19,
  ownInstalments: 21,
  ownMonths: 22,
  ownMoves: 23,
  renewCost: 24,
  renewInstalments: 26,
  renewMonths: 27,
  renewMoves: 28,
  kept: 29,
  passThrough: 31,
  cap: 32,
  passes: 34,
} as const;
export const MOVE_WIDTH = 35;

const BASES: readonly RuleBase[] = ['cost', 'erp', 'fixed'];

/** A move as numbers, where a fraction below 0 at the bottom is none; a number beyond 2^53 is NaN. */
export function moveNumbers(move: Move): Float64Array {
  const numbers = new Float64Array(MOVE_WIDTH);
  const set = (at: number, value: Exact | undefined): void => {
    numbers[at] = value ? value.num : 0;
    numbers[at + 1] = value ? value.den : -1;
  };
  const { est, own, renew } = move;
  set(AT.estCost, est.cost);
  set(AT.estErp, est.erp);
  numbers.set([est.instalments, est.months, Number(est.moves)], AT.estInstalments);
  set(AT.factor, move.factor);
  numbers[AT.ruleBase] = BASES.indexOf(move.rule.base);
  set(AT.rule, move.rule.factor);
  numbers[AT.clamp] = Number(move.clamp);
  set(AT.p0, move.p0);
  set(AT.current, move.current);
  set(AT.ownCost, own.cost);
  set(AT.ownErp, own.erp);
  numbers.set([own.instalments, own.months, Number(own.moves)], AT.ownInstalments);
  set(AT.renewCost, renew.cost);
  numbers.set([renew.instalments, renew.months, Number(renew.moves)], AT.renewInstalments);
  set(AT.kept, move.kept);
  numbers[AT.passThrough] = Number(move.passThrough);
  set(AT.cap, move.cap);
  numbers[AT.passes] = Number(move.passes);
  return numbers;
}
