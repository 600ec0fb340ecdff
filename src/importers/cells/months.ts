/** Months as they stand in files, to `2026-11`. */
import { readIso } from './dates.ts';

const DIGITS = /^(\d{4})[-/]?(\d{1,2})$/;
const PARTED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s|$)/;

/** A month from `202611`, `2026-11`, or its first day as a date; undefined for anything else. */
export function readMonth(text: string): string | undefined {
  const digits = DIGITS.exec(text);
  if (digits) return monthOf(digits[1], digits[2]);
  const parted = PARTED.exec(text);
  // Of a month's first day, the part that is not 1 is the month, whichever comes first.
  if (parted?.[1] === '1' || parted?.[1] === '01') return monthOf(parted[3], parted[2]);
  if (parted?.[2] === '1' || parted?.[2] === '01') return monthOf(parted[3], parted[1]);
  return readIso(text) && text.slice(5, 10).endsWith('-01') ? monthOf(text.slice(0, 4), text.slice(5, 7)) : undefined;
}

function monthOf(year = '', month = ''): string | undefined {
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-${month.padStart(2, '0')}` : undefined;
}
