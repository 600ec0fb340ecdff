import { describe, expect, test } from 'vitest';
import { rowsBehind } from '../../../src/sheet/pivot/cells.ts';
import { ROWS_KEY } from '../../../src/sheet/pivot/source.ts';
import { type Row, lineNames, pivotOf, printed, run, sourceOf } from './support.ts';

const FIRST: Row = {
  customer: 'Contoso',
  product: 'Beta',
  currency: 'EUR',
  day: '2026-01-31',
  amount: '10.10',
  seats: 5,
};
const ROWS: readonly Row[] = [
  FIRST,
  { customer: 'Contoso', product: 'Alpha', currency: 'EUR', day: '2026-02-01', amount: '0.20', seats: 1 },
  { customer: 'Contoso', product: 'Alpha', currency: 'EUR', day: '2026-05-02', amount: '', seats: 2 },
  { customer: 'Fabrikam', product: 'Alpha', currency: 'EUR', day: '2027-01-01', amount: '-3.00', seats: 7 },
  { customer: '', product: 'Beta', currency: 'EUR', day: '', amount: '1.00', seats: 1 },
];
const source = sourceOf(ROWS);
const mixed = sourceOf([...ROWS, { ...FIRST, currency: 'USD', amount: '7.00' }]);
const sum = { key: 'amount', aggregate: 'sum' } as const;

describe('a pivot', () => {
  test('adds up by two row fields, with a total behind each group and one of all', () => {
    expect(printed(pivotOf(source, { rows: [{ key: 'customer' }, { key: 'product' }], values: [sum] }))).toEqual([
      'Contoso / Alpha | 0.2 EUR',
      'Contoso / Beta | 10.1 EUR',
      'Contoso / * | 10.3 EUR',
      'Fabrikam / Alpha | -3 EUR',
      'Fabrikam / * | -3 EUR',
      ' / Beta | 1 EUR',
      ' / * | 1 EUR',
      '* | 8.3 EUR',
    ]);
  });

  test('spreads days over months, quarters and years, those without a day last', () => {
    const columnsBy = (by: 'month' | 'quarter' | 'year'): readonly string[] => {
      const { columnAxis, columnLines } = pivotOf(source, { columns: [{ key: 'day', by }], values: [sum] });
      return lineNames(columnAxis, columnLines);
    };
    const january = 2026 * 12;
    expect(columnsBy('month')).toEqual([january, january + 1, january + 4, january + 12, '', '*'].map(String));
    expect(columnsBy('quarter')).toEqual([2026 * 4, 2026 * 4 + 1, 2027 * 4, '', '*'].map(String));
    expect(columnsBy('year')).toEqual(['2026', '2027', '', '*']);
  });

  test('counts filled cells, rows and distinct values, and finds the smallest, the largest and the exact average', () => {
    const values = [
      { key: 'amount', aggregate: 'count' },
      { key: ROWS_KEY, aggregate: 'count' },
      { key: 'product', aggregate: 'distinct' },
      { key: 'amount', aggregate: 'min' },
      { key: 'amount', aggregate: 'max' },
      { key: 'seats', aggregate: 'average' },
      { key: 'day', aggregate: 'max' },
    ] as const;
    const lines = printed(pivotOf(source, { rows: [{ key: 'customer' }], values }));
    expect(lines[0]).toBe('Contoso | 2 | 3 | 2 | 0.2 EUR | 10.1 EUR | 2.66666666666666666667 | 20575');
    expect(lines.at(-1)).toBe('* | 4 | 5 | 2 | -3 EUR | 10.1 EUR | 3.2 | 20819');
  });

  test('gives shares of the whole, of the row and of the column', () => {
    const values = [
      { key: 'seats', aggregate: 'share' },
      { key: 'seats', aggregate: 'row-share' },
      { key: 'seats', aggregate: 'column-share' },
    ] as const;
    const parts = { rows: [{ key: 'product' }], columns: [{ key: 'currency' }], values };
    expect(printed(pivotOf(mixed, parts)).map((line) => line.replaceAll(/(\.\d\d\d)\d+/g, '$1'))).toEqual([
      'Alpha | 0.476 | 1 | 0.625 |  |  |  | 0.476 | 1 | 0.476',
      'Beta | 0.285 | 0.545 | 0.375 | 0.238 | 0.454 | 1 | 0.523 | 1 | 0.523',
      '* | 0.761 | 0.761 | 1 | 0.238 | 0.238 | 1 | 1 | 1 | 1',
    ]);
  });

  test('sorts by label or by value within each group, empty ones last', () => {
    const names = (sort: object): readonly string[] => {
      const rows = [{ key: 'customer', sort } as never];
      const { rowAxis, rowLines } = pivotOf(source, { rows, values: [sum], totals: false });
      return lineNames(rowAxis, rowLines);
    };
    expect(names({ by: 'label', descending: true })).toEqual(['Fabrikam', 'Contoso', '']);
    expect(names({ by: 'value', value: 0, descending: true })).toEqual(['Contoso', '', 'Fabrikam']);
    expect(names({ by: 'value', value: 0, descending: false })).toEqual(['Fabrikam', '', 'Contoso']);
  });

  test('leaves totals and subtotals out when asked to', () => {
    const rows = [{ key: 'customer' }, { key: 'product' }];
    const { rowLines } = pivotOf(source, { rows, values: [sum], subtotals: false, totals: false });
    expect([...rowLines.level]).toEqual([2, 2, 2, 2]);
  });

  test('shows the rows behind a cell, a subtotal and the total', () => {
    const pivot = pivotOf(source, { rows: [{ key: 'customer' }, { key: 'product' }], values: [sum] });
    expect([...rowsBehind(pivot, 0, 0)]).toEqual([1, 2]);
    expect([...rowsBehind(pivot, 2, 0)]).toEqual([0, 1, 2]);
    expect([...rowsBehind(pivot, 7, 0)]).toEqual([0, 1, 2, 3, 4]);
  });

  test('says how wide it would be instead of making thousands of columns', () => {
    const rows = Array.from({ length: 1200 }, (_, index): Row => ({ ...FIRST, customer: String(index) }));
    expect(run(sourceOf(rows), { columns: [{ key: 'customer' }], values: [sum] })).toEqual({
      kind: 'too-wide',
      columns: 1200,
    });
  });

  test('looks at the given rows only, and is empty without any', () => {
    const parts = { rows: [{ key: 'customer' }], values: [sum] };
    expect(printed(pivotOf(source, parts, Uint32Array.of(1, 3)))).toEqual([
      'Contoso | 0.2 EUR',
      'Fabrikam | -3 EUR',
      '* | -2.8 EUR',
    ]);
    expect(printed(pivotOf(source, parts, new Uint32Array(0)))).toEqual(['* | ']);
  });

  test('names the columns that are gone', () => {
    const pivot = pivotOf(source, { rows: [{ key: 'gone' }], values: [{ key: 'lost', aggregate: 'sum' }, sum] });
    expect(pivot.missing).toEqual(['gone', 'lost']);
    expect(printed(pivot).at(-1)).toBe('* | 8.3 EUR');
  });
});

describe('several currencies', () => {
  test('put the currency in front of the rows, and leave the total of amounts open', () => {
    const pivot = pivotOf(mixed, { rows: [{ key: 'customer' }], values: [sum, { key: ROWS_KEY, aggregate: 'count' }] });
    expect(pivot.currencyAdded).toBe(true);
    expect(printed(pivot)).toEqual([
      'EUR / Contoso | 10.3 EUR | 3',
      'EUR / Fabrikam | -3 EUR | 1',
      'EUR /  | 1 EUR | 1',
      'EUR / * | 8.3 EUR | 5',
      'USD / Contoso | 7 USD | 1',
      'USD / * | 7 USD | 1',
      '* | mixed | 6',
    ]);
  });

  test('stay apart where the user has put them', () => {
    const pivot = pivotOf(mixed, { rows: [{ key: 'customer' }], columns: [{ key: 'currency' }], values: [sum] });
    expect(pivot.currencyAdded).toBe(false);
    expect(printed(pivot)[0]).toBe('Contoso | 10.3 EUR | 7 USD | mixed');
  });

  test('add nothing to counts', () => {
    const pivot = pivotOf(mixed, { rows: [{ key: 'customer' }], values: [{ key: 'amount', aggregate: 'count' }] });
    expect(pivot.currencyAdded).toBe(false);
    expect(printed(pivot)[0]).toBe('Contoso | 3');
  });

  test('take shares of their own total', () => {
    const values = [{ key: 'amount', aggregate: 'share' }] as const;
    const pivot = pivotOf(mixed, { rows: [{ key: 'customer' }], values });
    expect(printed(pivot).filter((line) => line.includes('USD'))).toEqual(['USD / Contoso | 1 USD', 'USD / * | 1 USD']);
  });
});
