/**
 * Amounts of money are safe integers of a currency's minor unit (cents). Unit prices are `Exact` in major units.
 * Rounding happens only in the named functions here (spec: half away from zero, or cut toward zero).
 */
import { type Exact, fraction, roundHalfAway } from './exact.ts';

/** An amount in minor units (cents) of one currency; always a safe integer. */
export type Minor = number;

const DIGITS: Readonly<Record<string, number>> = Object.freeze({
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0,
  XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
}); // prettier-ignore

/** How many digits the minor unit of an ISO 4217 currency has: 2 unless listed otherwise. */
export function minorDigits(currency: string): number {
  return Object.hasOwn(DIGITS, currency) ? (DIGITS[currency] ?? 2) : 2;
}

/** Checks that an amount still is a safe integer; sums that would lose cents throw instead. */
export function safeMinor(amount: number): Minor {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`INTERNAL: amount beyond exact range: ${String(amount)}`);
  return amount;
}

/** `hu2`: an exact value in major units rounded half away from zero to minor units. */
export function roundToMinor(value: Exact, digits: number): Minor {
  return roundShare(value, 1, 1, 10 ** digits);
}

/** `rd2`: an exact value in major units cut toward zero to minor units. */
export function cutToMinor(value: Exact, digits: number): Minor {
  return safeMinor(Number((value.n * 10n ** BigInt(digits)) / value.d));
}

/** Minor units back to an exact value in major units. */
export function fromMinor(amount: Minor, digits: number): Exact {
  return fraction(amount, 10 ** digits);
}

/** `hu2` as an exact value again: a price rounded to its currency's minor unit. */
export function roundPrice(value: Exact, digits: number): Exact {
  return fromMinor(roundToMinor(value, digits), digits);
}

/**
 * `hu2(value × factor / divisor)` in minor units of `10^digits` = `scale` to the major unit, half away from zero.
 *
 * Exact for all inputs: with safe integers the quotient is corrected by its remainder, otherwise bigint is used.
 * @param factor seats × days, a safe integer of any sign
 * @param divisor days of the cycle, a positive safe integer
 */
export function roundShare(value: Exact, factor: number, divisor: number, scale: number): Minor {
  const top = value.num * factor * scale;
  const bottom = value.den * divisor;
  if (top <= MAX_FAST && top >= -MAX_FAST && bottom <= MAX_FAST) {
    const magnitude = top < 0 ? -top : top;
    let quotient = Math.floor(magnitude / bottom);
    let rest = magnitude - quotient * bottom;
    if (rest < 0) {
      quotient -= 1;
      rest += bottom;
    }
    if (2 * rest >= bottom) quotient += 1;
    return top < 0 && quotient !== 0 ? -quotient : quotient;
  }
  const n = value.n * BigInt(factor) * BigInt(scale);
  return safeMinor(Number(roundHalfAway(n, value.d * BigInt(divisor))));
}

/** Below this, `2 × rest` and every product in `roundShare` stay exact. NaN fails the comparison and takes the slow way. */
const MAX_FAST = 2 ** 52;

/** An amount as decimal text with exactly the currency's digits: `-1234.50`. */
export function minorToText(amount: Minor, digits: number): string {
  const magnitude = String(Math.abs(amount)).padStart(digits + 1, '0');
  const sign = amount < 0 ? '-' : '';
  if (digits === 0) return sign + magnitude;
  return `${sign}${magnitude.slice(0, -digits)}.${magnitude.slice(-digits)}`;
}
