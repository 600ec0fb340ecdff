import { describe, expect, test } from 'vitest';
import { tableChart } from '../../../src/charts/table/table-chart.ts';
import { createFormat } from '../../../src/core/format.ts';
import { pivotText } from '../../../src/core/text/en/pivot.ts';
import type { PivotSpec } from '../../../src/sheet/model/workbook-parts.ts';
import { pivotTable } from '../../../src/sheet/pivot/pivot-table.ts';
import { type PivotSeries, pivotSeries } from '../../../src/views/pivot/pivot-series.ts';
import { CONTEXT } from '../../charts/sample.ts';
import { type Row, pivotOf, sourceOf, specOf } from '../../sheet/pivot/support.ts';

const row = (customer: string, currency: string, day: string, amount: string): Row => ({
  ...{ customer, currency, day, amount, product: 'Alpha', seats: 2 },
});
const ROWS = [
  row('Contoso', 'EUR', '2026-01-31', '10'),
  row('Contoso', 'EUR', '2026-02-01', '5'),
  row('Adatum', 'USD', '2026-02-02', '7'),
];

function seriesOf(parts: Partial<PivotSpec>, kind: 'bar' | 'line' = 'bar'): PivotSeries {
  const words = { format: createFormat('en-GB'), text: pivotText, title: (key: string) => key };
  const pivot = pivotOf(sourceOf(ROWS), parts);
  return pivotSeries(pivot, pivotTable(pivot, specOf(parts), words), words, kind);
}

const months = [{ key: 'day', by: 'month' } as const];
const values = [{ key: 'amount', aggregate: 'sum' } as const];

describe('a chart of a pivot', () => {
  test('has a bar for each row, currencies apart, without the totals', () => {
    const { table, lineOf } = seriesOf({ rows: [{ key: 'customer' }], values });
    expect(table.title).toBe('Sum of amount by customer');
    expect(table.labels).toEqual(['Contoso', 'Adatum']);
    expect(table.series.map(({ unit }) => unit)).toEqual(['EUR', 'USD']);
    const dollars = tableChart('bar', table, CONTEXT, 'USD');
    expect(dollars.targets).toMatchObject([{ name: 'Adatum: 7.00 USD', datum: { label: 1 } }]);
    // Behind the line of the subtotal in euros.
    expect(lineOf(1)).toEqual({ row: 2, column: 0 });
  });

  test('runs along the time, whichever side it is on', () => {
    const parts = { rows: [{ key: 'customer' }], columns: months, values };
    const { table } = seriesOf(parts, 'line');
    expect(table.labels).toEqual(['Jan 2026', 'Feb 2026']);
    expect(table.series.map(({ title, unit }) => `${title} ${unit}`)).toEqual(['Contoso EUR', 'Adatum USD']);
    expect(seriesOf(parts, 'bar').table.labels).toEqual(['Contoso', 'Adatum']);
  });

  test('draws shares in per cent, and no days', () => {
    const both = [{ key: 'seats', aggregate: 'share' } as const, { key: 'day', aggregate: 'max' } as const];
    const { table } = seriesOf({ rows: [{ key: 'customer' }], values: both });
    expect(table.series.map(({ unit, values: [first], write }) => first && `${write(first)} ${unit}`)).toEqual([
      '33.3 %',
    ]);
  });
});
