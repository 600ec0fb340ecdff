/** Amounts split exactly: the parts are whole minor units and add up to the whole. */
import { type Exact, compare, fraction, subtract } from '../../core/exact.ts';

/**
 * Whole numbers next to the ideal parts that add up to `total`, the largest remainder first (of equal ones the first
 * part). The ideal parts must add up to within a half of `total`.
 */
export function shareOut(ideal: readonly Exact[], total: number): number[] {
  const floors = ideal.map(floor);
  const rests = ideal.map((part, index) => subtract(part, fraction(floors[index] ?? 0)));
  const missing = total - floors.reduce((sum, part) => sum + part, 0);
  if (missing < 0 || missing > ideal.length) throw new Error('INTERNAL: parts that do not belong to their total');
  const order = rests.map((_, index) => index);
  order.sort((a, b) => compare(rests[b] ?? NONE, rests[a] ?? NONE) || a - b);
  for (const index of order.slice(0, missing)) floors[index] = (floors[index] ?? 0) + 1;
  return floors;
}

const NONE = fraction(0);

function floor({ n, d }: Exact): number {
  const quotient = n / d;
  return Number(n < 0n && quotient * d !== n ? quotient - 1n : quotient);
}
