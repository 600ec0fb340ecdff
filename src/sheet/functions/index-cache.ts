/**
 * What is worked out once for a block and used by every formula that reads it: 100,000 look-ups in one column sort or index it once.
 * A block never changes: whoever changes a cell hands out a new block.
 */
import type { Matrix, Scalar } from '../formula/value.ts';
import { cellAt, sizeOf } from './matrix.ts';

/** The same result as `make`, worked out once for each block, and let go of with it. */
export function remembered<T>(make: (matrix: Matrix) => T): (matrix: Matrix) => T {
  const known = new WeakMap<Matrix, { readonly value: T }>();
  return (matrix) => {
    const found = known.get(matrix);
    if (found !== undefined) return found.value;
    const value = make(matrix);
    known.set(matrix, { value });
    return value;
  };
}

/** Results of one block that are kept at most. */
const MOST_RESULTS = 200_000;

/** Results by a text, kept for each block. */
export class ResultMemory<T> {
  private readonly known = new WeakMap<Matrix, Map<string, T>>();

  get(matrix: Matrix, key: string, make: () => T): T {
    let results = this.known.get(matrix);
    if (results === undefined || results.size >= MOST_RESULTS) {
      results = new Map<string, T>();
      this.known.set(matrix, results);
    }
    const found = results.get(key);
    if (found !== undefined) return found;
    const value = make();
    results.set(key, value);
    return value;
  }
}

let lastNumber = 0;

/** A number of its own for each block. */
export const numberOfMatrix = remembered(() => ++lastNumber);

/** Blocks smaller than this are quicker walked than indexed. */
export const SMALL_BLOCK = 32;

/** What a look-up tells cells apart by: texts but for case, everything else by itself. */
export function lookupKey(cell: Scalar): Scalar {
  return typeof cell === 'string' ? cell.toLowerCase() : cell;
}

/** Where each value of a block stands first and last, counted along the rows. */
export interface Places {
  readonly first: ReadonlyMap<Scalar, number>;
  readonly last: ReadonlyMap<Scalar, number>;
}

export const placesOf = remembered((matrix: Matrix): Places => {
  const first = new Map<Scalar, number>();
  const last = new Map<Scalar, number>();
  const size = sizeOf(matrix);
  for (let index = 0; index < size; index++) {
    const key = lookupKey(cellAt(matrix, index));
    if (!first.has(key)) first.set(key, index);
    last.set(key, index);
  }
  return { first, last };
});
