/** The values of an own sheet in the user's locale, by the format of their cell. */
import { parseExact, toDecimal } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { numberText } from '../../core/locale-text.ts';
import { localeWords } from '../../core/locale-words.ts';
import { formatCell } from '../arrange/format-cell.ts';
import { type Scalar, isError } from '../formula/value.ts';
import type { CellFormat } from '../model/table-view.ts';

/** What a double keeps. */
const PRECISION = 15;
/** Digits after the point of numbers without a format. */
const MOST_DIGITS = 10;
const LARGE = 1e15;
const SMALL = 1e-9;

/** A value as its cell shows it; '' for an empty one, the code for an error. */
export function shownCell(value: Scalar, format: CellFormat | undefined, words: Format): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (isError(value)) return value.code;
  if (!Number.isFinite(value)) return '#NUM!';
  const exact = parseExact(String(Number(value.toPrecision(PRECISION))));
  if (!exact) return String(value);
  if (format && format.kind !== 'general') return formatCell({ kind: 'number', value: exact }, format, words);
  const size = Math.abs(value);
  const digits = format?.digits;
  const isFar = size !== 0 && (size >= LARGE || size < SMALL);
  const plain = isFar ? value.toExponential(5).replace('e', 'E') : toDecimal(exact, digits ?? 0, digits ?? MOST_DIGITS);
  return numberText(plain, localeWords(words.locale)).replace(/^-/, '−');
}
