/** Texts that end in a number: `Seat 9`, `Seat 10`; `A-007`, `A-008`. */
import type { Series } from './series.ts';

const NUMBERED = /^([^]*?)(\d{1,15})$/;

/**
 * The series of texts that differ in the number at their end only; a single one goes on by one. Leading zeros are kept, and
 * below 0 the numbers rise again, as in Excel.
 */
export function textSeries(texts: readonly string[]): Series | undefined {
  const parts = texts.map((text) => NUMBERED.exec(text));
  const [, prefix = '', firstDigits = ''] = parts[0] ?? [];
  if (parts.some((part) => part?.[1] !== prefix)) return undefined;
  const numbers = parts.map((part) => Number(part?.[2] ?? ''));
  const [first = 0, second = first + 1] = numbers;
  const step = second - first;
  if (!numbers.every((number, place) => number === first + step * place)) return undefined;
  const width = parts.some((part) => part?.[2]?.startsWith('0')) ? firstDigits.length : 1;
  return (place) => prefix + String(Math.abs(first + step * place)).padStart(width, '0');
}
