/** Meters with tiers: each unit costs what its own tier says. */
import { type Exact, ZERO, add, compare, multiply, parseExact, smaller, subtract } from '../../../core/exact.ts';

export interface Tier {
  /** Units up to and with which it holds; undefined: it is open. */
  readonly upTo: Exact | undefined;
  readonly price: Exact;
}

/** A tier with the units in it. */
export interface TierUse {
  readonly tier: Tier;
  readonly quantity: Exact;
  readonly amount: Exact;
}

/** Price lists write the largest number of 64 bits for an open end, and spreadsheets round it. */
const OPEN = parseExact('9.22E+18') ?? ZERO;

/** The end of a tier as a price list has it; undefined: it is open. */
export function tierEnd(max: Exact | undefined): Exact | undefined {
  return max === undefined || compare(max, OPEN) >= 0 ? undefined : max;
}

/** Units shared out over tiers, the lowest first; those without units are left out. */
export function graduate(tiers: readonly Tier[], quantity: Exact): readonly TierUse[] {
  let from = ZERO;
  const uses: TierUse[] = [];
  for (const tier of tiers) {
    const to = tier.upTo === undefined ? quantity : smaller(tier.upTo, quantity);
    const inside = subtract(to, from);
    if (compare(inside, ZERO) > 0) uses.push({ tier, quantity: inside, amount: multiply(inside, tier.price) });
    from = tier.upTo ?? to;
  }
  return uses;
}

export function amountOf(uses: readonly TierUse[]): Exact {
  return uses.reduce((sum, { amount }) => add(sum, amount), ZERO);
}
