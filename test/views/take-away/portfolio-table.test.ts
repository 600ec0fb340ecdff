import { describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { parseDay } from '../../../src/core/days.ts';
import { plainSteps } from '../../../src/core/plain-table.ts';
import type { TableExport } from '../../../src/core/table-export.ts';
import { calculateSteps } from '../../../src/sheet/calculation/calculate.ts';
import type { Calculated } from '../../../src/sheet/calculation/model.ts';
import { FUNCTIONS } from '../../../src/sheet/functions/index.ts';
import type { ColumnFormula } from '../../../src/sheet/model/workbook-parts.ts';
import { baseTable } from '../../../src/views/calculation/base-table.ts';
import { PLAIN_VIEW, type TableView } from '../../../src/sheet/model/table-view.ts';
import { shownKeys } from '../../../src/sheet/model/view-changes.ts';
import type { GridSource } from '../../../src/ui/grid/source.ts';
import { arrangedRows } from '../../../src/views/portfolio/arranged-rows.ts';
import { formulaColumns, SHEET_COLUMNS } from '../../../src/views/portfolio/columns.ts';
import type { SheetData } from '../../../src/views/portfolio/sheet-data.ts';
import { sheetSource } from '../../../src/views/portfolio/sheet-source.ts';
import { columnTotals } from '../../../src/views/portfolio/summed.ts';
import { copyCells } from '../../../src/views/take-away/copy-cells.ts';
import { portfolioTable } from '../../../src/views/take-away/portfolio-table.ts';
import { exportTable, type TableFileKind } from '../../../src/workers/export-table.ts';
import { drained } from '../../sheet/arrange/steps.ts';
import { sheetData } from '../portfolio/book.ts';

const asOf = parseDay('2026-11-22') ?? 0;
const KEYS = SHEET_COLUMNS.map(({ key }) => key);

/** Only the columns named, in this order. */
const only = (...keys: readonly string[]): Partial<TableView> => ({
  order: keys,
  hidden: KEYS.filter((key) => !keys.includes(key)),
});

interface Shown {
  readonly source: GridSource;
  readonly table: TableExport;
}

function shown(
  change: Partial<TableView>,
  data: SheetData = sheetData(),
  formulas: readonly ColumnFormula[] = [],
  result?: Calculated,
): Shown {
  const view = { ...PLAIN_VIEW, ...change };
  const all = [...SHEET_COLUMNS, ...formulaColumns(formulas, result)];
  const keys = all.map(({ key }) => key);
  const columns = shownKeys(keys, view).flatMap((key) => all.find((column) => column.key === key) ?? []);
  const arranged = drained(arrangedRows(data, columns, view, asOf, new WeakMap()));
  const source = sheetSource({ arranged, columns, view, looks: new Map() });
  const totals = drained(columnTotals(columns, data, arranged.arrangement.order));
  return { source, table: portfolioTable({ source, arranged, columns, view, formulas, totals }) };
}

async function fileOf(
  table: TableExport,
  kind: TableFileKind,
  locale = 'de-DE',
  formulas?: Parameters<typeof exportTable>[0]['formulas'],
): Promise<Blob> {
  const plain = structuredClone(drained(plainSteps(table)));
  const file = await exportTable(
    { table: plain, kind, locale, asOf, workbookName: 'Nord', formulas },
    new AbortController().signal,
    () => undefined,
  );
  return file?.bytes ?? new Blob();
}

async function csvLines(table: TableExport, kind: TableFileKind = 'csv-program'): Promise<readonly string[]> {
  return (await (await fileOf(table, kind)).text()).replace('\uFEFF', '').trimEnd().split('\r\n');
}

describe('the portfolio as it stands on screen', () => {
  it('is written with its filtered rows, shown columns and totals, in their order', async () => {
    const { table } = shown({
      ...only('customer', 'termEnd', 'seats', 'est'),
      filters: [['seats', { kind: 'numbers', least: '10' }]],
      sort: [{ key: 'seats', descending: true }],
    });
    expect(await csvLines(table)).toEqual([
      'Customer,Term end,Seats,EST cost',
      'Alpha,2027-01-31,30,—',
      'beta,2026-11-30,12,0.00',
      'Total (2),,42,0.00',
    ]);
    expect(await csvLines(table, 'csv-local')).toEqual([
      'Customer;Term end;Seats;EST cost',
      'Alpha;31.01.2027;30;—',
      'beta;30.11.2026;12;0,00',
      'Total (2);;42;0,00',
    ]);
  });

  it('has the groups with their subtotals, and of closed ones nothing else', async () => {
    const grouped = { ...only('customer', 'currency', 'seats', 'est'), groups: ['currency'] };
    const { table } = shown({ ...grouped, closed: ['["JPY"]'] });
    const lines = await csvLines(table);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['Customer', 'JPY (1 row)', 'USD (2 rows)', 'Zeta', 'beta', 'Total (3)']); // prettier-ignore
    expect(lines[2]).toBe('USD (2 rows),,17,1234.56');
    const [sheet] = (await readXlsx(new Uint8Array(await (await fileOf(table, 'xlsx')).arrayBuffer()))).sheets;
    expect(sheet?.name).toBe('Portfolio');
    expect(sheet?.rows[3]).toEqual(['Zeta', 'USD', 5, 1234.56]);
    expect(sheet?.rows[5]?.slice(0, 3)).toEqual(['Total (3)', null, 47]);
  });

  it('follows the formats that the user chose', async () => {
    const { table } = shown({
      ...only('customer', 'termEnd', 'est'),
      formats: { termEnd: { kind: 'month' }, est: { kind: 'currency' } },
    });
    const bytes = new Uint8Array(await (await fileOf(table, 'xlsx')).arrayBuffer());
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    expect(sheets[0]?.rows[1]?.[1]).toEqual(new Date('2026-12-31T00:00:00Z'));
    expect(sheets[0]?.cells?.get('1,1')?.style?.numFmt).toBe('mmmm yyyy');
    expect(sheets[0]?.cells?.get('1,2')?.style?.numFmt).toBe('#,##0.00\\ [$USD]');
  });

  it('has computed columns with their formulas and the names that they use, and errors as such', async () => {
    const formulas: readonly ColumnFormula[] = [
      { key: 'f:1', title: 'More', formula: '=[@Seats]*Rate', format: { kind: 'number', digits: 1 } },
      { key: 'f:2', title: 'Odd', formula: '=[@Seats]/0', format: { kind: 'general' } },
      { key: 'f:3', title: 'Share', formula: '=[@Seats]/SUM([Seats])', format: { kind: 'percent' } },
    ];
    const base = sheetData();
    const table = baseTable(base, SHEET_COLUMNS);
    const rate = { name: 'Rate', text: '1.5', unit: '', least: '', most: '', note: '' };
    const result = drained(
      calculateSteps({
        ...{ table, formulas, names: [rate], sheets: [], functions: FUNCTIONS, asOf, locale: 'en' },
        given: () => undefined,
      }),
    );
    const view = only('customer', 'seats', 'f:1', 'f:2', 'f:3');
    const taken = shown(view, base.withComputed(result.columns), formulas, result).table;
    expect(await csvLines(taken)).toEqual([
      'Customer,Seats,More,Odd,Share',
      expect.stringMatching(/^Zeta,5,7.5,#DIV\/0!,10\.6\d+%$/),
      expect.stringMatching(/^Alpha,30,45,#DIV\/0!,63\.8\d+%$/),
      expect.stringMatching(/^beta,12,18,#DIV\/0!,25\.5\d+%$/),
      expect.stringMatching(/^Total \(3\),47,70\.5,/),
    ]);
    const file = await fileOf(taken, 'xlsx', 'de-DE', {
      ...{ tableName: 'Portfolio', hasAllRows: true },
      names: [{ name: 'Rate', text: '', raw: { kind: 'number', decimal: '1.5' }, unit: '', note: '' }],
    });
    const { sheets } = await readXlsx(new Uint8Array(await file.arrayBuffer()), { readStyles: true });
    expect(sheets[0]?.cells?.get('1,2')?.formula).toBe('B2*Rate');
    expect(sheets[0]?.cells?.get('3,4')?.formula).toBe('B4/SUM($B$2:$B$4)');
    expect(sheets.map(({ name }) => name)).toEqual(['Portfolio', 'Assumptions', 'Formulas']);
  });

  it('lets no name run as a formula', async () => {
    const { source, table } = shown(only('customer', 'id'), sheetData('=HYPERLINK("x")'));
    expect((await csvLines(table))[1]).toBe(`"'=HYPERLINK(""x"")",s-10`);
    const { text } = copyCells(source, table, 'en-GB')({ top: 0, bottom: 0, left: 0, right: 1 }, { headers: false });
    expect(text.trimEnd()).toBe(`"'=HYPERLINK(""x"")"\ts-10`);
  });

  it('is copied with ids as text and figures exact, titles on demand', () => {
    const { source, table } = shown(only('id', 'termEnd', 'est', 'margin'));
    const { text, html } = copyCells(
      source,
      table,
      'en-GB',
    )({ top: 0, bottom: 0, left: 0, right: 3 }, { headers: true });
    expect(text.trimEnd().split('\r\n')).toEqual([
      'Subscription id\tTerm end\tEST cost\tMargin',
      's-10\t2026-12-31\t1234.56\t-1.50',
    ]);
    expect(html).toContain('data-exact="1234.56 number"');
    expect(html).toContain('data-exact="-1.50 number"');
    expect(html).toMatch(/<td class=t [^>]*data-exact=text>s-10</);
    expect(html).toMatch(/<td class=d [^>]*sdval="46387"/);
  });
});
