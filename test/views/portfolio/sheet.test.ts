import { describe, expect, it } from 'vitest';
import { textAt } from '../../../src/core/table.ts';
import { type Arrangement, arrange } from '../../../src/views/portfolio/arrange.ts';
import { filterWords } from '../../../src/views/portfolio/column-filter.ts';
import { type ColumnKey, SHEET_COLUMNS } from '../../../src/views/portfolio/columns.ts';
import { draftOf, filterOf } from '../../../src/views/portfolio/filter-draft.ts';
import { gridSource } from '../../../src/views/portfolio/grid-source.ts';
import { summaryWords } from '../../../src/views/portfolio/summary-words.ts';
import { trailOfCell } from '../../../src/views/portfolio/trail-of-cell.ts';
import { CELL } from '../../../src/ui/grid/source.ts';
import { rangeToTsv } from '../../../src/ui/grid/clipboard.ts';
import { summarise } from '../../../src/ui/grid/summary.ts';
import { sheetData } from './book.ts';

const data = sheetData();
const source = gridSource(data, Uint32Array.of(0, 1, 2), SHEET_COLUMNS, () => false);
const at = (key: ColumnKey): number => SHEET_COLUMNS.findIndex((column) => column.key === key);
const texts = (key: ColumnKey): readonly string[] => [0, 1, 2].map((row) => source.text(row, at(key)));

function order(arrangement: Partial<Arrangement>): readonly number[] {
  const steps = arrange(data, { sort: [], filters: new Map(), find: '', ...arrangement }, new WeakMap());
  for (;;) {
    const step = steps.next();
    if (step.done === true) return [...step.value];
  }
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
    const hostile = gridSource(sheetData('=HYPERLINK("x")'), Uint32Array.of(0), SHEET_COLUMNS, () => false);
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
    expect(order({ filters: new Map([['customer', { kind: 'contains', text: 'A' }]]) })).toEqual([0, 1, 2]);
    expect(order({ filters: new Map([['outcome', { kind: 'values', values: ['renews'] }]]) })).toEqual([2]);
    expect(order({ filters: new Map([['seats', { kind: 'numbers', least: '5.5', most: '30' }]]) })).toEqual([1, 2]);
    expect(order({ filters: new Map([['est', { kind: 'numbers', least: '0.001', most: undefined }]]) })).toEqual([0]);
    const december = { kind: 'days', first: '2026-12-01', last: '2026-12-31' } as const;
    expect(order({ filters: new Map([['termEnd', december]]) })).toEqual([0]);
    expect(order({ filters: new Map([['termEnd', december]]), find: 's-2' })).toEqual([]);
    expect(order({ find: 'product of' })).toEqual([1]);
  });

  it('survive the dialog that sets them', () => {
    const { column } = data.cells('seats');
    const filter = { kind: 'numbers', least: '5', most: undefined } as const;
    expect(filterOf(draftOf(filter), column)).toEqual(filter);
    expect(filterOf(draftOf(undefined), column)).toBeUndefined();
    const picked = { kind: 'values', values: ['USD'] } as const;
    expect(filterOf(draftOf(picked), data.cells('currency').column)).toEqual(picked);
  });

  it('are told on their chip', () => {
    const words = (filter: Parameters<typeof filterWords>[1]): string => filterWords('Seats', filter, data.format);
    expect(words({ kind: 'numbers', least: '1000', most: undefined })).toBe('Seats from 1,000');
    expect(words({ kind: 'days', first: '2026-12-01', last: '2026-12-31' })).toBe('Seats 1 Dec 2026 to 31 Dec 2026');
    expect(words({ kind: 'values', values: ['a', '', 'c', 'd'] })).toBe('Seats: a, (empty) and 2 more');
  });
});

describe('the status line', () => {
  function say(keys: readonly [ColumnKey, ColumnKey]): readonly string[] {
    const steps = summarise(source, { top: 0, bottom: 2, left: at(keys[0]), right: at(keys[1]) });
    for (;;) {
      const step = steps.next();
      if (step.done === true) return summaryWords(step.value, data.format);
    }
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
