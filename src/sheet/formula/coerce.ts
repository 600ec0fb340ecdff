/** How one kind of value stands in for another, and which of two comes first: the rules of Excel. */
import { parseDay } from '../../core/days.ts';
import { sameNumber, to15 } from './round.ts';
import { type FormulaError, type Scalar, errorOf, isError, serialOfDay } from './value.ts';

/** A cell that holds no error. */
export type Plain = Exclude<Scalar, FormulaError>;

const VALUE_ERROR = errorOf('#VALUE!');
const NUMBER = /^([+-]?)\s*\$?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d{1,3})?\s*(%?)$/i;
const IN_BRACKETS = /^\(([^()+-]*)\)$/;

/**
 * The number that a text writes in en-US: `3`, ` 1,234.5 `, `12%`, `(3)`, `$4`, `1e3`, or a day as `2026-11-01`; undefined
 * when it writes none.
 */
export function numberOfText(text: string): number | undefined {
  const trimmed = text.trim();
  const bracketed = IN_BRACKETS.exec(trimmed);
  const match = NUMBER.exec(bracketed?.[1] ?? trimmed);
  if (!match) {
    const day = parseDay(trimmed);
    return day === undefined ? undefined : serialOfDay(day);
  }
  const [, sign, digits = '', exponent = '', percent] = match;
  const size = Number(digits.replaceAll(',', '') + exponent) / (percent === '%' ? 100 : 1);
  if (!Number.isFinite(size)) return undefined;
  return sign === '-' || bracketed ? -size : size;
}

/** A value as arithmetic takes it: booleans count 1 and 0, empty cells 0, texts what they write, else `#VALUE!`. */
export function toNumber(value: Scalar): number | FormulaError {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null) return 0;
  if (typeof value === 'string') return numberOfText(value) ?? VALUE_ERROR;
  return value;
}

/** A number as `&` writes it: at most 15 significant digits, `1E+20` where plain digits would be long. */
export function textOfNumber(value: number): string {
  const [digits = '0', exponentText = '0'] = String(to15(value)).split('e');
  const exponent = Number(exponentText);
  const [whole = '0', part = ''] = digits.replace('-', '').split('.');
  const sign = digits.startsWith('-') ? '-' : '';
  if (exponent === 0 && whole.length <= 20) return digits;
  if (exponent < 0 && part.length - exponent <= 18) return `${sign}0.${'0'.repeat(-exponent - 1)}${whole}${part}`;
  return inScientific(to15(value));
}

function inScientific(value: number): string {
  const [digits = '0', exponent = '+0'] = value.toExponential().split('e');
  return `${digits}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`;
}

/** A value as text functions and `&` take it: `TRUE`, `FALSE`, nothing for an empty cell. */
export function toText(value: Scalar): string | FormulaError {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return textOfNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value ?? '';
}

/** A value as a condition: numbers are true unless 0, empty cells false, of texts only TRUE and FALSE are conditions. */
export function toBoolean(value: Scalar): boolean | FormulaError {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (typeof value !== 'string') return value;
  const upper = value.toUpperCase();
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : VALUE_ERROR;
}

/** Numbers come before texts, texts before booleans. */
function rank(value: number | string | boolean): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

/** What an empty cell is beside another value. */
function emptyLike(other: Plain): number | string | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/** Whether two texts are the same but for case. */
export function sameText(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
}

function compareTexts(a: string, b: string): number {
  if (sameText(a, b)) return 0;
  return collator.compare(a, b) || (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
}

/**
 * Below 0 when `a` comes before `b`, 0 when they are equal: numbers at 15 significant digits, texts but for case, an empty
 * cell like 0, nothing or FALSE, whatever it meets.
 */
export function comparePlain(a: Plain, b: Plain): number {
  const left = a ?? emptyLike(b);
  const right = b ?? emptyLike(left);
  if (typeof left === 'number' && typeof right === 'number') return sameNumber(left, right) ? 0 : left < right ? -1 : 1;
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  return rank(left) - rank(right) || Number(left) - Number(right);
}

/** `comparePlain` of two cells; the error of the first that holds one. */
export function compareScalars(a: Scalar, b: Scalar): number | FormulaError {
  if (isError(a)) return a;
  return isError(b) ? b : comparePlain(a, b);
}
