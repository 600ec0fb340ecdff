/**
 * Columnar tables: what importers make, storage keeps and the engine reads. Headers are data, so columns live in a Map.
 * All columns are typed arrays plus dictionaries, cheap to transfer between workers and to store as chunks.
 */
import { type Exact, fraction, parseExact } from './exact.ts';
import type { Day } from './days.ts';

/** Text by dictionary: `values[codes[row]]`; `values[0]` is always the empty text. */
export interface TextColumn {
  readonly kind: 'text';
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}

/**
 * Decimals as scaled safe integers: `units[row] / 10^scale`; NaN is an empty cell.
 * The few cells that do not fit (more digits than a safe integer holds) are NaN in `units` and stand as text in `wide`.
 */
export interface DecimalColumn {
  readonly kind: 'decimal';
  readonly scale: number;
  readonly units: Float64Array;
  readonly wide: ReadonlyMap<number, string>;
}

/** UTC days; `NO_DAY` is an empty cell. */
export interface DayColumn {
  readonly kind: 'day';
  readonly days: Int32Array;
}

/** 0 = no, 1 = yes, 2 = empty. */
export interface FlagColumn {
  readonly kind: 'flag';
  readonly flags: Uint8Array;
}

/** Whole numbers without empty cells, such as the row of the source file. */
export interface CountColumn {
  readonly kind: 'count';
  readonly counts: Uint32Array;
}

export type Column = TextColumn | DecimalColumn | DayColumn | FlagColumn | CountColumn;

export interface Table {
  readonly rows: number;
  /** Columns by name, in the order in which they are shown. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** An empty cell of a `DayColumn`. */
export const NO_DAY: Day = -0x80000000;

/** Name of the column that holds each row's line in its source file (the header is line 1). */
export const SOURCE_ROW = '#row';

export function emptyTable(): Table {
  return { rows: 0, columns: new Map() };
}

/** The text of a cell; empty when the table has no such column. Days and decimals are not turned into text here. */
export function textAt(column: Column | undefined, row: number): string {
  return column?.kind === 'text' ? (column.values[column.codes[row] ?? 0] ?? '') : '';
}

/** The exact value of a decimal cell, undefined when it is empty. */
export function exactAt(column: Column | undefined, row: number): Exact | undefined {
  if (column?.kind !== 'decimal') return undefined;
  const units = column.units[row] ?? NaN;
  if (!Number.isNaN(units)) return fraction(units, 10 ** column.scale);
  const wide = column.wide.get(row);
  return wide === undefined ? undefined : parseExact(wide);
}

/** The day in a cell, undefined when it is empty. */
export function dayAt(column: Column | undefined, row: number): Day | undefined {
  const day = column?.kind === 'day' ? column.days[row] : undefined;
  return day === NO_DAY ? undefined : day;
}

/** The flag in a cell, undefined when it is empty. */
export function flagAt(column: Column | undefined, row: number): boolean | undefined {
  const flag = column?.kind === 'flag' ? column.flags[row] : undefined;
  return flag === undefined || flag === 2 ? undefined : flag === 1;
}

/** The count in a cell, undefined when the table has no such column. */
export function countAt(column: Column | undefined, row: number): number | undefined {
  return column?.kind === 'count' ? column.counts[row] : undefined;
}
