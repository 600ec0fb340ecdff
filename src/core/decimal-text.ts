/** Small arithmetic on decimal texts, digit by digit. */
import { compare, parseExact } from './exact.ts';

/** `decimal × 10^power`, canonical: no plus, no needless zeros. */
export function shiftPoint(decimal: string, power: number): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = decimal.slice(sign.length).split('.');
  const front = '0'.repeat(Math.max(0, -power - whole.length));
  const all = front + whole + part + '0'.repeat(Math.max(0, power - part.length));
  const point = front.length + whole.length + power;
  const units = all.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const rest = all.slice(point).replace(/0+$/, '');
  const text = units + (rest === '' ? '' : `.${rest}`);
  return text === '0' ? text : sign + text;
}

/** How many digits stand behind the point of a canonical decimal text. */
export function digitsBehind(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** Negative, zero or positive as `a` is below, at or above `b`; both decimal texts. */
export function compareDecimals(a: string, b: string): number {
  const left = parseExact(a);
  const right = parseExact(b);
  return left === undefined || right === undefined ? 0 : compare(left, right);
}
