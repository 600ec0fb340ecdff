/** Blocks of cells, and running something once for each cell of several blocks. */
import { type Matrix, type Scalar, type Value, errorOf, isMatrix } from './value.ts';

/** A block of rows that are all there. */
export function matrixOf(rows: readonly (readonly Scalar[])[]): Matrix {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, at: (row, column) => rows[row]?.[column] ?? null };
}

/** A block whose cells are computed when they are asked for. */
export function matrixFrom(rows: number, columns: number, at: (row: number, column: number) => Scalar): Matrix {
  return { rows, columns, at };
}

/** The given rows of a block, in their order. */
export function takeRows(matrix: Matrix, rows: ArrayLike<number>): Matrix {
  const { decimals, columns } = matrix;
  const at = (row: number, column: number): Scalar => matrix.at(rows[row] ?? 0, column);
  if (!decimals) return { rows: rows.length, columns, at };
  const units = new Float64Array(rows.length);
  for (let to = 0; to < rows.length; to++) units[to] = decimals.units[rows[to] ?? 0] ?? NaN;
  return { rows: rows.length, columns, at, decimals: { units, scale: decimals.scale } };
}

/** A block's first cell, or the value itself. */
export function firstCell(value: Value): Scalar {
  if (!isMatrix(value)) return value;
  return value.rows > 0 && value.columns > 0 ? value.at(0, 0) : null;
}

/** A cell of a value that is stretched over a larger block: single rows and columns repeat, beyond others is `#N/A`. */
function cellOf(value: Value | undefined, row: number, column: number): Scalar | undefined {
  if (value === undefined || !isMatrix(value)) return value;
  const inRow = value.rows === 1 ? 0 : row;
  const inColumn = value.columns === 1 ? 0 : column;
  return inRow < value.rows && inColumn < value.columns ? value.at(inRow, inColumn) : errorOf('#N/A');
}

/** The block that comes of running `compute` for each cell of the blocks among the values. Computed at once. */
export function broadcast(
  values: readonly (Value | undefined)[],
  compute: (cells: readonly (Scalar | undefined)[]) => Value,
): Matrix {
  let rows = 0;
  let columns = 0;
  for (const value of values) {
    if (value === undefined || !isMatrix(value)) continue;
    rows = Math.max(rows, value.rows);
    columns = Math.max(columns, value.columns);
  }
  const cells: Scalar[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      cells.push(firstCell(compute(values.map((value) => cellOf(value, row, column)))));
  }
  return { rows, columns, at: (row, column) => cells[row * columns + column] ?? null };
}
