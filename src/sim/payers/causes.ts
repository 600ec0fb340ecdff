/** Why a customer's price moves: the margin rule on each step of the cliff, so that the steps add up to the move. */
import { type Exact, ONE, ZERO, divide, fraction, isZero, multiply, subtract } from '../../core/exact.ts';
import { roundShare } from '../../core/money.ts';
import type { CycleUse } from '../cycle-amounts.ts';
import { type CostAndErp, rulePrice } from '../margin.ts';
import type { Pay } from '../pay.ts';
import { shareOut } from './share-out.ts';
import { CAUSES, type Cause } from './types.ts';

/** A customer price that moves: by how much, how much of it the clause allows, and the causes in the order of `CAUSES`. */
export interface PriceMove {
  readonly need: Exact;
  readonly rise: Exact;
  readonly causes: readonly Exact[];
}

/** What cost and ERP are after each step; a step that is left out moves nothing. */
export type Steps = Readonly<Partial<Record<Exclude<Cause, 'rule'>, CostAndErp>>>;

/** The causes of a move from today's price through the steps; what a given price differs from the rule's comes first. */
export function causesOf(pay: Pay, steps: Steps): readonly Exact[] {
  const price = (from: CostAndErp): Exact => rulePrice(pay.rule, from, pay.clamp, pay.digits);
  let before = pay.p0;
  return CAUSES.map((cause) => {
    const from = cause === 'rule' ? pay.basis : steps[cause];
    if (from === undefined) return ZERO;
    const after = price(from);
    const move = subtract(after, before);
    before = after;
    return move;
  });
}

/** The amounts of one cycle by cause, in minor units: `needs` adds up to its rise, `allowed` to what may be passed. */
export interface CauseAmounts {
  readonly needs: readonly number[];
  readonly allowed: readonly number[];
}

/** How a cycle counts seats and days. */
export interface CycleSize {
  readonly seats: number;
  readonly use: Pick<CycleUse, 'used' | 'days'>;
  readonly scale: number;
}

/**
 * A cycle's amounts by cause. Each cause's ideal share is rounded to whole minor units by the largest remainder, so that
 * the causes add up to the cycle. A cap cuts every cause by the same ratio.
 */
export function causeAmounts(move: PriceMove, { seats, use, scale }: CycleSize): CauseAmounts {
  const whole = use.used === use.days;
  const [factor, divisor] = whole ? [seats, 1] : [seats * use.used, use.days];
  const amount = (unit: Exact): number => roundShare(unit, factor, divisor, scale);
  const split = (units: readonly Exact[], total: number): readonly number[] => {
    if (whole && units.every((unit) => isWhole(unit, scale))) return units.map(amount);
    const share = fraction(factor, divisor);
    const ideal = units.map((unit) => multiply(multiply(unit, share), fraction(scale)));
    return shareOut(ideal, total);
  };
  const needs = split(move.causes, amount(move.need));
  const ratio = isZero(move.need) ? ONE : divide(move.rise, move.need);
  if (isZero(move.rise) && !isZero(move.need)) return { needs, allowed: needs.map(() => 0) };
  if (ratio.n === ratio.d) return { needs, allowed: needs };
  const capped = move.causes.map((cause) => multiply(cause, ratio));
  return { needs, allowed: split(capped, amount(move.rise)) };
}

/** Whether a price is a whole number of minor units. */
function isWhole({ den }: Exact, scale: number): boolean {
  return scale % den === 0;
}
