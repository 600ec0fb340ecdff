import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PivotSpec } from '../../../src/sheet/model/workbook-parts.ts';
import type { PivotColumn } from '../../../src/views/pivot/fields.ts';
import {
  dropped,
  moved,
  removed,
  withChangedField,
  withField,
  withFilter,
} from '../../../src/views/pivot/spec-changes.ts';
import { runs } from '../../support/runs.ts';

const EMPTY: PivotSpec = { id: 'p', name: 'p', rows: [], columns: [], values: [], filters: [], chart: 'none' };
const column = (key: string, kind: PivotColumn['kind'] = 'text'): PivotColumn => ({ key, title: key, kind });
const [customer, day, extra] = [column('customer'), column('day', 'day'), column('extra', 'number')];
const names = (spec: PivotSpec): readonly string[] => [
  ...(['rows', 'columns', 'values'] as const).map((area) => spec[area].map(({ key }) => key).join(' ')),
];

describe('a pivot takes', () => {
  test('fields into its areas: days by month, numbers as sums, texts as distinct values', () => {
    const spec = withField(withField(withField(EMPTY, 'rows', customer), 'columns', day), 'values', extra);
    expect(names(spec)).toEqual(['customer', 'day', 'extra']);
    expect(spec.columns[0]?.by).toBe('month');
    expect(spec.values[0]?.aggregate).toBe('sum');
    expect(withField(EMPTY, 'values', customer).values[0]?.aggregate).toBe('distinct');
  });

  test('a field once among rows and columns, and keeps what was said about it', () => {
    const spec = withChangedField(withField(EMPTY, 'columns', day), { area: 'columns', index: 0 }, { by: 'year' });
    const over = withField(spec, 'rows', day);
    expect(names(over)).toEqual(['day', '', '']);
    expect(over.rows[0]?.by).toBe('year');
  });

  test('its values in another order, and forgets to sort by one of them', () => {
    const sorted = {
      ...EMPTY,
      rows: [{ key: 'customer', sort: { by: 'value', value: 1, descending: true } as const }],
    };
    const two = withField(withField(sorted, 'values', extra), 'values', customer);
    const turned = moved(two, { area: 'values', index: 1 }, 0);
    expect(names(turned)).toEqual(['customer', '', 'customer extra']);
    expect(turned.rows[0]?.sort).toBeUndefined();
    expect(moved(two, { area: 'values', index: 1 }, 2)).toBe(two);
  });

  test('a filter in the place of the one before', () => {
    const filter = { kind: 'empty', empty: true } as const;
    const spec = withFilter(withFilter(EMPTY, 'a', filter), 'b', filter);
    expect(withFilter(spec, 'a', { ...filter, empty: false }).filters.map(([key]) => key)).toEqual(['a', 'b']);
    expect(withFilter(spec, 'a', undefined).filters.map(([key]) => key)).toEqual(['b']);
  });

  test('any drop without losing or doubling a field', () => {
    const area = fc.constantFrom<'rows' | 'columns' | 'values'>('rows', 'columns', 'values');
    const drop = fc.record({ area, index: fc.nat(3), from: fc.option(fc.record({ area, index: fc.nat(3) })) });
    fc.assert(
      fc.property(fc.array(drop), (drops) => {
        let spec = withField(withField(withField(EMPTY, 'rows', customer), 'columns', day), 'values', extra);
        for (const { area: to, index, from } of drops) {
          const key = from && spec[from.area][from.index]?.key;
          const place = from && key !== undefined ? from : undefined;
          const dragged = [customer, day, extra].find((one) => one.key === key) ?? extra;
          spec = dropped(spec, { column: dragged, from: place }, to, Math.min(index, spec[to].length));
          const labels = [...spec.rows, ...spec.columns].map((field) => field.key);
          expect(new Set(labels).size).toBe(labels.length);
          expect([...spec.rows, ...spec.columns, ...spec.values].some((field) => field.key === dragged.key)).toBe(true);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test('a field out', () => {
    expect(names(removed(withField(EMPTY, 'rows', customer), { area: 'rows', index: 0 }))).toEqual(['', '', '']);
  });
});
