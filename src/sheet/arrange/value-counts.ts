/** The distinct values of a column with how often each occurs: what a filter by value offers. */
import { compareCodeUnits } from '../../core/compare-text.ts';
import type { Column } from '../../core/table.ts';
import { collationRankSteps } from '../kernels/collation-steps.ts';
import { countByCode } from '../kernels/group.ts';
import { allRows, radixSort } from '../kernels/radix.ts';
import { sortWords } from '../kernels/sort-words.ts';
import { lengthOf } from './rank-tests.ts';
import { valueText } from './values-test.ts';

export interface ValueCount {
  /** As `valueText` gives it; '' for empty cells. */
  readonly value: string;
  readonly count: number;
}

const STEP = 4096;

/** More values than these are no list to pick from. */
export const MOST_VALUES = 100_000;

/**
 * The values in the order in which the column sorts, empty cells last, in steps; of other than texts the first
 * `MOST_VALUES`.
 * @param rows the rows to look at; all when absent
 */
export function* valueCountSteps(
  column: Column,
  locale: string,
  rows?: Uint32Array,
): Generator<undefined, readonly ValueCount[]> {
  if (column.kind === 'text') return yield* textCounts(column.codes, column.values, locale, rows);
  const words = sortWords(column, false, locale);
  const sorted = radixSort(rows ?? allRows(lengthOf(column)), words);
  const counts: { value: string; count: number }[] = [];
  let last = -1;
  for (let at = 0; at < sorted.length; at++) {
    if (at % STEP === STEP - 1) yield;
    const row = sorted[at] ?? 0;
    const current = counts.at(-1);
    if (current && words.every((word) => word[row] === word[last])) current.count += 1;
    else if (counts.length < MOST_VALUES) counts.push({ value: valueText(column, row), count: 1 });
    else break;
    last = row;
  }
  return counts;
}

function* textCounts(
  codes: Uint32Array,
  values: readonly string[],
  locale: string,
  rows: Uint32Array | undefined,
): Generator<undefined, readonly ValueCount[]> {
  const counts = countByCode(codes, values.length, rows);
  yield;
  const used = values.flatMap((value, code) => ((counts[code] ?? 0) > 0 ? [{ value, count: counts[code] ?? 0 }] : []));
  const ranks = yield* collationRankSteps(
    used.map(({ value }) => value),
    locale,
  );
  const order = used.map((_, index) => index);
  order.sort((a, b) => {
    const [left, right] = [used[a]?.value ?? '', used[b]?.value ?? ''];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    return (ranks[a] ?? 0) - (ranks[b] ?? 0) || compareCodeUnits(left, right);
  });
  return order.flatMap((index) => used[index] ?? []);
}
