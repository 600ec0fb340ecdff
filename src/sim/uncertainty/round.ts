/** Rounding half away from zero, exact for whole numbers of any size. */
import { roundHalfAway } from '../../core/exact.ts';
import { safeMinor } from '../../core/money.ts';

const MOST_FAST = 0x10_0000_0000_0000;

/**
 * `round(top × factor ÷ (bottom × divisor))` of whole numbers. Below 2^52 the quotient of floats is off by one at most, which
 * its remainder tells; above it bigints do the work.
 * @param factor not negative
 * @param bottom positive, as is `divisor`
 */
export function roundRatio(top: number, factor: number, bottom: number, divisor: number): number {
  const product = top * factor;
  const below = bottom * divisor;
  const magnitude = product < 0 ? -product : product;
  if (magnitude <= MOST_FAST && below <= MOST_FAST) {
    let quotient = Math.floor(magnitude / below);
    let rest = magnitude - quotient * below;
    if (rest < 0) {
      quotient -= 1;
      rest += below;
    }
    if (2 * rest >= below) quotient += 1;
    return product < 0 ? 0 - quotient : quotient;
  }
  return roundLarge(BigInt(top), BigInt(bottom), factor, divisor);
}

/** The same of a fraction of any size. */
export function roundLarge(top: bigint, bottom: bigint, factor: number, divisor: number): number {
  return safeMinor(Number(roundHalfAway(top * BigInt(factor), bottom * BigInt(divisor))));
}
