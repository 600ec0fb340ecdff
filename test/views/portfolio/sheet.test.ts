import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { textAt } from '../../../src/core/table.ts';
import { type RowView } from '../../../src/sheet/arrange/arrange.ts';
import { PLAIN_VIEW, type TableView } from '../../../src/sheet/model/table-view.ts';
import { type ColumnKey, SHEET_COLUMNS } from '../../../src/views/portfolio/columns.ts';
import { sheetSource } from '../../../src/views/portfolio/sheet-source.ts';
import { type ArrangedRows, arrangedRows } from '../../../src/views/portfolio/arranged-rows.ts';
import { columnTotals, totalsRow } from '../../../src/views/portfolio/summed.ts';
import type { SheetData } from '../../../src/views/portfolio/sheet-data.ts';
import { summaryWords } from '../../../src/views/portfolio/summary-words.ts';
import { trailOfCell } from '../../../src/views/portfolio/trail-of-cell.ts';
import { CELL, type GridSource } from '../../../src/ui/grid/source.ts';
import { rangeToTsv } from '../../../src/ui/grid/clipboard.ts';
import { summarise } from '../../../src/ui/grid/summary.ts';
import { drained } from '../../sheet/arrange/steps.ts';
import { sheetData } from './book.ts';

const data = sheetData();
const asOf = parseDay('2026-11-22') ?? 0;

function arranged(view: Partial<RowView> = {}, of: SheetData = data): ArrangedRows {
  return drained(arrangedRows(of, SHEET_COLUMNS, { ...PLAIN_VIEW, ...view }, asOf, new WeakMap()));
}
function shown(view: Partial<TableView> = {}, of: SheetData = data): GridSource {
  const whole = { ...PLAIN_VIEW, ...view };
  return sheetSource({ arranged: arranged(whole, of), columns: SHEET_COLUMNS, view: whole, looks: new Map() });
}

const source = shown();
const at = (key: ColumnKey): number => SHEET_COLUMNS.findIndex((column) => column.key === key);
const texts = (key: ColumnKey): readonly string[] => [0, 1, 2].map((row) => source.text(row, at(key)));

function order(view: Partial<RowView>): readonly number[] {
  return [...arranged(view).arrangement.rows];
}

describe('cells', () => {
  it('join portfolio and results by row', () => {
    expect(texts('customer')).toEqual(['Zeta', 'Alpha', 'beta']);
    expect(texts('product')).toEqual(['Zeta 365', 'Product of Alpha', 'Beta 365']);
    expect(texts('termEnd')).toEqual(['31 Dec 2026', '31 Jan 2027', '30 Nov 2026']);
    expect(texts('autoRenew')).toEqual(['yes', 'no', '']);
    expect(texts('est')).toEqual(['1,234.56', '—', '0.00']);
    expect(texts('extra')).toEqual(['+234.56', '—', '0.00']);
    expect(texts('margin')[0]).toBe('−1.50');
    expect(texts('cliffPromotion')).toEqual(['−0.25', '—', '0.00']);
    expect(texts('estUnit')).toEqual(['21.75', '—', '100.00']);
  });

  it('say why a row has no price, with a mark', () => {
    expect(texts('notes')[1]).toBe('No price: No list.');
    expect(source.flags?.(1, at('notes'))).toBe(CELL.warning);
    expect(source.flags?.(1, at('est'))).toBe(CELL.muted);
  });

  it('are muted where an amount is 0 because nothing is exposed', () => {
    expect(source.flags?.(0, at('est'))).toBe(0);
    expect(source.flags?.(2, at('est'))).toBe(CELL.muted);
  });

  it('sort and filter by the very texts that show', () => {
    for (const { key } of SHEET_COLUMNS) {
      const { column, text } = data.cells(key);
      if (column.kind !== 'text') continue;
      expect([key, ...[0, 1, 2].map((row) => textAt(column, row))]).toEqual([key, ...[0, 1, 2].map(text)]);
    }
  });

  it('are copied so that no name runs as a formula, and figures keep their sign', () => {
    const hostile = shown({}, sheetData('=HYPERLINK("x")'));
    expect(hostile.copyText?.(0, at('customer'))).toBe(`'=HYPERLINK("x")`);
    expect(hostile.copyText?.(0, at('margin'))).toBe('-1.50');
    expect(hostile.copyText?.(0, at('termEnd'))).toBe('2026-12-31');
  });

  it('are copied as a spreadsheet reads them', () => {
    const range = { top: 0, bottom: 0, left: at('est'), right: at('extra') };
    expect(rangeToTsv(source, range)).toBe('1234.56\t0.00\t0.00\t234.56');
    expect(source.copyText?.(0, at('termEnd'))).toBe('2026-12-31');
  });
});

describe('sorting', () => {
  it('follows the language for texts and the value for numbers, empty cells last', () => {
    expect(order({ sort: [{ key: 'customer', descending: false }] })).toEqual([1, 2, 0]);
    expect(order({ sort: [{ key: 'id', descending: false }] })).toEqual([2, 1, 0]);
    expect(order({ sort: [{ key: 'estUnit', descending: true }] })).toEqual([2, 0, 1]);
    expect(order({ sort: [{ key: 'est', descending: false }] })).toEqual([2, 0, 1]);
    expect(order({ sort: [{ key: 'autoRenew', descending: true }] })).toEqual([0, 1, 2]);
  });

  it('takes further keys for ties', () => {
    const sort = [{ key: 'currency', descending: false } as const, { key: 'seats', descending: true } as const];
    expect(order({ sort })).toEqual([1, 2, 0]);
  });
});

describe('filters', () => {
  it('narrow by text, values, numbers and days, all of them together', () => {
    expect(order({ filters: [['customer', { kind: 'contains', text: 'A' }]] })).toEqual([0, 1, 2]);
    expect(order({ filters: [['outcome', { kind: 'values', values: ['renews'] }]] })).toEqual([2]);
    expect(order({ filters: [['seats', { kind: 'numbers', least: '5.5', most: '30' }]] })).toEqual([1, 2]);
    expect(order({ filters: [['est', { kind: 'number-is', test: 'above', number: '0.001' }]] })).toEqual([0]);
    const december = ['termEnd', { kind: 'days', first: '2026-12-01', last: '2026-12-31' }] as const;
    expect(order({ filters: [december] })).toEqual([0]);
    expect(order({ filters: [december], find: 's-2' })).toEqual([]);
    expect(order({ filters: [['termEnd', { kind: 'day-is', test: 'next-days', value: '30' }]] })).toEqual([2]);
    expect(order({ find: 'product of' })).toEqual([1]);
  });
});

describe('groups and totals', () => {
  it('stand above their rows with subtotals, and name currencies instead of adding them', () => {
    const grouped = shown({ groups: ['currency'], sort: [{ key: 'currency', descending: true }] });
    expect(Array.from({ length: 5 }, (_, row) => grouped.groupAt?.(row)?.label)).toEqual([
      'USD',
      undefined,
      undefined,
      'JPY',
      undefined,
    ]);
    expect(grouped.groupAt?.(0)).toEqual({ level: 1, label: 'USD', count: 2, closed: false });
    expect(grouped.text(0, at('est'))).toBe('1,234.56');
    expect(grouped.text(0, at('seats'))).toBe('17');
    expect(grouped.text(0, at('estUnit'))).toBe('');
    expect(grouped.copyText?.(0, at('est'))).toBe('1234.56');
    expect(grouped.number?.(0, at('est'))).toBeUndefined();
    const closed = shown({ groups: ['currency'], closed: ['["USD"]'] });
    expect(closed.rows).toBe(3);
    expect(closed.groupAt?.(2)?.closed).toBe(true);
  });

  it('count what passes the filters', () => {
    const view = { filters: [['seats', { kind: 'numbers', most: '12' }]] } as const;
    const totals = drained(columnTotals(SHEET_COLUMNS, data, arranged(view).arrangement.order));
    const row = totalsRow(SHEET_COLUMNS, totals, 2, data.format);
    expect(row(0)).toBe('Total (2)');
    expect([row(at('seats')), row(at('est')), row(at('estUnit'))]).toEqual(['17', '1,234.56', '']);
    const mixed = [
      { unit: 'USD', sum: '1', count: 1 },
      { unit: 'EUR', sum: '2', count: 1 },
    ];
    expect(totalsRow(SHEET_COLUMNS, new Map([['est', mixed]]), 2, data.format)(at('est'))).toBe('USD + EUR');
  });
});

describe('formats', () => {
  it('write a column as the user asks, in the currency of its row', () => {
    const formatted = shown({ formats: { est: { kind: 'currency', digits: 1 }, termEnd: { kind: 'month' } } });
    expect(formatted.text(0, at('est'))).toBe('1,234.6 USD');
    expect(formatted.text(1, at('est'))).toBe('—');
    expect(formatted.text(0, at('termEnd'))).toBe('December 2026');
    expect(formatted.copyText?.(0, at('est'))).toBe('1234.56');
  });
});

describe('the status line', () => {
  function say(keys: readonly [ColumnKey, ColumnKey]): readonly string[] {
    const steps = summarise(source, { top: 0, bottom: 2, left: at(keys[0]), right: at(keys[1]) });
    return summaryWords(drained(steps), data.format);
  }

  it('adds amounts and seats apart, and averages what has a value', () => {
    expect(say(['est', 'est'])).toEqual(['Count 3', 'Sum USD 1,234.56', 'Average USD 617.28']);
    expect(say(['seats', 'seats'])).toEqual(['Count 3', 'Sum seats 47', 'Average seats 15.7']);
  });
});

describe('the trail of a cell', () => {
  it('leads to the figure, the unit figure or the outcome', () => {
    expect(trailOfCell(SHEET_COLUMNS[at('extra')], 2)).toEqual({ kind: 'amount', row: 2, amount: 'extra' });
    expect(trailOfCell(SHEET_COLUMNS[at('estUnit')], 0)).toEqual({ kind: 'unit', row: 0, unit: 'estUnit' });
    expect(trailOfCell(SHEET_COLUMNS[at('outcome')], 0)).toEqual({ kind: 'outcome', row: 0 });
    expect(trailOfCell(SHEET_COLUMNS[at('customer')], 0)).toBeUndefined();
  });
});
