import { desc, from as arquero, op } from 'arquero';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../src/core/table.ts';
import {
  type ArrangedTable,
  type Arrangement,
  type RowView,
  arrangeSteps,
} from '../../../src/sheet/arrange/arrange.ts';
import { groupOf, pathOf } from '../../../src/sheet/arrange/groups.ts';
import { Subtotals } from '../../../src/sheet/arrange/subtotals.ts';
import { ALL_CLOSED, pathKey, withClosed } from '../../../src/sheet/arrange/view-rows.ts';
import { PLAIN_VIEW } from '../../../src/sheet/model/table-view.ts';
import { runs } from '../../support/runs.ts';
import { drained } from './steps.ts';

const NAMES = ['', 'a', 'b', 'c'];
const MONEY = ['', 'EUR', 'USD'];

interface Book extends ArrangedTable {
  readonly cells: readonly { a: string; b: string; money: string; n: number }[];
}

const books: fc.Arbitrary<Book> = fc
  .array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 2 }), fc.integer({ min: -99, max: 99 })), {
    minLength: 1,
  })
  .map((rows) => {
    const text = (place: 0 | 1 | 2, values: readonly string[]): Column => ({
      kind: 'text',
      codes: Uint32Array.from(rows, (row) => row[place]),
      values,
    });
    const columns: Record<string, Column> = {
      a: text(0, NAMES),
      b: text(1, NAMES),
      money: text(2, MONEY),
      n: { kind: 'decimal', scale: 2, units: Float64Array.from(rows, (row) => row[3]), wide: new Map() },
    };
    const cells = rows.map(([a, b, money, n]) => ({
      a: NAMES[a] ?? '',
      b: NAMES[b] ?? '',
      money: MONEY[money] ?? '',
      n,
    }));
    return {
      rows: rows.length,
      cells,
      column: (key) => columns[key],
      text: (key, row) => cells[row]?.[key as 'a'] ?? '',
      foundIn: ['a'],
    };
  });

function arranged(book: ArrangedTable, view: Partial<RowView>): Arrangement {
  return drained(arrangeSteps(book, { ...PLAIN_VIEW, ...view }, { locale: 'en', asOf: 0 }, new WeakMap()));
}

describe('groups', () => {
  it('count and add up as Arquero does, each currency apart', () => {
    fc.assert(
      fc.property(books, (book) => {
        const { order, groups } = arranged(book, { groups: ['a', 'b'] });
        if (!groups) throw new Error('no groups');
        const [column, unit] = [book.column('n'), book.column('money')];
        if (column?.kind !== 'decimal' || unit?.kind !== 'text') throw new Error('no groups');
        const subtotals = new Subtotals(order, groups);
        const ours = Array.from({ length: groups.count }, (_, group) => group)
          .filter((group) => groups.level[group] === 1)
          .flatMap((group) => {
            const [a, b] = pathOf(groups, group).map((at, level) =>
              book.text('ab'.charAt(level), order[groups.start[at] ?? 0] ?? 0),
            );
            const totals = subtotals.of({ key: 'n', column, unit }, group);
            return totals.map(({ unit: money, sum, count }) =>
              JSON.stringify([a, b, money, Math.round(Number(sum) * 100), count]),
            );
          });
        const expected = arquero([...book.cells])
          .groupby('a', 'b', 'money')
          .rollup({ sum: op.sum('n'), count: op.count() })
          .objects() as { a: string; b: string; money: string; sum: number; count: number }[];
        expect([...ours].sort()).toEqual(
          expected.map(({ a, b, money, sum, count }) => JSON.stringify([a, b, money, sum, count])).sort(),
        );
      }),
      { numRuns: runs(200) },
    );
  });

  it('hold every row once, below the row of their group, sorted inside', () => {
    fc.assert(
      fc.property(books, fc.boolean(), (book, descending) => {
        const { order, rows, groups } = arranged(book, { groups: ['a'], sort: [{ key: 'n', descending }] });
        expect([...rows].filter((row) => row >= 0)).toEqual([...order]);
        let label = '';
        for (const row of rows) {
          const group = groupOf(row);
          if (group !== undefined) label = book.text('a', order[groups?.start[group] ?? 0] ?? 0);
          else expect(book.cells[row]?.a).toBe(label);
        }
        const cells = book.cells.map((cell, row) => ({ ...cell, row, last: cell.a === '' ? 1 : 0 }));
        const sorted: unknown = arquero(cells)
          .orderby('last', 'a', descending ? desc('n') : 'n')
          .array('row');
        expect([...order]).toEqual(sorted);
      }),
    );
  });

  it('hide what is inside them when closed, and only that', () => {
    fc.assert(
      fc.property(books, fc.subarray(NAMES), fc.boolean(), (book, names, turned) => {
        const list = names.map((name) => pathKey([name]));
        const closed = turned ? [ALL_CLOSED, ...list] : list;
        const { rows, order, groups } = arranged(book, { groups: ['a', 'b'], closed });
        const isOpen = (name: string): boolean => names.includes(name) === turned;
        const shown = [...order].filter((row) => isOpen(book.cells[row]?.a ?? '') && !turned);
        expect([...rows].filter((row) => row >= 0)).toEqual(shown);
        const outer = [...rows].flatMap((row) => groupOf(row) ?? []).filter((group) => groups?.level[group] === 0);
        expect(outer.length).toBe(new Set(book.cells.map(({ a }) => a)).size);
      }),
    );
  });

  it('close and open one by one', () => {
    const once = withClosed([], ['a'], true);
    expect(withClosed(once, ['a'], false)).toEqual([]);
    const turned = withClosed([ALL_CLOSED], ['a'], false);
    expect(turned).toEqual([ALL_CLOSED, pathKey(['a'])]);
    expect(withClosed(turned, ['a'], true)).toEqual([ALL_CLOSED]);
  });
});

describe('a view', () => {
  it('passes over columns that are gone', () => {
    fc.assert(
      fc.property(books, (book) => {
        const view = {
          sort: [{ key: 'gone', descending: true }],
          filters: [['gone', { kind: 'empty', empty: true }]] as const,
          groups: ['gone'],
        };
        expect([...arranged(book, view).rows]).toEqual([...Array(book.rows).keys()]);
      }),
    );
  });

  it('narrows by all its filters and by what is searched for', () => {
    fc.assert(
      fc.property(books, (book) => {
        const filters = [['n', { kind: 'number-is', test: 'above', number: '0' }]] as const;
        const expected = [...book.cells.keys()].filter(
          (row) => (book.cells[row]?.n ?? 0) > 0 && book.cells[row]?.a === 'b',
        );
        expect([...arranged(book, { filters, find: 'B' }).rows]).toEqual(expected);
      }),
    );
  });
});
