import { describe, expect, test } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { CELL, type GridColumn, type GridSource } from '../../../src/ui/grid/source.ts';
import { chartOfSelection } from '../../../src/views/charts-of/chart-of-selection.ts';

const column = (title: string, kind: GridColumn['kind']): GridColumn => ({
  key: title,
  title,
  kind,
  width: 100,
  align: 'start',
});
const COLUMNS = [column('Customer', 'text'), column('Cost', 'number'), column('Price', 'number')];
const CELLS = [
  ['Contoso', '1234,50', '1,5'],
  ['Adatum', '-2,00', ''],
  ['Fabrikam', '7', '2,25'],
  ['Total', '1239,50', ''],
];
const CURRENCIES = ['EUR', 'EUR', 'USD', 'EUR'];

const source: GridSource = {
  rows: 4,
  columns: COLUMNS,
  text: (row, at) => CELLS[row]?.[at] ?? '',
  copyText: (row, at) => CELLS[row]?.[at] ?? '',
  number: (_, at) => (at === 1 ? 1 : undefined),
  unit: (row) => CURRENCIES[row] ?? '',
  flags: (row) => (row === 3 ? CELL.bold : 0),
};
const format = createFormat('de-DE');
const all = { top: 0, bottom: 3, left: 0, right: 2 };

describe('a chart of a selection', () => {
  test('takes texts as labels and numbers as series, a series for each currency, totals left out', () => {
    const { table } = chartOfSelection(source, all, format);
    expect(table?.title).toBe('Cost, Price by Customer');
    expect(table?.labels).toEqual(['Contoso', 'Adatum', 'Fabrikam']);
    const series = table?.series.map(({ title, unit, values, write, additive }) => ({
      name: `${title} ${unit}`,
      figures: values.map((value) => value && write(value)),
      additive,
    }));
    expect(series).toEqual([
      { name: 'Cost EUR', figures: ['1.234,50', '−2,00', undefined], additive: true },
      { name: 'Cost USD', figures: [undefined, undefined, '7'], additive: true },
      { name: 'Price EUR', figures: ['1,5', undefined, undefined], additive: false },
      { name: 'Price USD', figures: [undefined, undefined, '2,25'], additive: false },
    ]);
  });

  test('counts rows where no text is selected', () => {
    const { table } = chartOfSelection(source, { ...all, left: 1, bottom: 1 }, format);
    expect(table?.labels).toEqual(['Row 1', 'Row 2']);
  });

  test('draws totals when nothing else is selected', () => {
    expect(chartOfSelection(source, { ...all, top: 3 }, format).table?.labels).toEqual(['Total']);
  });

  test('says when there are no numbers', () => {
    expect(chartOfSelection(source, { ...all, right: 0 }, format).table).toBeUndefined();
  });
});
