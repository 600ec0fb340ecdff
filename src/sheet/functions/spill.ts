/** Functions that give blocks: UNIQUE, SORT, FILTER, SEQUENCE. */
import { comparePlain, toBoolean } from '../formula/coerce.ts';
import type { FunctionSpec } from '../formula/function-spec.ts';
import { errorOf, type FormulaError, isError, type Matrix, type Scalar, type Value } from '../formula/value.ts';
import { lookupKey } from './index-cache.ts';
import { matrixFrom } from '../formula/matrix.ts';
import { cellAt, sizeOf, spilled } from './matrix.ts';
import { block, defaulted, define, flag, number, raw, whole } from './params.ts';

const VALUE = errorOf('#VALUE!');
const CALC = errorOf('#CALC!');
/** Cells that a sheet has room for are more; what no memory holds is refused. */
const MOST_CELLS = 10_000_000;

/** The block with rows and columns exchanged. */
function turned(matrix: Matrix): Matrix {
  return matrixFrom(matrix.columns, matrix.rows, (row, column) => matrix.at(column, row));
}

/** Some rows of a block, or some columns. */
function picked(matrix: Matrix, places: readonly number[], areColumns: boolean): Value {
  if (areColumns) {
    return spilled(matrixFrom(matrix.rows, places.length, (row, column) => matrix.at(row, places[column] ?? 0)));
  }
  return spilled(matrixFrom(places.length, matrix.columns, (row, column) => matrix.at(places[row] ?? 0, column)));
}

/** Rows (or columns) of a block that differ from those before; `once`: only those that occur a single time. */
function unique(matrix: Matrix, areColumns: boolean, once: boolean): Value {
  const lines = areColumns ? turned(matrix) : matrix;
  const seen = new Map<string, { readonly place: number; count: number }>();
  for (let row = 0; row < lines.rows; row++) {
    const key = keyOf(lines, row);
    const known = seen.get(key);
    if (known === undefined) seen.set(key, { place: row, count: 1 });
    else known.count++;
  }
  const kept = [...seen.values()].filter(({ count }) => !once || count === 1).map(({ place }) => place);
  return kept.length === 0 ? CALC : picked(matrix, kept, areColumns);
}

/** A text that rows of equal cells share; texts are equal but for case. */
function keyOf(matrix: Matrix, row: number): string {
  let key = '';
  for (let column = 0; column < matrix.columns; column++) {
    const cell = lookupKey(matrix.at(row, column));
    const shown = isError(cell) ? cell.code : String(cell);
    key += `${typeof cell} ${shown.length} ${shown} `;
  }
  return key;
}

/** Numbers, texts, FALSE, TRUE, errors; empty cells come last whichever way is sorted. */
function kindOf(cell: Scalar): number {
  if (cell === null) return 4;
  if (typeof cell === 'number') return 0;
  return typeof cell === 'string' ? 1 : typeof cell === 'boolean' ? 2 : 3;
}

function compareForSort(a: Scalar, b: Scalar, direction: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (isError(a) || isError(b)) return direction * (kindOf(a) - kindOf(b));
  return direction * comparePlain(a, b);
}

/** Keys and directions of SORT: one each, or as many of one as of the other. */
function sort(matrix: Matrix, keys: Matrix, orders: Matrix, areColumns: boolean): Value {
  const lines = areColumns ? turned(matrix) : matrix;
  const count = sizeOf(keys);
  if (sizeOf(orders) !== count && sizeOf(orders) !== 1) return VALUE;
  const steps: { column: number; direction: number }[] = [];
  for (let index = 0; index < count; index++) {
    const column = number.read(cellAt(keys, index), CONSTANT);
    const direction = number.read(cellAt(orders, sizeOf(orders) === 1 ? 0 : index), CONSTANT);
    if (typeof column !== 'number') return column;
    if (typeof direction !== 'number') return direction;
    if (column < 1 || column >= lines.columns + 1 || (direction !== 1 && direction !== -1)) return VALUE;
    steps.push({ column: Math.floor(column) - 1, direction });
  }
  const places = Array.from({ length: lines.rows }, (_, row) => row);
  places.sort((a, b) => {
    for (const { column, direction } of steps) {
      const order = compareForSort(lines.at(a, column), lines.at(b, column), direction);
      if (order !== 0) return order;
    }
    return a - b;
  });
  return picked(matrix, places, areColumns);
}

const CONSTANT = { asOf: 0, locale: 'en-US' };

function filter(matrix: Matrix, include: Matrix, empty: Value | undefined): Value {
  const byRow = include.columns === 1 && include.rows === matrix.rows;
  const byColumn = !byRow && include.rows === 1 && include.columns === matrix.columns;
  if (!byRow && !byColumn) return VALUE;
  const kept: number[] = [];
  for (let index = 0; index < sizeOf(include); index++) {
    const keep: boolean | FormulaError = toBoolean(cellAt(include, index));
    if (typeof keep !== 'boolean') return keep;
    if (keep) kept.push(index);
  }
  if (kept.length > 0) return picked(matrix, kept, byColumn);
  return empty ?? CALC;
}

function sequence(rows: number, columns: number, start: number, step: number): Value {
  if (rows < 0 || columns < 0 || rows * columns > MOST_CELLS) return VALUE;
  if (rows === 0 || columns === 0) return CALC;
  return spilled(matrixFrom(rows, columns, (row, column) => start + (row * columns + column) * step));
}

export const SPILL: readonly FunctionSpec[] = [
  define('UNIQUE', [block, defaulted(flag, false), defaulted(flag, false)], ([matrix, areColumns, once]) =>
    unique(matrix, areColumns, once),
  ),
  define(
    'SORT',
    [block, defaulted(block, undefined), defaulted(block, undefined), defaulted(flag, false)],
    ([matrix, keys, orders, areColumns]) => sort(matrix, keys ?? ONE, orders ?? ONE, areColumns),
  ),
  define('FILTER', [block, block, defaulted(raw, undefined)], ([matrix, include, empty]) =>
    filter(matrix, include, empty?.value ?? undefined),
  ),
  define('SEQUENCE', [whole, defaulted(whole, 1), defaulted(number, 1), defaulted(number, 1)], (values) => {
    const [rows, columns, start, step] = values;
    return sequence(rows, columns, start, step);
  }),
];

const ONE = matrixFrom(1, 1, () => 1);
