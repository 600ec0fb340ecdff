/** Hand-made `Simulation` values for tests of exporters, charts and screens. */
import { CountBuilder, DayBuilder, DecimalBuilder, FlagBuilder, TextBuilder } from '../../src/core/column-builders.ts';
import { type Day, parseDay } from '../../src/core/days.ts';
import { ExactBuilder } from '../../src/core/exact-column.ts';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import type { DatasetInfo } from '../../src/core/schema/dataset.ts';
import type { Column } from '../../src/core/table.ts';
import {
  AMOUNTS,
  type Amount,
  type Amounts,
  type MonthTotals,
  RESULT_COLUMNS,
  type Simulation,
  type Totals,
  type Unpriced,
} from '../../src/sim/types.ts';

type ColumnName = keyof typeof RESULT_COLUMNS;
type CellOf<K extends Column['kind']> = K extends 'flag'
  ? boolean
  : K extends 'day'
    ? Day | undefined
    : K extends 'count'
      ? number
      : string;

/** What a test says of one subscription: any result column, and any amount in minor units. */
export type HandMadeRow = { readonly [K in ColumnName]?: CellOf<(typeof RESULT_COLUMNS)[K]> } & {
  readonly amounts?: Partial<Amounts>;
};

export interface HandMadeSimulation {
  readonly asOf?: string;
  readonly horizonMonths?: number;
  readonly rows?: readonly HandMadeRow[];
  readonly totals?: readonly Totals[];
  readonly months?: readonly MonthTotals[];
  readonly unpriced?: readonly Unpriced[];
  readonly diagnostics?: readonly Diagnostic[];
}

/** A day from its text; a test with a wrong date fails at once. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`INTERNAL: no such day: ${text}`);
  return parsed;
}

/** All amounts, zero where not given. */
export function amounts(given: Partial<Amounts> = {}): Amounts {
  return Object.fromEntries(AMOUNTS.map((amount) => [amount, given[amount] ?? 0])) as Record<Amount, number>;
}

/** Totals of a currency, zero where not given. */
export function totals(currency: string, given: Partial<Totals> = {}): Totals {
  return { ...amounts(given), subscriptions: 0, exposed: 0, atRisk: 0, unpriced: 0, ...given, currency };
}

/** A month's totals, zero where not given; `month` as `YYYY-MM`. */
export function month(text: string, currency: string, given: Partial<Amounts> = {}): MonthTotals {
  const [year, monthOfYear] = text.split('-').map(Number);
  return { ...amounts(given), month: (year ?? 0) * 12 + (monthOfYear ?? 1) - 1, currency };
}

/** A simulation as of 2026-11-22 over 12 months, unless told otherwise. */
export function handMadeSimulation(given: HandMadeSimulation = {}): Simulation {
  const rows = given.rows ?? [];
  const columns = Object.entries(RESULT_COLUMNS).map(
    ([name, kind]) =>
      [
        name,
        columnOf(
          kind,
          rows.map((row, index) => row[name as ColumnName] ?? (name === 'row' ? index : undefined)),
        ),
      ] as const,
  );
  return {
    window: { asOf: day(given.asOf ?? '2026-11-22'), horizonMonths: given.horizonMonths ?? 12 },
    table: { rows: rows.length, columns: new Map<string, Column>(columns) },
    amounts: Object.fromEntries(
      AMOUNTS.map((amount) => [amount, Float64Array.from(rows, (row) => row.amounts?.[amount] ?? 0)]),
    ) as Record<Amount, Float64Array>,
    totals: given.totals ?? [],
    months: given.months ?? [],
    unpriced: given.unpriced ?? [],
    diagnostics: given.diagnostics ?? [],
  };
}

type Cell = string | number | boolean | undefined;

function columnOf(kind: Column['kind'], cells: readonly Cell[]): Column {
  switch (kind) {
    case 'text':
      return built(new TextBuilder(), cells, (cell) => String(cell ?? ''));
    case 'decimal':
      return built(new DecimalBuilder(), cells, (cell) => String(cell ?? ''));
    case 'exact':
      return built(new ExactBuilder(), cells, (cell) => String(cell ?? ''));
    case 'day':
      return built(new DayBuilder(), cells, (cell) => (typeof cell === 'number' ? cell : undefined));
    case 'flag':
      return built(new FlagBuilder(), cells, (cell) => (typeof cell === 'boolean' ? cell : undefined));
    case 'count':
      return built(new CountBuilder(), cells, (cell) => Number(cell ?? 0));
  }
}

interface Builder<T> {
  push(value: T): unknown;
  finish(): Column;
}

function built<T>(builder: Builder<T>, cells: readonly Cell[], value: (cell: Cell) => T): Column {
  for (const cell of cells) builder.push(value(cell));
  return builder.finish();
}

/** An imported file without rejects, unless told otherwise. */
export function dataset(given: Partial<DatasetInfo> & { readonly file: string }): DatasetInfo {
  return {
    id: given.file,
    kind: 'portfolio',
    sha256: '0'.repeat(64),
    bytes: 0,
    ledger: { read: 0, accepted: 0, rejected: 0, skipped: 0 },
    diagnostics: [],
    order: 0,
    ...given,
  };
}
