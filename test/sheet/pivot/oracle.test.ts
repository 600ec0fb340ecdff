/** The pivot against Arquero, which may do everything in tests, and against sums of exact fractions. */
import { op, table } from 'arquero';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Exact,
  ZERO,
  add,
  compare,
  divide,
  equals,
  fraction,
  parseExact,
  toFloat,
} from '../../../src/core/exact.ts';
import { cellAt, rowCount, rowsBehind } from '../../../src/sheet/pivot/cells.ts';
import type { Aggregate } from '../../../src/sheet/model/workbook-parts.ts';
import type { Pivot } from '../../../src/sheet/pivot/result.ts';
import { ROWS_KEY } from '../../../src/sheet/pivot/source.ts';
import { runs } from '../../support/runs.ts';
import { type Row, anyRows, lineNames, pivotOf, sourceOf } from './support.ts';

const NUMBER_OF_RUNS = { numRuns: runs(60) };
const rowFields = [{ key: 'currency' }, { key: 'customer' }];
const columnFields = [{ key: 'product' }];

function exactAmount(row: Row | undefined): Exact | undefined {
  return parseExact(row?.amount ?? '');
}

/** What a cell must say, from the rows behind it. */
function expected(rows: readonly Row[], aggregate: Aggregate): Exact | undefined {
  const amounts = rows.flatMap((row) => exactAmount(row) ?? []);
  const sum = amounts.reduce(add, ZERO);
  if (aggregate === 'count') return fraction(amounts.length);
  if (amounts.length === 0) return undefined;
  if (aggregate === 'sum') return sum;
  if (aggregate === 'average') return divide(sum, fraction(amounts.length));
  const sorted = amounts.sort(compare);
  return aggregate === 'min' ? sorted[0] : sorted.at(-1);
}

function places(pivot: Pivot): readonly (readonly [row: number, column: number])[] {
  return [...pivot.rowLines.level.keys()].flatMap((row) =>
    [...pivot.columnLines.level.keys()].map((column) => [row, column] as const),
  );
}

describe('cells', () => {
  test('hold what Arquero makes of the same groups', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const pivot = pivotOf(sourceOf(rows), {
          rows: [{ key: 'customer' }],
          columns: columnFields,
          values: [
            ...(['sum', 'min', 'max', 'average', 'count', 'distinct'] as const).map((aggregate) => ({ key: 'seats', aggregate })), // prettier-ignore
          ],
          totals: false,
        });
        const oracle = table({
          customer: rows.map((row) => row.customer),
          product: rows.map((row) => row.product),
          seats: rows.map((row) => row.seats),
        })
          .groupby('customer', 'product')
          .rollup({
            ...{ sum: op.sum('seats'), min: op.min('seats'), max: op.max('seats'), mean: op.mean('seats') },
            ...{ count: op.count(), distinct: op.distinct('seats') },
          });
        const rowNames = lineNames(pivot.rowAxis, pivot.rowLines);
        const columnNames = lineNames(pivot.columnAxis, pivot.columnLines);
        for (const group of oracle.objects() as Record<string, string | number>[]) {
          const place = [
            rowNames.indexOf(String(group['customer'])),
            columnNames.indexOf(String(group['product'])),
          ] as const;
          for (const [measure, name] of ['sum', 'min', 'max', 'mean', 'count', 'distinct'].entries()) {
            const cell = cellAt(pivot, ...place, measure);
            expect(cell.kind === 'value' && toFloat(cell.value)).toBeCloseTo(Number(group[name]), 12);
          }
        }
        const cells = places(pivot).filter(([row, column]) => rowCount(pivot, row, column) > 0);
        expect(cells).toHaveLength(oracle.numRows());
      }),
      NUMBER_OF_RUNS,
    );
  });

  test('are exact for amounts of any size, in subtotals and totals too, and follow from the rows behind them', () => {
    const aggregates = ['sum', 'count', 'average', 'min', 'max'] as const;
    fc.assert(
      fc.property(anyRows, (rows) => {
        const values = aggregates.map((aggregate) => ({ key: 'amount', aggregate }));
        const pivot = pivotOf(sourceOf(rows), { rows: rowFields, columns: columnFields, values });
        for (const [row, column] of places(pivot)) {
          const behind = [...rowsBehind(pivot, row, column)].flatMap((index) => rows[index] ?? []);
          expect(rowCount(pivot, row, column)).toBe(behind.length);
          const filled = behind.filter((one) => one.amount !== '');
          const mixes = new Set(filled.map((one) => one.currency)).size > 1;
          for (const [measure, aggregate] of aggregates.entries()) {
            const cell = cellAt(pivot, row, column, measure);
            const wanted = behind.length === 0 ? undefined : expected(behind, aggregate);
            if (mixes && aggregate !== 'count') expect(cell.kind).toBe('mixed');
            else if (wanted === undefined) expect(cell.kind).toBe('empty');
            else expect(cell.kind === 'value' && equals(cell.value, wanted)).toBe(true);
            if (cell.kind === 'value' && aggregate !== 'count') expect(cell.currency).toBe(filled[0]?.currency);
          }
        }
      }),
      NUMBER_OF_RUNS,
    );
  });
});

describe('totals', () => {
  const sumOf = (pivot: Pivot, row: number, column: number): Exact => {
    const cell = cellAt(pivot, row, column, 0);
    return cell.kind === 'value' ? cell.value : ZERO;
  };

  test('equal the sum of their cells, and counts the number of rows', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const values = [{ key: 'seats', aggregate: 'sum' } as const, { key: ROWS_KEY, aggregate: 'count' } as const];
        const pivot = pivotOf(sourceOf(rows), { rows: rowFields, columns: columnFields, values });
        const leaves = [...pivot.rowLines.level.keys()].filter((line) => pivot.rowLines.level[line] === 2);
        const columns = [...pivot.columnLines.level.keys()];
        const total = pivot.rowLines.level.length - 1;
        for (const column of columns) {
          const sum = leaves.reduce((all, line) => add(all, sumOf(pivot, line, column)), ZERO);
          expect(equals(sumOf(pivot, total, column), sum)).toBe(true);
        }
        const all = cellAt(pivot, total, columns.length - 1, 1);
        expect(all.kind === 'value' ? all.value.num : 0).toBe(rows.length);
      }),
      NUMBER_OF_RUNS,
    );
  });

  test('of shares are one', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const values = [{ key: 'seats', aggregate: 'share' } as const];
        const pivot = pivotOf(sourceOf(rows), { rows: [{ key: 'customer' }], values });
        const lines = [...pivot.rowLines.level.keys()].slice(0, -1);
        const sum = lines.reduce((all, line) => add(all, sumOf(pivot, line, 0)), ZERO);
        expect(equals(sum, rows.some((row) => row.seats > 0) ? fraction(1) : ZERO)).toBe(true);
      }),
      NUMBER_OF_RUNS,
    );
  });

  test('count distinct values anew, whatever their cells hold', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const values = [{ key: 'customer', aggregate: 'distinct' } as const];
        const pivot = pivotOf(sourceOf(rows), { rows: [{ key: 'product' }], columns: [{ key: 'currency' }], values });
        for (const [row, column] of places(pivot)) {
          const behind = [...rowsBehind(pivot, row, column)].map((index) => rows[index]?.customer);
          expect(sumOf(pivot, row, column).num).toBe(new Set(behind.filter((name) => name !== '')).size);
        }
      }),
      NUMBER_OF_RUNS,
    );
  });
});
