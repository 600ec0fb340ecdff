import { describe, expect, test } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { toDecimal } from '../../../src/core/exact.ts';
import { PROGRAM_STYLE } from '../../../src/exporters/table/csv-style.ts';
import { tableCsv } from '../../../src/exporters/table/csv.ts';
import type { TableExport } from '../../../src/core/table-export.ts';
import { pivotText } from '../../../src/core/text/en/pivot.ts';
import type { PivotSpec } from '../../../src/sheet/model/workbook-parts.ts';
import { pivotExport } from '../../../src/sheet/pivot/pivot-export.ts';
import { pivotTable } from '../../../src/sheet/pivot/pivot-table.ts';
import type { PivotTable } from '../../../src/sheet/pivot/pivot-table.ts';
import type { PivotWords } from '../../../src/sheet/pivot/words.ts';
import { type Row, pivotOf, sourceOf, specOf } from './support.ts';

const row = (customer: string, currency: string, day: string, amount: string): Row => ({
  ...{ customer, currency, day, amount, product: 'Alpha', seats: 2 },
});
const EUR = [row('Contoso', 'EUR', '2026-01-31', '1234.5'), row('Contoso', 'EUR', '2026-04-01', '-0.25'), row('Adatum', 'EUR', '', '2.00')]; // prettier-ignore

function tableOf(rows: readonly Row[], parts: Partial<PivotSpec>, locale = 'en-GB'): PivotTable {
  const titles: Readonly<Record<string, string>> = {
    customer: 'Customer',
    day: 'Term end',
    amount: 'Extra',
    currency: 'Currency',
  };
  const words: PivotWords = { format: createFormat(locale), text: pivotText, title: (key) => titles[key] ?? key };
  const spec = specOf(parts);
  return pivotTable(pivotOf(sourceOf(rows), spec), spec, words);
}

const texts = (table: PivotTable): readonly (readonly string[])[] =>
  Array.from({ length: table.rows }, (_, line) => table.columns.map((__, column) => table.cell(line, column).text));
const heads = (table: PivotTable): readonly string[] =>
  table.columns.map(({ title, unit }) => (unit ? `${title} [${unit}]` : title));

const sum = { key: 'amount', aggregate: 'sum' } as const;

describe('the table of a pivot', () => {
  test('has columns of labels, then figures in the words of the locale', () => {
    const parts = { rows: [{ key: 'customer' }], columns: [{ key: 'day', by: 'quarter' } as const], values: [sum] };
    const table = tableOf(EUR, parts);
    expect(heads(table)).toEqual(['Customer', 'Q1 2026 [EUR]', 'Q2 2026 [EUR]', '(empty) [EUR]', 'Total [EUR]']);
    expect(texts(table)).toEqual([
      ['Adatum', '', '', '2.00', '2.00'],
      ['Contoso', '1,234.50', '−0.25', '', '1,234.25'],
      ['Total', '1,234.50', '−0.25', '2.00', '1,236.25'],
    ]);
    expect(texts(tableOf(EUR, parts, 'de-DE'))[1]).toEqual(['Contoso', '1.234,50', '−0,25', '', '1.234,25']);
    expect([0, 1, 2].map((line) => table.isTotal(line))).toEqual([false, false, true]);
  });

  test('names its measures, and says how each is written', () => {
    const values = (['sum', 'average', 'count', 'share'] as const).map((aggregate) => ({ key: 'amount', aggregate }));
    const table = tableOf(EUR, { rows: [{ key: 'customer' }], values: [...values, { key: 'day', aggregate: 'max' }] });
    expect(heads(table)).toEqual([
      ...['Customer', 'Sum of Extra [EUR]', 'Average of Extra [EUR]', 'Count of Extra', 'Share of Extra'],
      'Last Term end',
    ]);
    expect(texts(table)[1]).toEqual(['Contoso', '1,234.25', '617.13', '2', '99.8%', '1 Apr 2026']);
    expect(table.columns.map(({ format }) => format.kind)).toEqual([
      'text',
      'currency',
      'currency',
      'number',
      'percent',
      'date',
    ]);
  });

  test('keeps figures exact behind their words', () => {
    const table = tableOf(EUR, { rows: [{ key: 'customer' }], values: [{ key: 'amount', aggregate: 'average' }] });
    const { raw } = table.cell(1, 1);
    expect(raw.kind === 'number' && toDecimal(raw.value, 0, 20)).toBe('617.125');
  });

  test('leaves totals over several currencies open, in words', () => {
    const table = tableOf([...EUR, row('Contoso', 'USD', '', '5')], { rows: [{ key: 'customer' }], values: [sum] });
    expect(heads(table)).toEqual(['Currency', 'Customer', 'Sum of Extra']);
    expect(texts(table).slice(2)).toEqual([
      ['EUR total', '', '1,236.25'],
      ['USD', 'Contoso', '5.00'],
      ['USD total', '', '5.00'],
      ['Total', '', 'mixed'],
    ]);
    expect([table.cell(1, 2).unit, table.cell(3, 2).unit, table.cell(5, 2).unit]).toEqual(['EUR', 'USD', '']);
  });

  test('is one line without any field', () => {
    const table = tableOf(EUR, { values: [sum] });
    expect(texts(table)).toEqual([['Total', '1,236.25']]);
  });
});

describe('the export of a pivot', () => {
  test('is what exports of tables take: figures exact, totals named, currencies by row', () => {
    const parts = { rows: [{ key: 'customer' }], values: [sum, { key: 'amount', aggregate: 'share' } as const] };
    const rows = [...EUR, row('Contoso', 'USD', '', '5')];
    const pivot = pivotOf(sourceOf(rows), parts);
    const described: TableExport = pivotExport(pivot, tableOf(rows, parts));
    const csv = [...tableCsv(described, PROGRAM_STYLE)].join('').split('\r\n');
    expect(csv[0]).toContain('Currency,Customer,Sum of Extra');
    expect(csv[2]).toBe('EUR,Contoso,1234.25,EUR,99.8382204246714%');
    expect(csv.at(-2)).toBe('Total,,mixed,,mixed');
    expect(described.rowKind?.(0)).toEqual({ kind: 'data', level: 2 });
    expect(described.rowKind?.(described.rows - 1)).toEqual({ kind: 'total', level: 0 });
    expect(csv).toHaveLength(described.rows + 2);
  });
});
