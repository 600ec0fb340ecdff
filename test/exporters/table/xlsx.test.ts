import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import type { ExportName, FormulaContext } from '../../../src/exporters/table/formulas.ts';
import type { TableExport } from '../../../src/core/table-export.ts';
import { tableXlsx } from '../../../src/exporters/table/xlsx.ts';
import { excelFormula } from '../../../src/sheet/formula-export/to-excel.ts';
import { EVERYTHING, FORMULAS, MARKUP } from '../hostile.ts';
import { column, day, error, flag, number, table, text } from './tables.ts';

const AS_OF = parseDay('2026-11-22') ?? 0;

const uplift: ExportName = { name: 'EST_Uplift', ...number('0.03'), unit: '', note: '=1+1' };
const unused: ExportName = { name: 'EST_Other', ...number('5'), unit: '', note: '' };
const context: FormulaContext = {
  asOf: AS_OF,
  translate: excelFormula,
  tableName: 'Portfolio',
  names: [unused, uplift],
  hasAllRows: true,
};

const rowsOf = async (bytes: Uint8Array, sheet = 0) => (await readXlsx(bytes)).sheets[sheet]?.rows ?? [];
const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
/** The XML of a cell. */
const xmlOf = (sheet: string, cell: string): string =>
  new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`).exec(sheet)?.[0] ?? '';

const priced = (formula: string, results = [number('3090'), number('20.6')]): TableExport =>
  table(
    [
      column('Id', 'id'),
      column('Seats', 'number'),
      column('Cost', 'number', { format: { kind: 'currency', currency: 'EUR' } }),
      column('EST', 'number', { formula, format: { kind: 'currency', currency: 'EUR' } }),
    ],
    [
      [text('00012'), number('100'), number('30'), results[0] ?? text('')],
      [text('a'), number('2'), number('10'), results[1] ?? text('')],
    ],
  );

describe('the table on screen as a workbook', () => {
  test('reads back as it was: figures, days, flags, errors, texts', async () => {
    const bytes = await tableXlsx(
      table(
        [column('Id', 'id'), column('Seats', 'number', { unit: 'seats' }), column('End', 'day'), column('Trial', 'number'), column('Result', 'number')],
        [
          [text('00012'), number('1250.75', '1,250.75'), day('2026-12-31'), flag(true), error('#DIV/0!')],
          [text('#N/A'), number('12345678901234567.89'), text('—'), flag(false), error('#UNIT!')],
        ],
      ),
      AS_OF,
    ); // prettier-ignore
    expect(await rowsOf(bytes)).toEqual([
      ['Id', 'Seats (seats)', 'End', 'Trial', 'Result'],
      ['00012', 1250.75, new Date('2026-12-31'), true, '#DIV/0!'],
      ['#N/A', '12345678901234567.89', '—', false, '#UNIT!'],
    ]);
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xmlOf(sheet, 'E2')).toContain('t="e"');
    expect(xmlOf(sheet, 'A3')).not.toContain('t="e"');
  });

  test('has formats, widths, frozen titles and columns, a filter', async () => {
    const shown = table(
      [
        column('Id', 'id', { width: 140 }),
        column('Cost', 'number', { format: { kind: 'currency', currency: 'EUR' } }),
        column('Yen', 'number', { format: { kind: 'currency', currency: 'JPY' } }),
        column('Any', 'number', { format: { kind: 'currency' } }),
        column('Share', 'number', { format: { kind: 'percent', digits: 1 } }),
        column('Units', 'number', { format: { kind: 'number', digits: 3 } }),
        column('End', 'day', { format: { kind: 'date' } }),
        column('Month', 'day', { format: { kind: 'month' } }),
      ],
      [[text('1'), number('1'), number('2'), number('3', '3', 'USD'), number('0.5'), number('6'), day('2026-01-01'), day('2026-01-01')]],
    ); // prettier-ignore
    const bytes = await tableXlsx({ ...shown, frozenColumns: 1 }, AS_OF);
    const styles = partOf(bytes, 'xl/styles.xml');
    for (const code of [
      '@',
      '#,##0.00\\ [$EUR]',
      '#,##0\\ [$JPY]',
      '#,##0.00\\ [$USD]',
      '0.0%',
      '#,##0.000',
      'd mmm yyyy',
      'mmmm yyyy',
    ]) {
      if (code !== '@') expect(styles).toContain(`formatCode="${code}"`);
    }
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane xSplit="1" ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A1:H2"');
    expect(sheet).toMatch(/<col min="1" max="1" width="20"/);
  });

  test('groups are an outline, groups and totals bold, no filter cuts them up', async () => {
    const bytes = await tableXlsx(
      table(
        [column('Customer', 'text'), column('Seats', 'number')],
        [[text('Contoso'), number('3')], [text('a'), number('1')], [text('b'), number('2')], [text('Total'), number('3')]],
        [{ kind: 'group', level: 0 }, { kind: 'data', level: 1 }, { kind: 'data', level: 1 }, { kind: 'total', level: 0 }],
      ),
      AS_OF,
    ); // prettier-ignore
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<row r="3"[^>]*outlineLevel="1"/);
    expect(sheet).not.toContain('<autoFilter');
    const style = (cell: string) => / s="(\d+)"/.exec(xmlOf(sheet, cell))?.[1];
    expect(style('B2')).toBe(style('B5'));
    expect(style('B2')).not.toBe(style('B3'));
    expect((await rowsOf(bytes))[4]).toEqual(['Total', 3]);
  });

  test('the same table gives the same bytes', async () => {
    expect(await tableXlsx(priced('=[@Seats]*2'), AS_OF, context)).toEqual(
      await tableXlsx(priced('=[@Seats]*2'), AS_OF, context),
    );
  });

  test('names of sheets that Excel would refuse are made to fit', async () => {
    const bytes = await tableXlsx({ ...priced('=1'), title: "'[EST]: what / if? " + 'x'.repeat(40) }, AS_OF);
    expect((await readXlsx(bytes)).sheets[0]?.name).toBe('EST what if ' + 'x'.repeat(19));
  });
});

describe('formulas', () => {
  test('stand as formulas of the exported cells, their results beside them, assumptions as named cells', async () => {
    const bytes = await tableXlsx(priced('=[@Seats]*[@Cost]*(1+EST_Uplift)'), AS_OF, context);
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xmlOf(sheet, 'D2')).toMatch(/<f>B2\*C2\*\(1\+EST_Uplift\)<\/f><v>3090<\/v>/);
    expect(xmlOf(sheet, 'D3')).toMatch(/<f>B3\*C3\*\(1\+EST_Uplift\)<\/f><v>20\.6<\/v>/);
    expect(partOf(bytes, 'xl/workbook.xml')).toMatch(
      /<definedName name="EST_Uplift"[^>]*>'?Assumptions'?!\$B\$2<\/definedName>/,
    );
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['Portfolio', 'Assumptions', 'Formulas']);
    expect(sheets[1]?.rows).toEqual([['Name', 'Value', 'Unit', 'Note'], ['EST_Uplift', 0.03, '', '=1+1']]); // prettier-ignore
  });

  test('that Excel cannot have stand as values, with the reason', async () => {
    const bytes = await tableXlsx(priced('=EST.PRICE([@Seats])'), AS_OF, context);
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
    expect((await rowsOf(bytes, 1))[1]).toEqual([
      'EST',
      '=EST.PRICE([@Seats])',
      'Values, because Excel has no function EST.PRICE',
    ]);
    expect((await rowsOf(bytes))[1]?.[3]).toBe(3090);
  });

  test('over whole columns only when the file holds them whole', async () => {
    const share = priced('=[@Seats]/SUM([Seats])', [number('0.98'), number('0.02')]);
    const whole = await tableXlsx(share, AS_OF, context);
    expect(xmlOf(partOf(whole, 'xl/worksheets/sheet1.xml'), 'D2')).toContain('<f>B2/SUM($B$2:$B$3)</f>');
    const withLast = (kind: 'subtotal' | 'total') =>
      tableXlsx({ ...share, rowKind: (row) => ({ kind: row === 1 ? kind : 'data', level: 0 }) }, AS_OF, context);
    // Totals at the end belong to no column.
    expect(partOf(await withLast('total'), 'xl/worksheets/sheet1.xml')).toContain('<f>B2/SUM($B$2:$B$2)</f>');
    for (const part of [await tableXlsx(share, AS_OF, { ...context, hasAllRows: false }), await withLast('subtotal')]) {
      expect(partOf(part, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
    }
  });

  test('give way to the value where Excel would compute something else', async () => {
    const shown = priced('=[@Seats]*2', [error('#UNIT!'), error('#N/A')]);
    const word = {
      ...shown,
      cell: (row: number, index: number) => (row === 1 && index === 1 ? text('—') : shown.cell(row, index)),
    };
    const sheet = partOf(await tableXlsx(word, AS_OF, context), 'xl/worksheets/sheet1.xml');
    expect(xmlOf(sheet, 'D2')).not.toContain('<f>');
    expect(xmlOf(sheet, 'D3')).toContain('t="e"');
    const plain = partOf(await tableXlsx(shown, AS_OF, context), 'xl/worksheets/sheet1.xml');
    expect(xmlOf(plain, 'D3')).toMatch(/t="str".*<f>B3\*2<\/f><v>#N\/A<\/v>/);
  });

  test('of totals are values', async () => {
    const shown = priced('=[@Seats]*2');
    const bytes = await tableXlsx(
      { ...shown, rowKind: (row) => ({ kind: row === 1 ? 'total' : 'data', level: 0 }) },
      AS_OF,
      context,
    );
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xmlOf(sheet, 'D2')).toContain('<f>B2*2</f>');
    expect(xmlOf(sheet, 'D3')).not.toContain('<f>');
  });
});

test('nothing that users typed becomes a formula, and all of it comes back', async () => {
  const hostile = [...FORMULAS, ...MARKUP, EVERYTHING];
  const bytes = await tableXlsx(
    { ...table([column('=1+1', 'text'), column('id', 'id'), column('n', 'number')], hostile.map((each) => [text(each), text(each), text(each)])), title: EVERYTHING },
    AS_OF,
    { ...context, names: [] },
  ); // prettier-ignore
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[\s>/]/);
  const rows = await rowsOf(bytes);
  expect(rows[0]?.[0]).toBe('=1+1');
  for (const [index, each] of hostile.entries()) expect(rows[index + 1]?.slice(0, 3)).toEqual([each, each, each]);
});
