/** Sorting by several columns in steps, for callers that share their thread with a user. */
import type { Column } from '../../core/table.ts';
import { collationRankSteps } from '../kernels/collation-steps.ts';
import { radixSort } from '../kernels/radix.ts';
import type { ColumnOrder } from '../kernels/sort.ts';
import { sortWords, textWords } from '../kernels/sort-words.ts';

/** Ranks of dictionaries that were sorted before; a dictionary is never changed, so its ranks hold as long as it lives. */
export type KnownRanks = WeakMap<readonly string[], Uint32Array>;

/** The words of a column, least significant first: rows with equal words tie. */
export type ColumnWords = readonly Uint32Array[];

/** `sortWords`, the texts of a large dictionary put in order in steps and only once. */
export function* sortWordSteps(
  column: Column,
  descending: boolean,
  locale: string,
  known: KnownRanks,
): Generator<undefined, ColumnWords> {
  if (column.kind !== 'text') return sortWords(column, descending, locale);
  const ranks = known.get(column.values) ?? (yield* collationRankSteps(column.values, locale));
  known.set(column.values, ranks);
  return [textWords(column.codes, ranks, descending)];
}

/** Rows sorted, and the words of each key by which they were. */
export interface SortedRows {
  readonly order: Uint32Array;
  readonly words: readonly ColumnWords[];
}

/** `sortRows` in steps: the first key decides first, full ties keep their order, empty cells come last. */
export function* sortSteps(
  rows: Uint32Array,
  keys: readonly ColumnOrder[],
  locale: string,
  known: KnownRanks,
): Generator<undefined, SortedRows> {
  const words: ColumnWords[] = [];
  for (const { column, descending } of keys) {
    words.push(yield* sortWordSteps(column, descending, locale, known));
    yield;
  }
  let order = rows;
  for (const each of words.toReversed()) {
    order = radixSort(order, each);
    yield;
  }
  return { order, words };
}
