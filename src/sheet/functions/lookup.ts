/** VLOOKUP, HLOOKUP, INDEX, and the size of blocks. */
import type { FunctionSpec } from '../formula/function-spec.ts';
import { errorOf, isError, isMatrix, type Matrix, type Scalar, type Value } from '../formula/value.ts';
import { placeOfPattern } from './find-place.ts';
import { remembered } from './index-cache.ts';
import { matrixFrom } from '../formula/matrix.ts';
import { spilled } from './matrix.ts';
import { block, define, flag, optional, scalar, whole } from './params.ts';
import { placeInOrder } from './search-order.ts';

const NA = errorOf('#N/A');
const REF = errorOf('#REF!');
const VALUE = errorOf('#VALUE!');

/** The first column and the first row of a block, each the same block whenever it is asked for. */
const firstColumn = remembered((matrix: Matrix) => matrixFrom(matrix.rows, 1, (row) => matrix.at(row, 0)));
const firstRow = remembered((matrix: Matrix) => matrixFrom(1, matrix.columns, (_, column) => matrix.at(0, column)));

function placeIn(line: Matrix, wanted: Scalar, isApproximate: boolean): number | undefined {
  const value = wanted ?? 0;
  if (isError(value)) return undefined;
  return isApproximate ? placeInOrder(line, value, 'smaller', false) : placeOfPattern(line, value);
}

function vlookup(wanted: Scalar, table: Matrix, column: number, isApproximate: boolean): Value {
  if (column < 1) return VALUE;
  if (column > table.columns) return REF;
  const place = placeIn(firstColumn(table), wanted, isApproximate);
  return place === undefined ? NA : table.at(place, column - 1);
}

function hlookup(wanted: Scalar, table: Matrix, row: number, isApproximate: boolean): Value {
  if (row < 1) return VALUE;
  if (row > table.rows) return REF;
  const place = placeIn(firstRow(table), wanted, isApproximate);
  return place === undefined ? NA : table.at(row - 1, place);
}

/** INDEX: a cell; 0 in place of a row or column gives all of them. In a single row the first number is the column. */
function index(matrix: Matrix, first: number, second: number | undefined): Value {
  const isRow = matrix.rows === 1 && second === undefined;
  const row = isRow ? 1 : first;
  const column = isRow ? first : (second ?? (matrix.columns === 1 ? 1 : 0));
  if (row < 0 || column < 0) return VALUE;
  if (row > matrix.rows || column > matrix.columns) return REF;
  if (row === 0 && column === 0) return spilled(matrix);
  if (row === 0) return spilled(matrixFrom(matrix.rows, 1, (at) => matrix.at(at, column - 1)));
  if (column === 0) return spilled(matrixFrom(1, matrix.columns, (_, at) => matrix.at(row - 1, at)));
  return matrix.at(row - 1, column - 1);
}

/** The size of a block; of a single value 1. */
function size(name: string, of: (matrix: Matrix) => number): FunctionSpec {
  return {
    name,
    args: [{ kind: 'block' }],
    takesErrors: true,
    call: ([value]) => {
      if (value === undefined) return VALUE;
      if (isError(value)) return value;
      return isMatrix(value) ? of(value) : 1;
    },
  };
}

export const LOOKUP: readonly FunctionSpec[] = [
  define('VLOOKUP', [scalar, block, whole, optional(flag, true)], ([wanted, table, column, isApproximate]) =>
    vlookup(wanted, table, column, isApproximate),
  ),
  define('HLOOKUP', [scalar, block, whole, optional(flag, true)], ([wanted, table, row, isApproximate]) =>
    hlookup(wanted, table, row, isApproximate),
  ),
  define('INDEX', [block, whole, optional(whole, undefined)], ([matrix, row, column]) => index(matrix, row, column)),
  size('ROWS', ({ rows }) => rows),
  size('COLUMNS', ({ columns }) => columns),
];
