/** Blocks that functions make. */
import { errorOf, type Matrix, type Scalar, type Value } from '../formula/value.ts';

/** What a function gives for a block: nothing is `#CALC!`, one cell is its value. */
export function spilled(matrix: Matrix): Value {
  if (matrix.rows === 0 || matrix.columns === 0) return errorOf('#CALC!');
  return matrix.rows === 1 && matrix.columns === 1 ? matrix.at(0, 0) : matrix;
}

/** Cells of a block. */
export function sizeOf({ rows, columns }: Matrix): number {
  return rows * columns;
}

/** The cell at a place counted along the rows. */
export function cellAt(matrix: Matrix, index: number): Scalar {
  if (matrix.columns === 1) return matrix.at(index, 0);
  return matrix.at(Math.floor(index / matrix.columns), index % matrix.columns);
}

export function sameShape(a: Matrix, b: Matrix): boolean {
  return a.rows === b.rows && a.columns === b.columns;
}
