/** What a number counts: money of a currency, per month or year; a rate between currencies; something else; or unknown. */

/** Money whose currency stands in a column of its row, by that column's name in lower case. */
const BY_ROW = '*';

export type Period = 'month' | 'year';

export type Unit =
  /** Typed numbers and whatever is not known: goes with everything. */
  | { readonly kind: 'any' }
  /** Seats, days, percent: no money. */
  | { readonly kind: 'plain'; readonly label: string }
  | { readonly kind: 'money'; readonly currency: string; readonly per: Period | undefined }
  /** What one unit of `from` is in `to`. */
  | { readonly kind: 'rate'; readonly from: string; readonly to: string };

export const ANY: Unit = { kind: 'any' };
export const PLAIN: Unit = { kind: 'plain', label: '' };

/** Money in a currency (ISO code). */
export function moneyUnit(currency: string, per?: Period): Unit {
  return { kind: 'money', currency: currency.toUpperCase(), per };
}

/** Money of rows that each name their currency in a column. */
export function mixedMoney(currencyColumn: string, per?: Period): Unit {
  return { kind: 'money', currency: currencyOfRow(currencyColumn), per };
}

export function currencyOfRow(column: string): string {
  return BY_ROW + column.toLowerCase();
}

/** Whether a currency is another one row by row. */
export function isByRow(currency: string): boolean {
  return currency.startsWith(BY_ROW);
}

const MONEY = /^([A-Z]{3})(?:\s*(?:\/|\bper\b)\s*(month|year))?$/;

/** A unit as users write it for a name: `EUR`, `EUR/month`, `%`, `days`; nothing is unknown. */
export function parseUnit(text: string): Unit {
  const trimmed = text.trim();
  if (trimmed === '') return ANY;
  const [, currency, per] = MONEY.exec(trimmed) ?? [];
  if (currency === undefined) return { kind: 'plain', label: trimmed };
  return moneyUnit(currency, per === 'month' || per === 'year' ? per : undefined);
}
