/** Functions of a block's numbers in order: LARGE, SMALL, PERCENTILE.INC, RANK. */
import type { FunctionSpec } from '../formula/function-spec.ts';
import { sameNumber } from '../formula/round.ts';
import { errorOf, type FormulaError, type Matrix, type Value } from '../formula/value.ts';
import { remembered } from './index-cache.ts';
import { eachNumber } from './numbers.ts';
import { block, define, number, optional } from './params.ts';

const NUM = errorOf('#NUM!');

/** The numbers of a block, smallest first; made once for each block. */
const sortedNumbers = remembered((matrix: Matrix): Float64Array | FormulaError => {
  const numbers: number[] = [];
  const error = eachNumber(matrix, (value) => numbers.push(value));
  return error ?? Float64Array.from(numbers).sort();
});

/** The k-th of a block's numbers, counted from 1; k is rounded up, as Excel does. */
function kth(matrix: Matrix, place: number, fromTop: boolean): Value {
  const sorted = sortedNumbers(matrix);
  if (!(sorted instanceof Float64Array)) return sorted;
  const k = Math.ceil(place);
  if (k < 1) return NUM;
  return sorted[fromTop ? sorted.length - k : k - 1] ?? NUM;
}

/** The value below which a share of the numbers lies, between two of them in proportion. */
function percentile(matrix: Matrix, share: number): Value {
  const sorted = sortedNumbers(matrix);
  if (!(sorted instanceof Float64Array)) return sorted;
  if (sorted.length === 0 || share < 0 || share > 1) return NUM;
  const place = share * (sorted.length - 1);
  const nearest = Math.floor(place + 0.5);
  const at = sameNumber(place, nearest) ? nearest : place;
  const below = Math.floor(at);
  const lower = sorted[below] ?? NaN;
  const upper = sorted[below + 1] ?? lower;
  return lower + (upper - lower) * (at - below);
}

/** How many of the numbers in order are below a value. */
function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((sorted[mid] ?? Infinity) < value) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** How many of the numbers in order are not above a value. */
function countUpTo(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((sorted[mid] ?? Infinity) <= value) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The place of a number among those of a block; equal numbers share the best. */
function rank(value: number, matrix: Matrix, isAscending: boolean): Value {
  const sorted = sortedNumbers(matrix);
  if (!(sorted instanceof Float64Array)) return sorted;
  const below = countBelow(sorted, value);
  const upTo = countUpTo(sorted, value);
  if (below === upTo) return errorOf('#N/A');
  return isAscending ? below + 1 : sorted.length - upTo + 1;
}

const rankParams = [number, block, optional(number, 0)] as const;

export const ORDER_STATISTICS: readonly FunctionSpec[] = [
  define('LARGE', [block, number], ([matrix, k]) => kth(matrix, k, true)),
  define('SMALL', [block, number], ([matrix, k]) => kth(matrix, k, false)),
  define('PERCENTILE.INC', [block, number], ([matrix, share]) => percentile(matrix, share)),
  define('RANK', rankParams, ([value, matrix, order]) => rank(value, matrix, order !== 0)),
  define('RANK.EQ', rankParams, ([value, matrix, order]) => rank(value, matrix, order !== 0)),
];
