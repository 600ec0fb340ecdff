/** Months as they stand in files, to `2026-11`. */
import { readIso } from './dates.ts';

const DIGITS = /^(\d{4})[-/]?(\d{1,2})$/;
const PARTED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s|$)/;

const SHORT = /^(\d{1,2})[/.-](\d{4})$/;
const NAMED = /^(\p{L}+)\.?[\s/-]+(?:'?(\d{2})|(\d{4}))$/u;
/** The first three letters of the names, in English and German. */
const NAMES: ReadonlyMap<string, number> = new Map(
  'jan feb mar apr may jun jul aug sep oct nov dec / jan feb mär apr mai jun jul aug sep okt nov dez'
    .split(' / ')
    .flatMap((names) => names.split(' ').map((name, at) => [name, at + 1] as const)),
);
const WHOLE =
  'january february march april may june july august september october november december januar februar märz mai juni juli oktober dezember sept'.split(
    ' ',
  );

/** A month from `202611`, `2026-11`, `11/2026`, `November 2026`, or its first day as a date; undefined for anything else. */
export function readMonth(text: string): string | undefined {
  const digits = DIGITS.exec(text);
  if (digits) return monthOf(digits[1], digits[2]);
  const short = SHORT.exec(text);
  if (short) return monthOf(short[2], short[1]);
  const named = NAMED.exec(text);
  if (named) return namedMonth(named[1] ?? '', named[3] ?? `20${named[2] ?? ''}`);
  const parted = PARTED.exec(text);
  // Of a month's first day, the part that is not 1 is the month, whichever comes first.
  if (parted?.[1] === '1' || parted?.[1] === '01') return monthOf(parted[3], parted[2]);
  if (parted?.[2] === '1' || parted?.[2] === '01') return monthOf(parted[3], parted[1]);
  return readIso(text) && text.slice(5, 10).endsWith('-01') ? monthOf(text.slice(0, 4), text.slice(5, 7)) : undefined;
}

function namedMonth(name: string, year: string): string | undefined {
  const word = name.toLowerCase();
  const number = word.length === 3 || WHOLE.includes(word) ? NAMES.get(word.slice(0, 3)) : undefined;
  return number === undefined ? undefined : monthOf(year, String(number));
}

function monthOf(year = '', month = ''): string | undefined {
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-${month.padStart(2, '0')}` : undefined;
}
