/** The place of a value in a block by value or pattern. */
import { isError, type Matrix, type Scalar } from '../formula/value.ts';
import { lookupKey, placesOf, ResultMemory } from './index-cache.ts';
import { cellAt, sizeOf } from './matrix.ts';
import { isPattern, patternOf, withoutTildes } from './wildcard.ts';

/** The place of a value, texts but for case; errors are found nowhere. Undefined: not there. */
export function placeOf(matrix: Matrix, wanted: Scalar, fromLast = false): number | undefined {
  if (isError(wanted)) return undefined;
  const places = placesOf(matrix);
  return (fromLast ? places.last : places.first).get(lookupKey(wanted));
}

const found = new ResultMemory<number>();

/** The same, where a text may be a pattern. */
export function placeOfPattern(matrix: Matrix, wanted: Scalar, fromLast = false): number | undefined {
  if (typeof wanted !== 'string') return placeOf(matrix, wanted, fromLast);
  if (!isPattern(wanted)) return placeOf(matrix, withoutTildes(wanted), fromLast);
  const place = found.get(matrix, `${String(fromLast)} ${wanted.toLowerCase()}`, () => walk(matrix, wanted, fromLast));
  return place < 0 ? undefined : place;
}

function walk(matrix: Matrix, wanted: string, fromLast: boolean): number {
  const pattern = patternOf(wanted, true);
  const size = sizeOf(matrix);
  for (let step = 0; step < size; step++) {
    const index = fromLast ? size - 1 - step : step;
    const cell = cellAt(matrix, index);
    if (typeof cell === 'string' && pattern.test(cell)) return index;
  }
  return -1;
}
