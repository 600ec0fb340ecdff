/** Sums over currencies in one reporting currency, beside the exact totals and never mixed into them. */
import type { Day } from '../core/days.ts';
import { type Exact, ZERO, add, multiply, toDecimal } from '../core/exact.ts';
import { fromMinor, minorDigits, roundToMinor } from '../core/money.ts';
import type { FxRates } from './fx-rates.ts';
import { AMOUNTS, type Amount, type Reporting, type ReportingRate, type Totals } from './types.ts';

/** The totals in a reporting currency at the rates of a day. */
export function reportingOf(totals: readonly Totals[], currency: string, rates: FxRates, day: Day): Reporting {
  const digits = minorDigits(currency);
  const used: ReportingRate[] = [];
  const missing: string[] = [];
  const sums = new Map<Amount, Exact>();
  for (const own of totals) {
    const quote = rates.quote(own.currency, currency, day);
    if (!quote) {
      missing.push(own.currency);
      continue;
    }
    used.push({ currency: own.currency, rate: toDecimal(quote.rate, 0, 10), sources: quote.sources });
    for (const amount of AMOUNTS) {
      const value = multiply(fromMinor(own[amount], minorDigits(own.currency)), quote.rate);
      sums.set(amount, add(sums.get(amount) ?? ZERO, value));
    }
  }
  const named = AMOUNTS.map((amount) => [amount, roundToMinor(sums.get(amount) ?? ZERO, digits)]);
  const amounts = Object.fromEntries(named) as Record<Amount, number>;
  return { currency, day, rates: used, missing, amounts: missing.length === 0 ? amounts : undefined };
}
