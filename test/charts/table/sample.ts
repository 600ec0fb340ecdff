/** Tables of labels and series by hand. */
import { parseExact, toDecimal } from '../../../src/core/exact.ts';
import type { Series, SeriesTable } from '../../../src/charts/table/series-table.ts';

export function series(title: string, texts: readonly string[], more: Partial<Series> = {}): Series {
  return {
    ...{ title, unit: 'EUR', additive: true },
    values: texts.map(parseExact),
    write: (value) => toDecimal(value, 2, 2),
    ...more,
  };
}

export const QUARTERS: SeriesTable = {
  title: 'Sum of extra by quarter',
  labelTitle: 'Quarter',
  labels: ['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026'],
  series: [
    series('Business <b>Basic</b>', ['10234.10', '-12.20', '', '40500']),
    series('Teams', ['5', '6.25', '7.5', '8']),
    series('Azure', ['1', '2', '3', '4'], { unit: 'USD' }),
  ],
};

/** As many labels as asked for, the last the largest. */
export function manyLabels(count: number, more: Partial<Series> = {}): SeriesTable {
  const labels = Array.from({ length: count }, (_, index) => `Customer ${String(index)}`);
  return {
    title: 'Many',
    labelTitle: 'Customer',
    labels,
    series: [series('Extra', labels.map((_, index) => String(index + 1)), more)], // prettier-ignore
  };
}
