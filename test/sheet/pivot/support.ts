/** Small tables for the pivot's tests, by hand or at random, and the pivot of a specification over them. */
import fc from 'fast-check';
import { DayBuilder, DecimalBuilder, TextBuilder } from '../../../src/core/column-builders.ts';
import { parseDay } from '../../../src/core/days.ts';
import { type Exact, toDecimal } from '../../../src/core/exact.ts';
import type { Column } from '../../../src/core/table.ts';
import { allRows } from '../../../src/sheet/kernels/radix.ts';
import type { PivotSpec } from '../../../src/sheet/model/workbook-parts.ts';
import { type PivotCell, cellAt } from '../../../src/sheet/pivot/cells.ts';
import { type Axis, pathOf } from '../../../src/sheet/pivot/axis.ts';
import type { Lines } from '../../../src/sheet/pivot/lines.ts';
import { pivotSteps } from '../../../src/sheet/pivot/pivot.ts';
import type { Pivot, TooWide } from '../../../src/sheet/pivot/result.ts';
import type { PivotSource } from '../../../src/sheet/pivot/source.ts';

export interface Row {
  readonly customer: string;
  readonly product: string;
  readonly currency: string;
  readonly day: string;
  /** A decimal text; '' for an empty cell. */
  readonly amount: string;
  readonly seats: number;
}

export function sourceOf(rows: readonly Row[]): PivotSource {
  const text = (key: 'customer' | 'product' | 'currency'): Column => {
    const builder = new TextBuilder();
    for (const row of rows) builder.push(row[key]);
    return builder.finish();
  };
  const day = new DayBuilder();
  const amount = new DecimalBuilder();
  for (const row of rows) {
    day.push(parseDay(row.day));
    amount.push(row.amount);
  }
  const columns = new Map<string, Column>([
    ['customer', text('customer')],
    ['product', text('product')],
    ['currency', text('currency')],
    ['day', day.finish()],
    ['amount', amount.finish()],
    ['seats', { kind: 'count', counts: Uint32Array.from(rows, (row) => row.seats) }],
  ]);
  const currency = columns.get('currency');
  return {
    rows: rows.length,
    column: (key) => columns.get(key),
    currency: (key) => (key === 'amount' && currency?.kind === 'text' ? currency : undefined),
    currencyKey: 'currency',
  };
}

export function specOf(parts: Partial<PivotSpec>): PivotSpec {
  return { id: 'p:1', name: 'Pivot', rows: [], columns: [], values: [], filters: [], chart: 'none', ...parts };
}

export function run(source: PivotSource, parts: Partial<PivotSpec>, rows = allRows(source.rows)): Pivot | TooWide {
  const steps = pivotSteps(source, specOf(parts), rows, { locale: 'en', ranks: new WeakMap() });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export function pivotOf(source: PivotSource, parts: Partial<PivotSpec>, rows?: Uint32Array): Pivot {
  const pivot = run(source, parts, rows);
  if (pivot.kind !== 'pivot') throw new Error('too wide');
  return pivot;
}

/** The labels of a line: texts as they are, `*` for a total. */
export function lineNames(axis: Axis, { level, node }: Lines): readonly string[] {
  return [...level].map((at, line) => {
    const labels = pathOf(axis, at, node[line] ?? 0).map(
      (code, depth) => axis.fields[depth]?.members.values[code] ?? '',
    );
    return [...labels, ...(at < axis.levels.length - 1 || at === 0 ? ['*'] : [])].join(' / ');
  });
}

export function cellText(cell: PivotCell): string {
  if (cell.kind !== 'value') return cell.kind === 'mixed' ? 'mixed' : '';
  return [decimal(cell.value), cell.currency].filter(Boolean).join(' ');
}

const decimal = (value: Exact): string => toDecimal(value, 0, 20);

/** The pivot as lines of texts: labels, then cells column by column, measure by measure. */
export function printed(pivot: Pivot): readonly string[] {
  const names = lineNames(pivot.rowAxis, pivot.rowLines);
  return names.map((name, row) => [name, ...cellsOf(pivot, row).map(cellText)].join(' | '));
}

export function cellsOf(pivot: Pivot, row: number): readonly PivotCell[] {
  return [...pivot.columnLines.level.keys()].flatMap((column) =>
    pivot.measures.map((_, measure) => cellAt(pivot, row, column, measure)),
  );
}

const amounts = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -100_000, max: 100_000 }).map((units) => decimalOf(BigInt(units), 2)) },
  { weight: 1, arbitrary: fc.maxSafeInteger().map((units) => decimalOf(BigInt(units), 2)) },
  { weight: 1, arbitrary: fc.constantFrom('', '9007199254740993.5', '0.12345678', '-90071992547409931.25') },
);

function decimalOf(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const days = fc.constantFrom('', '2026-01-31', '2026-02-01', '2026-03-15', '2026-04-01', '2026-12-31', '2027-01-01');

export const anyRow: fc.Arbitrary<Row> = fc.record({
  customer: fc.constantFrom('', 'Contoso', 'contoso', 'Fabrikam', 'Äpfel', 'SKU 9', 'SKU 10'),
  product: fc.constantFrom('Alpha', 'Beta', '__proto__', ''),
  currency: fc.constantFrom('EUR', 'USD', 'JPY'),
  day: days,
  amount: amounts,
  seats: fc.nat(30),
});
export const anyRows = fc.array(anyRow, { maxLength: 60 });
