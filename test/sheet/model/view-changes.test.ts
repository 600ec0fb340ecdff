import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN_VIEW, type TableView } from '../../../src/sheet/model/table-view.ts';
import {
  filterOf,
  orderedKeys,
  shownKeys,
  withFilter,
  withFormat,
  withHidden,
  withMoved,
} from '../../../src/sheet/model/view-changes.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e'];
const views = fc
  .tuple(fc.shuffledSubarray([...KEYS, 'gone']), fc.subarray(KEYS))
  .map(([order, hidden]): TableView => ({ ...PLAIN_VIEW, order, hidden }));

describe('the order of columns', () => {
  it('names every column once, and no other', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect([...orderedKeys(KEYS, view)].sort()).toEqual(KEYS);
      }),
    );
  });

  it('puts a moved column where it was asked for and keeps the others as they were', () => {
    fc.assert(
      fc.property(views, fc.nat(4), fc.nat(4), (view, from, to) => {
        const shown = shownKeys(KEYS, view);
        const key = shown[from];
        if (key === undefined || to >= shown.length) return;
        const moved = shownKeys(KEYS, withMoved(view, KEYS, key, to));
        expect(moved[to]).toBe(key);
        expect(moved.filter((own) => own !== key)).toEqual(shown.filter((own) => own !== key));
      }),
    );
  });
});

describe('changes of a view', () => {
  it('keep a filter in its place, and take it off again', () => {
    const two = withFilter(withFilter(PLAIN_VIEW, 'a', { kind: 'empty', empty: true }), 'b', {
      kind: 'empty',
      empty: true,
    });
    const changed = withFilter(two, 'a', { kind: 'contains', text: 'x' });
    expect(changed.filters.map(([key]) => key)).toEqual(['a', 'b']);
    expect(filterOf(changed, 'a')).toEqual({ kind: 'contains', text: 'x' });
    expect(withFilter(changed, 'a', undefined).filters.map(([key]) => key)).toEqual(['b']);
  });

  it('hide and show, format and forget the format', () => {
    expect(withHidden(withHidden(PLAIN_VIEW, 'a', true), 'a', true).hidden).toEqual(['a']);
    expect(withHidden({ ...PLAIN_VIEW, hidden: ['a'] }, 'a', false).hidden).toEqual([]);
    const formatted = withFormat(PLAIN_VIEW, 'a', { kind: 'percent' });
    expect(withFormat(formatted, 'a', undefined)).toEqual(PLAIN_VIEW);
  });
});
