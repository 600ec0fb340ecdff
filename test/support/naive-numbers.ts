/** Numbers and dates of the naive implementation: decimal.js and Date, nothing of the product's own arithmetic. */
import { Decimal as AnyDecimal } from 'decimal.js';

export const Decimal = AnyDecimal.clone({ precision: 30, rounding: AnyDecimal.ROUND_HALF_UP });
export type Decimal = AnyDecimal;

/** Quotients such as 100/12 have endless digits; none of the spec's values is this near to a tie without being one. */
const GUARD_DIGITS = 14;
const NO_CENTS = new Set(['JPY', 'KRW', 'CLP']);
const MS_PER_DAY = 86_400_000;

export function digitsOf(currency: string): number {
  return NO_CENTS.has(currency) ? 0 : 2;
}

/** Half away from zero to `digits`. */
export function hu(value: Decimal, digits: number): Decimal {
  return value.toDecimalPlaces(GUARD_DIGITS).toDecimalPlaces(digits);
}

/** A unit figure as results files print it: at least two digits, at most ten. */
export function unitText(value: Decimal): string {
  const rounded = value.toDecimalPlaces(10);
  const text = rounded.toFixed(Math.max(2, rounded.decimalPlaces()));
  return text === '-0.00' ? '0.00' : text;
}

/** `YYYY-MM-DD` to days since 1970. */
export function toDay(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / MS_PER_DAY;
}

export function dayText(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Adds months; a day that the month lacks becomes its last one. */
export function plusMonths(day: number, months: number): number {
  const date = new Date(day * MS_PER_DAY);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0);
  return Math.min(first / MS_PER_DAY + date.getUTCDate() - 1, last / MS_PER_DAY);
}
