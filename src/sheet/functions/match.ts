/** MATCH, XMATCH and XLOOKUP: where a value stands in a row or column. */
import type { FunctionSpec } from '../formula/function-spec.ts';
import {
  errorOf,
  type FormulaError,
  isError,
  isMatrix,
  type Matrix,
  type Scalar,
  type Value,
} from '../formula/value.ts';
import { placeOf, placeOfPattern } from './find-place.ts';
import { matrixFrom } from '../formula/matrix.ts';
import { sizeOf, spilled } from './matrix.ts';
import { block, cellOf, defaulted, define, number, optional, scalar, whole } from './params.ts';
import { type Approach, placeInOrder, placeNearest } from './search-order.ts';

const NA = errorOf('#N/A');
const VALUE = errorOf('#VALUE!');

function isLine(matrix: Matrix): boolean {
  return matrix.rows === 1 || matrix.columns === 1;
}

/** MATCH: 1 the largest not above the value, 0 the value itself or a pattern, −1 the smallest not below it. */
function match(wanted: Scalar, matrix: Matrix, kind: number): Value {
  if (!isLine(matrix)) return NA;
  const value = wanted ?? 0;
  if (isError(value)) return value;
  const place =
    kind === 0
      ? placeOfPattern(matrix, value)
      : kind > 0
        ? placeInOrder(matrix, value, 'smaller', false)
        : placeInOrder(matrix, value, 'larger', true);
  return place === undefined ? NA : place + 1;
}

/** How XLOOKUP and XMATCH look: their numbers for it are checked here. */
interface Look {
  /** 2: patterns. */
  readonly kind: number;
  /** 1 from the first, −1 from the last, 2 and −2 in a block in order. */
  readonly way: number;
}

function placeFor(wanted: Scalar, matrix: Matrix, { kind, way }: Look): number | undefined | FormulaError {
  if (![-1, 0, 1, 2].includes(kind) || ![-2, -1, 1, 2].includes(way)) return VALUE;
  const fromLast = way === -1;
  if (kind === 2) return Math.abs(way) === 2 ? VALUE : placeOfPattern(matrix, wanted, fromLast);
  if (wanted === null || isError(wanted)) return placeOf(matrix, wanted, fromLast);
  const approach: Approach = kind === 0 ? 'exact' : kind < 0 ? 'smaller' : 'larger';
  if (Math.abs(way) === 2) return placeInOrder(matrix, wanted, approach, way === -2);
  return kind === 0 ? placeOf(matrix, wanted, fromLast) : placeNearest(matrix, wanted, approach, fromLast);
}

function xmatch(wanted: Scalar, matrix: Matrix, look: Look): Value {
  if (!isLine(matrix)) return VALUE;
  const place = placeFor(wanted, matrix, look);
  if (typeof place === 'object') return place;
  return place === undefined ? NA : place + 1;
}

/** The row or column of the results that stands beside the place found. */
function beside(results: Matrix, place: number, isColumn: boolean): Value {
  return isColumn
    ? spilled(matrixFrom(1, results.columns, (_, column) => results.at(place, column)))
    : spilled(matrixFrom(results.rows, 1, (row) => results.at(row, place)));
}

function xlookup([wanted, keys, results, missing, kind, way]: readonly (Value | undefined)[]): Value {
  const value = cellOf(wanted);
  if (isError(value)) return value;
  if (keys === undefined || results === undefined) return VALUE;
  const matrix = block.read(keys, CONSTANT);
  const answers = block.read(results, CONSTANT);
  const look = { kind: optionalWhole(kind, 0), way: optionalWhole(way, 1) };
  if (!isMatrix(matrix)) return matrix;
  if (!isMatrix(answers)) return answers;
  if (typeof look.kind !== 'number') return look.kind;
  if (typeof look.way !== 'number') return look.way;
  const isColumn = matrix.columns === 1 && (matrix.rows > 1 || answers.rows === 1);
  if (!isLine(matrix) || (isColumn ? answers.rows : answers.columns) !== sizeOf(matrix)) return VALUE;
  const place = placeFor(value, matrix, { kind: look.kind, way: look.way });
  if (typeof place === 'object') return place;
  if (place === undefined) return missing === undefined || missing === null ? NA : cellOf(missing);
  return beside(answers, place, isColumn);
}

/** Reading numbers needs no locale here. */
const CONSTANT = { asOf: 0, locale: 'en-US' };

function optionalWhole(value: Value | undefined, fallback: number): number | FormulaError {
  return value === undefined || value === null ? fallback : whole.read(value, CONSTANT);
}

export const MATCH: readonly FunctionSpec[] = [
  define('MATCH', [scalar, block, optional(number, 1)], ([wanted, matrix, kind]) => match(wanted, matrix, kind)),
  define('XMATCH', [scalar, block, defaulted(whole, 0), defaulted(whole, 1)], ([wanted, matrix, kind, way]) =>
    xmatch(wanted, matrix, { kind, way }),
  ),
  {
    name: 'XLOOKUP',
    args: [
      { kind: 'scalar' },
      { kind: 'block' },
      { kind: 'block' },
      { kind: 'scalar', optional: true },
      { kind: 'scalar', optional: true },
      { kind: 'scalar', optional: true },
    ],
    takesErrors: true,
    call: xlookup,
  },
];
