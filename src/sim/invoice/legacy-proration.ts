/** Parts of a cycle in files of before new commerce. Microsoft's pages round in three ways, each with examples of its own. */
import { divide, type Exact, fraction, multiply } from '../../core/exact.ts';
import { fromMinor, type Minor, roundToMinor } from '../../core/money.ts';

export interface LegacyProration {
  /** Per seat and whole cycle. */
  readonly unitPrice: Exact;
  readonly quantity: number;
  readonly cycleDays: number;
  readonly billingDays: number;
  /** Digits of the currency after the point. */
  readonly digits: number;
}

/** Amounts in minor units, each rounded half away from zero. */
export interface LegacyAmounts {
  /** The written formula: a day of all seats is rounded, then the days of one seat, then all seats. */
  readonly stepwise: Minor;
  /** Rounded once, at the end. */
  readonly once: Minor;
  /** The price of a day is rounded to a digit more than the currency has, then the days of a seat to the currency's. */
  readonly daily: Minor;
}

export function legacyAmounts({ unitPrice, quantity, cycleDays, billingDays, digits }: LegacyProration): LegacyAmounts {
  const [seats, days, cycle] = [fraction(quantity), fraction(billingDays), fraction(cycleDays)];
  const rounded = (value: Exact, places = digits): Exact => fromMinor(roundToMinor(value, places), places);
  const dayOfAll = rounded(divide(multiply(unitPrice, seats), cycle));
  const dayOfOne = rounded(divide(unitPrice, cycle), digits + 1);
  return {
    stepwise: roundToMinor(multiply(rounded(divide(multiply(dayOfAll, days), seats)), seats), digits),
    once: roundToMinor(divide(multiply(multiply(unitPrice, seats), days), cycle), digits),
    daily: roundToMinor(multiply(rounded(multiply(dayOfOne, days)), seats), digits),
  };
}
