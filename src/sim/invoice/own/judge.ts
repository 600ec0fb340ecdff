/** What a group's two sums say. */
import { add, compare, type Exact, isZero, negate, subtract, ZERO } from '../../../core/exact.ts';
import type { OwnVerdict } from './types.ts';

export interface Sums {
  readonly cost: Exact;
  readonly billed: Exact;
  /** What the customer's price gives; undefined: not known. */
  readonly expected: Exact | undefined;
  /** What rounded prices of so many seats may differ by. */
  readonly tolerance: Exact;
  readonly costLines: number;
  readonly ownLines: number;
  readonly quantityDiffers: boolean;
  /** The same thing has lines of either side in another currency. */
  readonly elsewhere: { readonly cost: boolean; readonly billed: boolean };
}

/** The verdict on own lines that could be joined, or on lines of Microsoft's alone. */
export function verdictOf(sums: Sums): OwnVerdict {
  const { cost, billed, expected, tolerance, costLines, ownLines, elsewhere } = sums;
  if (costLines === 0) {
    if (elsewhere.cost) return 'other-currency';
    return isZero(billed) ? 'fine' : 'no-cost';
  }
  if (ownLines === 0) {
    if (elsewhere.billed) return 'other-currency';
    return isZero(cost) ? 'fine' : compare(cost, ZERO) > 0 ? 'not-billed' : 'credit-kept';
  }
  if (compare(billed, subtract(cost, tolerance)) < 0) return 'below-cost';
  if (sums.quantityDiffers) return 'quantity';
  if (!expected) return 'fine';
  if (compare(billed, subtract(expected, tolerance)) < 0) return 'too-little';
  return compare(billed, add(expected, tolerance)) > 0 ? 'too-much' : 'fine';
}

/** What was billed less what should have been: by the customer's price, else by the cost where less than that was billed. */
export function differenceOf(verdict: OwnVerdict, { cost, billed, expected }: Sums): Exact {
  switch (verdict) {
    case 'not-billed':
    case 'credit-kept':
      return negate(expected ?? cost);
    case 'no-cost':
      return billed;
    case 'below-cost':
    case 'quantity':
    case 'too-little':
    case 'too-much':
      return expected ? subtract(billed, expected) : compare(billed, cost) < 0 ? subtract(billed, cost) : ZERO;
    default:
      return ZERO;
  }
}
