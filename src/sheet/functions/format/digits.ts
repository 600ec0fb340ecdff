/** Numbers as plain digits. */
import { roundHalfAway, to15 } from '../../formula/round.ts';
import type { WrittenWords } from './written-words.ts';

/** The digits before and after the point of a number that is not negative, rounded half up to so many places, without zeros at either end. */
export function digitsOf(value: number, places: number): { readonly whole: string; readonly part: string } {
  const [mantissa = '0', exponentText = '0'] = roundHalfAway(value, Math.min(places, 300)).toExponential(14).split('e');
  const exponent = Number(exponentText);
  const digits = mantissa.replace('.', '');
  const padded = exponent < 0 ? '0'.repeat(-exponent) + digits : digits.padEnd(exponent + 1, '0');
  const split = Math.max(0, exponent) + 1;
  return { whole: padded.slice(0, split).replace(/^0+/, ''), part: padded.slice(split).replace(/0+$/, '') };
}

/** Characters that a number in General has room for. */
const ROOM = 11;

/** A number as a cell without a format shows it. */
export function generalText(value: number, { decimal }: WrittenWords): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '-' : '';
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) return sign + scientific(size, decimal);
  const wholeLength = Math.max(1, digitsOf(Math.floor(size), 0).whole.length);
  const places = wholeLength >= ROOM - 1 ? 0 : ROOM - 1 - wholeLength;
  const { whole, part } = digitsOf(size, places);
  if (size < 1e-4 && digitsOf(size, 20).part.length > places) return sign + scientific(size, decimal);
  return sign + (whole || '0') + (part === '' ? '' : decimal + part);
}

function scientific(size: number, decimal: string): string {
  const [mantissa = '0', exponent = '+0'] = to15(size).toExponential(5).split('e');
  const shown = mantissa.replace(/\.?0+$/, '').replace('.', decimal);
  return `${shown}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`;
}
