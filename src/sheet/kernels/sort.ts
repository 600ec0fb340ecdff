/** Sorting rows by one or several columns. */
import type { Column } from '../../core/table.ts';
import { radixSort } from './radix.ts';
import { sortWords } from './sort-words.ts';

/** A column to sort by. */
export interface ColumnOrder {
  readonly column: Column;
  readonly descending: boolean;
}

/**
 * Row numbers sorted by the first key, ties by the second, and so on; full ties keep their order, empty cells come last.
 * @param rows the rows to sort, such as the result of a filter; left as they are
 * @param locale decides the order of texts
 */
export function sortRows(rows: Uint32Array, keys: readonly ColumnOrder[], locale: string): Uint32Array {
  const words = keys.toReversed().flatMap(({ column, descending }) => sortWords(column, descending, locale));
  return radixSort(rows, words);
}
