/** Filters that compare a cell with the whole column: the largest and smallest, above and below average. Always exact. */
import { type Exact, compare, divide, fraction, parseExact } from '../../core/exact.ts';
import { ExactSum, addCell } from '../../core/exact-sum.ts';
import { type Column, type DayColumn, NO_DAY, exactAt } from '../../core/table.ts';
import { type RowTest, isEmpty } from '../kernels/filter.ts';
import { radixSort } from '../kernels/radix.ts';
import { sortWords } from '../kernels/sort-words.ts';
import { type Compared, type NumberColumn, comparedWith } from './number-compare.ts';

/** Columns of which some cells are larger than others. */
export type SizedColumn = NumberColumn | DayColumn;

const STEP = 65_536;

/** Each cell compared with a number; days are counted since 1970. */
export function comparedSize(column: SizedColumn, bound: Exact): Compared {
  if (column.kind !== 'day') return comparedWith(column, bound);
  const { days } = column;
  const inDays = comparedWith({ kind: 'decimal', scale: 0, units: Float64Array.from(days), wide: new Map() }, bound);
  return (row) => (days[row] === NO_DAY ? NaN : inDays(row));
}

/**
 * The `count` largest or smallest cells, and those that tie with the last of them, as in a spreadsheet. Of the whole column:
 * other filters don't change which they are.
 */
export function* topSteps(
  column: SizedColumn,
  count: number,
  from: 'largest' | 'smallest',
): Generator<undefined, RowTest> {
  const filled = filledRows(column);
  yield;
  const empty = isEmpty(column);
  if (count >= filled.length) return (row) => !empty(row);
  if (count < 1) return () => false;
  const isLargest = from === 'largest';
  const last = nthValue(column, filled, Math.trunc(count) - 1, isLargest);
  yield;
  const compared = comparedSize(column, last);
  return isLargest ? (row) => compared(row) >= 0 : (row) => compared(row) <= 0;
}

/** Cells strictly above or below the average of the column's filled cells. */
export function* averageSteps(column: SizedColumn, side: 'above' | 'below'): Generator<undefined, RowTest> {
  const average = yield* averageOf(column);
  if (average === undefined) return () => false;
  const compared = comparedSize(column, average);
  return side === 'above' ? (row) => compared(row) > 0 : (row) => compared(row) < 0;
}

/** The exact average of the filled cells; undefined when there are none. */
export function* averageOf(column: SizedColumn): Generator<undefined, Exact | undefined> {
  const sum = new ExactSum();
  const empty = isEmpty(column);
  const rows = lengthOf(column);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (row % STEP === STEP - 1) yield;
    if (empty(row)) continue;
    count += 1;
    if (column.kind === 'day') sum.add(column.days[row] ?? 0, 0);
    else if (column.kind === 'count') sum.add(column.counts[row] ?? 0, 0);
    else addCell(sum, column, row);
  }
  const total = parseExact(sum.text());
  return total && count > 0 ? divide(total, fraction(count)) : undefined;
}

/** The exact number in a cell, days since 1970 for a day; undefined when it is empty. */
export function sizeAt(column: SizedColumn, row: number): Exact | undefined {
  if (column.kind === 'count') return fraction(column.counts[row] ?? 0);
  if (column.kind !== 'day') return exactAt(column, row);
  const day = column.days[row] ?? NO_DAY;
  return day === NO_DAY ? undefined : fraction(day);
}

function nthValue(column: SizedColumn, rows: Uint32Array, place: number, descending: boolean): Exact {
  const words = sortWords(column, descending, 'en');
  const sorted = radixSort(rows, words);
  const tie = rowsThatTie(sorted, words, place);
  const values = [...sorted.subarray(tie.first, tie.end)].map((row) => sizeAt(column, row) ?? fraction(0));
  values.sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
  return values[place - tie.first] ?? fraction(0);
}

/** Cells with too many digits are sorted by a float: the rows around a place that share it. One row for all others. */
function rowsThatTie(
  sorted: Uint32Array,
  words: readonly Uint32Array[],
  place: number,
): { readonly first: number; readonly end: number } {
  const isSame = (at: number): boolean => words.every((word) => word[sorted[at] ?? 0] === word[sorted[place] ?? 0]);
  let [first, end] = [place, place + 1];
  while (first > 0 && isSame(first - 1)) first -= 1;
  while (end < sorted.length && isSame(end)) end += 1;
  return { first, end };
}

function filledRows(column: SizedColumn): Uint32Array {
  const empty = isEmpty(column);
  const rows = lengthOf(column);
  const filled = new Uint32Array(rows);
  let length = 0;
  for (let row = 0; row < rows; row++) if (!empty(row)) filled[length++] = row;
  return filled.slice(0, length);
}

/** Rows of a column. */
export function lengthOf(column: Column): number {
  switch (column.kind) {
    case 'text':
      return column.codes.length;
    case 'decimal':
      return column.units.length;
    case 'exact':
      return column.low.length;
    case 'day':
      return column.days.length;
    case 'flag':
      return column.flags.length;
    case 'count':
      return column.counts.length;
  }
}
