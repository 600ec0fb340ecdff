import { describe, expect, test } from 'vitest';
import { columnMenu } from '../../../src/ui/grid/column-menu.ts';
import { sortState, toggledSort } from '../../../src/ui/grid/sort.ts';
import type { SortKey } from '../../../src/ui/grid/source.ts';

const up = (key: string): SortKey => ({ key, descending: false });
const down = (key: string): SortKey => ({ key, descending: true });

describe('clicking a header', () => {
  test('goes from ascending to descending to unsorted', () => {
    expect(toggledSort([], 'a', false)).toEqual([up('a')]);
    expect(toggledSort([up('a')], 'a', false)).toEqual([down('a')]);
    expect(toggledSort([down('a')], 'a', false)).toEqual([]);
  });

  test('makes the column the only key', () => {
    expect(toggledSort([up('a')], 'b', false)).toEqual([up('b')]);
    expect(toggledSort([up('a'), up('b')], 'b', false)).toEqual([up('b')]);
  });

  test('with Shift adds, turns or takes out one key and keeps the others in place', () => {
    expect(toggledSort([up('a')], 'b', true)).toEqual([up('a'), up('b')]);
    expect(toggledSort([up('a'), up('b')], 'a', true)).toEqual([down('a'), up('b')]);
    expect(toggledSort([down('a'), up('b')], 'a', true)).toEqual([up('b')]);
  });

  test('the header knows its place', () => {
    expect(sortState([up('a'), down('b')], 'b')).toEqual({ place: 2, descending: true });
    expect(sortState([up('a')], 'b')).toBeUndefined();
  });
});

describe('the column menu', () => {
  const column = { key: 'a', title: 'A', align: 'start', width: 100, sortable: true, kind: 'text' } as const;
  const items = (sort: readonly SortKey[], sortable = true): readonly string[] =>
    columnMenu({ ...column, sortable }, sort, [], {
      sortBy: () => undefined,
      resizeBy: () => undefined,
      fit: () => undefined,
    }).map((item) => item.text);

  test('offers to add a key only when there is another, and to take out only what is in', () => {
    expect(items([])).not.toContain('Add as next sort key');
    expect(items([up('b')])).toContain('Add as next sort key');
    expect(items([up('a')])).toContain('Take out of the sorting');
  });

  test('always has a way to change the width without dragging', () => {
    expect(items([], false)).toEqual(['Wider', 'Narrower', 'Fit width to what is shown']);
  });

  test('keeps the other keys when one is taken out', () => {
    let keys: readonly SortKey[] = [];
    const verbs = {
      sortBy: (next: readonly SortKey[]) => (keys = next),
      resizeBy: () => undefined,
      fit: () => undefined,
    };
    columnMenu(column, [up('a'), up('b')], [], verbs)
      .find((item) => item.text === 'Take out of the sorting')
      ?.onPick();
    expect(keys).toEqual([up('b')]);
  });
});
