/** Fields as they were stored: what is not of its kind falls back to nothing said. */
import { parseDay } from '../days.ts';
import { parseExact } from '../exact.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The longest text that is kept. */
const LONGEST = 20_000;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST) : '';
}

/** A day `YYYY-MM-DD` that the calendar has, or the empty text. */
export function dayOf(value: unknown): string {
  return typeof value === 'string' && parseDay(value) !== undefined ? value : '';
}

/** A decimal of 0 or more, or the empty text. */
export function amountOf(value: unknown): string {
  const parsed = typeof value === 'string' && value.length <= 30 ? parseExact(value) : undefined;
  return typeof value === 'string' && parsed && parsed.n >= 0n ? value : '';
}

export function oneOf<T extends string>(choices: readonly T[], value: unknown, usual: T): T {
  return choices.find((choice) => choice === value) ?? usual;
}

/** Entries of a list that are records, each read; those with an id that another has already are left out. */
export function entriesOf<T extends { readonly id: string }>(
  value: unknown,
  read: (fields: Fields) => T,
): readonly T[] {
  if (!Array.isArray(value)) return [];
  const seen = new Set<string>();
  return value.filter(isFields).flatMap((fields) => {
    const entry = read(fields);
    if (entry.id === '' || seen.has(entry.id)) return [];
    seen.add(entry.id);
    return [entry];
  });
}

/** An id that no entry has: the next whole number. */
export function freshId(entries: readonly { readonly id: string }[]): string {
  const numbers = entries.map(({ id }) => (/^\d{1,9}$/.test(id) ? Number(id) : 0));
  return String(Math.max(0, ...numbers) + 1);
}
