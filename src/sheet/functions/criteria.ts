/** Criteria of SUMIF and its kin: `">=10"`, `"<>open"`, `"A*"`, `5`, and what of a cell they look at. */
import { comparePlain, numberOfText } from '../formula/coerce.ts';
import { to15 } from '../formula/round.ts';
import { ERROR_CODES, errorOf, isError, type Scalar } from '../formula/value.ts';
import { serialOfText } from './format/date-text.ts';
import { numberOfLocalText } from './format/local-number.ts';
import { isPattern, patternOf, withoutTildes } from './wildcard.ts';

export interface Criterion {
  /** The same for criteria that accept the same cells. */
  readonly key: string;
  /** The value that accepted cells have, as `criterionKey` gives it; undefined when they may differ. */
  readonly equals?: Scalar;
  /** Set when it accepts the numbers on one side of a limit, and nothing else. */
  readonly side?: 'low' | 'high';
  accepts(cell: Scalar): boolean;
}

/** Digits as `">"&A1` writes them, in every locale. */
const IS_PLAIN = /^-?\d+(?:\.\d+)?$/;

/** What can be neither a number nor a date: a letter first and nothing that could part the pieces of a date. */
const IS_WORD = /^\p{L}(?!(?:UR|SD|BP|HF|EK|OK|KK)\s*\d)[^\s.,/-]*$/iu;
const OPERATOR = /^(<=|>=|<>|<|>|=)([^]*)$/;

/** What cells are told apart by when a criterion asks for one value: texts but for case, and by their number if they write one. */
export function criterionKey(cell: Scalar): Scalar {
  if (typeof cell === 'number') return shown(cell);
  if (typeof cell !== 'string') return cell;
  const written = numberOfText(cell);
  return written === undefined ? cell.toLowerCase() : shown(written);
}

/** A number as far as it shows: 0.1+0.2 is 0.3. */
function shown(value: number): number {
  return Number.isInteger(value) ? value : to15(value);
}

/** Criteria by what was given, for one locale at a time. */
let known: { readonly locale: string; readonly criteria: Map<Scalar, Criterion> } = { locale: '', criteria: new Map() };
const MOST_CRITERIA = 20_000;

/** A criterion as the user gave it. An empty cell asks for 0. */
export function criterionOf(given: Scalar, locale: string): Criterion {
  if (known.locale !== locale || known.criteria.size >= MOST_CRITERIA) known = { locale, criteria: new Map() };
  let criterion = known.criteria.get(given);
  if (criterion === undefined) {
    criterion = readCriterion(given, locale);
    known.criteria.set(given, criterion);
  }
  return criterion;
}

function readCriterion(given: Scalar, locale: string): Criterion {
  if (typeof given !== 'string') return equal(given ?? 0);
  const match = OPERATOR.exec(given);
  const operator = match?.[1] ?? '';
  const operand = match?.[2] ?? given;
  if (operand === '') return withoutOperand(operator);
  const value = readOperand(operand, locale);
  if (operator === '' || operator === '=') return equalOrPattern(value);
  if (operator === '<>') return not(equalOrPattern(value));
  return ordered(operator, value);
}

/** The value that an operand writes: a number, TRUE, an error, else the text itself. */
function readOperand(operand: string, locale: string): Scalar {
  if (IS_PLAIN.test(operand)) return Number(operand);
  if (IS_WORD.test(operand)) return wordOf(operand);
  // A date without its year is none: which year it means would change with the day.
  const asNumber = numberOfLocalText(operand, locale) ?? numberOfText(operand) ?? serialOfText(operand, locale, 0);
  return asNumber ?? wordOf(operand);
}

function wordOf(operand: string): Scalar {
  const upper = operand.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE';
  const code = ERROR_CODES.find((known) => known === upper);
  return code === undefined ? operand : errorOf(code);
}

function withoutOperand(operator: string): Criterion {
  // A bare "=" asks for cells with nothing in them, "" for these and for empty texts.
  if (operator === '=') return { key: '=', accepts: (cell) => cell === null };
  if (operator === '') return { key: '""', accepts: (cell) => cell === null || cell === '' };
  if (operator === '<>') return { key: '<>', accepts: (cell) => cell !== null };
  return ordered(operator, '');
}

function equalOrPattern(value: Scalar): Criterion {
  if (typeof value !== 'string') return equal(value);
  if (!isPattern(value)) return equal(withoutTildes(value));
  const pattern = patternOf(value, true);
  return { key: `*${value.toLowerCase()}`, accepts: (cell) => typeof cell === 'string' && pattern.test(cell) };
}

function equal(value: Scalar): Criterion {
  const wanted = typeof value === 'string' ? value.toLowerCase() : typeof value === 'number' ? shown(value) : value;
  return {
    key: `=${typeof wanted} ${isError(wanted) ? wanted.code : String(wanted)}`,
    equals: wanted,
    accepts: (cell) => criterionKey(cell) === wanted,
  };
}

function not(criterion: Criterion): Criterion {
  return { key: `<>${criterion.key}`, accepts: (cell) => !criterion.accepts(cell) };
}

/** `<`, `<=`, `>`, `>=`: only cells of the operand's own kind count. */
function ordered(operator: string, value: Scalar): Criterion {
  const isRight: (order: number) => boolean =
    operator === '<'
      ? (order) => order < 0
      : operator === '<='
        ? (order) => order <= 0
        : operator === '>'
          ? (order) => order > 0
          : (order) => order >= 0;
  return {
    key: `${operator}${typeof value} ${isError(value) ? value.code : String(value)}`,
    ...(typeof value === 'number' ? { side: operator.startsWith('<') ? 'low' : 'high' } : {}),
    accepts: (cell) =>
      typeof cell === typeof value &&
      cell !== null &&
      !isError(cell) &&
      !isError(value) &&
      isRight(comparePlain(cell, value)),
  };
}
