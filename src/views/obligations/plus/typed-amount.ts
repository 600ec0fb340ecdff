/** Amounts as they are typed. */
import { parseExact, toDecimal } from '../../../core/exact.ts';

/** Decimal text of an amount of 0 or more, at most four digits after the point; undefined for what is none. Empty stays empty. */
export function readAmount(typed: string): string | undefined {
  const plain = typed.replaceAll(/[\s\u00A0\u202F'’]/g, '');
  if (plain === '') return '';
  const value = parseExact(withPoint(plain));
  return value && value.n >= 0n ? toDecimal(value, 0, 4) : undefined;
}

/** Thousands are marked by the sign that comes first or more than once; a single comma or point before other than three digits is the decimal one. */
function withPoint(text: string): string {
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  if (last < 0) return text;
  const sign = text.charAt(last);
  const other = sign === ',' ? '.' : ',';
  const isDecimal = text.includes(other) || (text.indexOf(sign) === last && text.length - last - 1 !== 3);
  if (!isDecimal) return text.replaceAll(sign, '');
  return `${text.slice(0, last).replaceAll(/[.,]/g, '')}.${text.slice(last + 1)}`;
}
