/** The sort keys that a click or key on a header leads to. */
import type { SortKey } from './source.ts';

/**
 * Turns a column from unsorted to ascending to descending and back.
 * @param add keeps the other keys, the new one deciding last; otherwise it is the only one
 */
export function toggledSort(keys: readonly SortKey[], key: string, add: boolean): readonly SortKey[] {
  const current = keys.find((sort) => sort.key === key);
  if (!add) {
    const next = afterToggle(keys.length > 1 ? undefined : current, key);
    return next === undefined ? [] : [next];
  }
  const next = afterToggle(current, key);
  if (current === undefined) return next === undefined ? keys : [...keys, next];
  return keys.flatMap((sort) => (sort !== current ? [sort] : next === undefined ? [] : [next]));
}

function afterToggle(current: SortKey | undefined, key: string): SortKey | undefined {
  if (current === undefined) return { key, descending: false };
  return current.descending ? undefined : { key, descending: true };
}

/** A column's place among the sort keys, from 1, and its direction; undefined when it is not sorted. */
export function sortState(keys: readonly SortKey[], key: string): { place: number; descending: boolean } | undefined {
  const index = keys.findIndex((sort) => sort.key === key);
  const sort = keys[index];
  return sort === undefined ? undefined : { place: index + 1, descending: sort.descending };
}
