/** Blocks in order, for look-ups of the next smaller or larger value and for blocks that the user sorted. */
import { comparePlain } from '../formula/coerce.ts';
import { isError, type Matrix, type Scalar } from '../formula/value.ts';
import { remembered } from './index-cache.ts';
import { cellAt, sizeOf } from './matrix.ts';

type Comparable = number | string | boolean;
type Kind = 'number' | 'string' | 'boolean';

function isComparable(cell: Scalar): cell is Comparable {
  return typeof cell === 'number' || typeof cell === 'string' || typeof cell === 'boolean';
}

function kindOf(value: Comparable): Kind {
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' ? 'string' : 'boolean';
}

/** Places of a block's numbers, texts and booleans, each as they stand. */
const placesByKind = remembered((matrix: Matrix): Record<Kind, number[]> => {
  const places: Record<Kind, number[]> = { number: [], string: [], boolean: [] };
  const size = sizeOf(matrix);
  for (let index = 0; index < size; index++) {
    const cell = cellAt(matrix, index);
    if (isComparable(cell)) places[kindOf(cell)].push(index);
  }
  return places;
});

/** The same, smallest first; equal ones as they stand. */
const sortedByKind = remembered((matrix: Matrix): Record<Kind, number[]> => {
  const places = placesByKind(matrix);
  const values = Float64Array.from(places.number, (index) => Number(cellAt(matrix, index)));
  const sort = (list: readonly number[]): number[] =>
    [...list].sort((a, b) => compareCells(cellAt(matrix, a), cellAt(matrix, b)) || a - b);
  const numbers = places.number.map((_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  return {
    number: numbers.map((at) => places.number[at] ?? 0),
    string: sort(places.string),
    boolean: sort(places.boolean),
  };
});

function compareCells(a: Scalar, b: Scalar): number {
  return isError(a) || isError(b) ? 0 : comparePlain(a, b);
}

/** How many places of a list, from its start, hold cells for which `isBefore` is true; the list has them first. */
function countBefore(
  matrix: Matrix,
  list: readonly number[],
  isBefore: (order: number) => boolean,
  wanted: Scalar,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (isBefore(compareCells(cellAt(matrix, list[mid] ?? 0), wanted))) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** How a look-up takes a value that is not there: only itself, the next smaller or the next larger. */
export type Approach = 'exact' | 'smaller' | 'larger';

/** The place of a value in a block that the user has in order; the last of equal ones. Undefined: not found. */
export function placeInOrder(
  matrix: Matrix,
  wanted: Comparable,
  approach: Approach,
  isDescending: boolean,
): number | undefined {
  const list = placesByKind(matrix)[kindOf(wanted)];
  const upTo = countBefore(matrix, list, isDescending ? (order) => order >= 0 : (order) => order <= 0, wanted);
  const nearest = list[upTo - 1];
  if (nearest !== undefined && compareCells(cellAt(matrix, nearest), wanted) === 0) return nearest;
  if (approach === 'exact') return undefined;
  return (approach === 'smaller') === isDescending ? list[upTo] : nearest;
}

/** The place of a value or the next beside it in a block in any order; of equal ones the first or the last. */
export function placeNearest(
  matrix: Matrix,
  wanted: Comparable,
  approach: Approach,
  fromLast: boolean,
): number | undefined {
  const list = sortedByKind(matrix)[kindOf(wanted)];
  const below = countBefore(matrix, list, (order) => order < 0, wanted);
  const upTo = countBefore(matrix, list, (order) => order <= 0, wanted);
  if (below < upTo) return list[fromLast ? upTo - 1 : below];
  const nearest = list[approach === 'smaller' ? below - 1 : upTo];
  if (approach === 'exact' || nearest === undefined) return undefined;
  const value = cellAt(matrix, nearest);
  return fromLast
    ? list[countBefore(matrix, list, (order) => order <= 0, value) - 1]
    : list[countBefore(matrix, list, (order) => order < 0, value)];
}
