import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import type { Column } from '../../../src/core/table.ts';
import type { ColumnFilter } from '../../../src/sheet/model/table-view.ts';
import { draftOf, fieldError, filterOfDraft, testsOf } from '../../../src/views/table/condition-draft.ts';
import { filterWords } from '../../../src/views/table/filter-words.ts';
import { formatDraft, formatOfDraft, isWhole } from '../../../src/views/table/format-draft.ts';
import { markDraft, markOf } from '../../../src/views/table/mark-draft.ts';
import { movedBy } from '../../../src/views/table/moved.ts';
import {
  ALL_PICKED,
  NONE_PICKED,
  filterOfPicks,
  isPicked,
  picksOf,
  withPick,
} from '../../../src/views/table/value-picks.ts';

const CONDITIONS: readonly (readonly [Column['kind'], ColumnFilter])[] = [
  ['text', { kind: 'contains', text: 'a' }],
  ['text', { kind: 'text-is', test: 'begins', text: 'a' }],
  ['text', { kind: 'empty', empty: false }],
  ['decimal', { kind: 'numbers', least: '1234.5', most: undefined }],
  ['decimal', { kind: 'number-is', test: 'at-most', number: '-0.25' }],
  ['decimal', { kind: 'top', count: 10, from: 'smallest' }],
  ['count', { kind: 'average', side: 'below' }],
  ['day', { kind: 'days', first: '2026-12-01', last: undefined }],
  ['day', { kind: 'day-is', test: 'next-days', value: '30' }],
  ['day', { kind: 'day-is', test: 'same-month', value: '2026-12-01' }],
];

describe('a condition', () => {
  it('survives the fields that set it, in every locale', () => {
    for (const locale of ['en-US', 'de-DE', 'fr-FR', 'sv-SE']) {
      for (const [kind, filter] of CONDITIONS) {
        const draft = draftOf(filter, kind, locale);
        expect(testsOf(kind)).toContain(draft.test);
        expect(filterOfDraft(draft, locale)).toEqual(filter);
      }
    }
  });

  it('is read by the marks of the locale, or refused in words', () => {
    const draft = { test: 'above', first: '1.234,50', second: '' } as const;
    expect(filterOfDraft(draft, 'de-DE')).toEqual({ kind: 'number-is', test: 'above', number: '1234.5' });
    expect(fieldError(draft, 'abc', 'de-DE')).toBe('Write a number.');
    expect(filterOfDraft({ ...draft, first: 'abc' }, 'de-DE')).toBeUndefined();
    expect(filterOfDraft({ ...draft, first: '' }, 'de-DE')).toBeUndefined();
    expect(fieldError({ ...draft, test: 'largest' }, '0', 'en-US')).toBe('Write a whole number from 1 on.');
  });

  it('is told on its chip', () => {
    const words = (filter: ColumnFilter): string => filterWords('Seats', filter, createFormat('en-GB'));
    expect(words({ kind: 'numbers', least: '1000' })).toBe('Seats from 1,000');
    expect(words({ kind: 'number-is', test: 'above', number: '1000' })).toBe('Seats is above 1,000');
    expect(words({ kind: 'days', first: '2026-12-01', last: '2026-12-31' })).toBe('Seats 1 Dec 2026 to 31 Dec 2026');
    expect(words({ kind: 'day-is', test: 'next-days', value: '30' })).toBe('Seats in the next 30 days');
    expect(words({ kind: 'top', count: 10, from: 'largest' })).toBe('Seats: the 10 largest');
    expect(words({ kind: 'values', values: ['a', '', 'c', 'd'] })).toBe('Seats: a, (empty) and 2 more');
    expect(words({ kind: 'values', values: ['a'], except: true })).toBe('Seats: all but a');
  });
});

describe('values to tick', () => {
  const values = ['a', 'b', 'c', 'd', ''];

  it('begin with all, and are kept as the shorter list', () => {
    expect(filterOfPicks(ALL_PICKED, values)).toBeUndefined();
    const one = withPick(NONE_PICKED, ['b'], true);
    expect(filterOfPicks(one, values)).toEqual({ kind: 'values', values: ['b'] });
    const most = withPick(ALL_PICKED, ['', 'a'], false);
    expect(filterOfPicks(most, values)).toEqual({ kind: 'values', values: ['a', ''], except: true });
    for (const picks of [one, most]) {
      const again = picksOf(filterOfPicks(picks, values));
      expect(values.filter((value) => isPicked(again, value))).toEqual(
        values.filter((value) => isPicked(picks, value)),
      );
    }
  });
});

describe('marks and formats', () => {
  it('survive their fields', () => {
    for (const rule of [
      { kind: 'bars' },
      { kind: 'filter', filter: { kind: 'top', count: 3, from: 'largest' } },
    ] as const) {
      const mark = { key: 'n', rule, look: 'bad' } as const;
      expect(markOf(markDraft(mark, 0, 'decimal', 'de-DE'), 'de-DE')).toEqual(mark);
    }
    for (const format of [undefined, { kind: 'percent', digits: 1 }, { kind: 'currency', currency: 'EUR' }] as const) {
      expect(formatOfDraft(formatDraft(format))).toEqual(format);
    }
    expect(isWhole({ kind: 'number', digits: '11', currency: '' })).toBe(false);
    expect(isWhole({ kind: 'currency', digits: '', currency: 'EURO' })).toBe(false);
  });

  it('move by one within their list', () => {
    expect(movedBy(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(movedBy(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
    expect(movedBy(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  });
});
