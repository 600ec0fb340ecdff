/**
 * Columnar tables: what importers make, storage keeps and the engine reads. Headers are data, so columns live in a Map.
 * All columns are typed arrays plus dictionaries, cheap to transfer between workers and to store as chunks.
 */
import { type Exact, fraction, parseExact } from './exact.ts';
import { type ExactColumn, exactValue } from './exact-column.ts';
import type { Day } from './days.ts';

export type { ExactColumn } from './exact-column.ts';

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
  /** Digits after the point as each cell was written, so that `115.2` is exported as it came; undefined: `scale` of them. */
  readonly places?: Uint8Array;
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

/** The cells of a column, whose texts may be elsewhere. */
export type ColumnCells = Exclude<Column, TextColumn> | Pick<TextColumn, 'kind' | 'codes'>;

export type Column = TextColumn | DecimalColumn | ExactColumn | DayColumn | FlagColumn | CountColumn;

export interface Table {
  readonly rows: number;
  /** Columns by name, in the order in which they are shown. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** An empty cell of a `DayColumn`. */
export const NO_DAY: Day = -0x80000000;

/** Name of the column that holds each row's line in its source file (the header is line 1). */
export const SOURCE_ROW = '#row';

/** Name of the column that holds the file each row of the portfolio came from. */
export const SOURCE_FILE = '#file';

export function emptyTable(): Table {
  return { rows: 0, columns: new Map() };
}

/** The text of a cell; empty when the table has no such column. Days and decimals are not turned into text here. */
export function textAt(column: Column | undefined, row: number): string {
  return column?.kind === 'text' ? (column.values[column.codes[row] ?? 0] ?? '') : '';
}

/** The exact value of a decimal cell, undefined when it is empty. */
export function exactAt(column: Column | undefined, row: number): Exact | undefined {
  if (column?.kind === 'exact') return exactValue(column, row);
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

/** Whether some cell of a column is not empty. Codes of texts are looked at alone: 0 is the empty text. */
export function hasCells(column: ColumnCells): boolean {
  switch (column.kind) {
    case 'text':
      return column.codes.some((code) => code !== 0);
    case 'decimal':
      return column.wide.size > 0 || !column.units.every(Number.isNaN);
    case 'exact':
      return column.wide.size > 0 || !column.low.every(Number.isNaN);
    case 'day':
      return column.days.some((day) => day !== NO_DAY);
    case 'flag':
      return column.flags.some((flag) => flag !== 2);
    case 'count':
      return column.counts.length > 0;
  }
}

/** The rows of a column in the given order; text columns share their dictionary. */
export function takeCells(column: Column, rows: Uint32Array): Column {
  switch (column.kind) {
    case 'text':
      return { kind: 'text', codes: gather(new Uint32Array(rows.length), column.codes, rows), values: column.values };
    case 'day':
      return { kind: 'day', days: gather(new Int32Array(rows.length), column.days, rows) };
    case 'flag':
      return { kind: 'flag', flags: gather(new Uint8Array(rows.length), column.flags, rows) };
    case 'count':
      return { kind: 'count', counts: gather(new Uint32Array(rows.length), column.counts, rows) };
    case 'decimal':
      return {
        ...column,
        units: gather(new Float64Array(rows.length), column.units, rows),
        wide: takeWide(column.wide, rows),
        ...(column.places && { places: gather(new Uint8Array(rows.length), column.places, rows) }),
      };
    case 'exact':
      return takeExactCells(column, rows);
  }
}

export function takeExactCells({ low, high, places, wide }: ExactColumn, rows: Uint32Array): ExactColumn {
  return {
    kind: 'exact',
    low: gather(new Float64Array(rows.length), low, rows),
    high: high && gather(new Float64Array(rows.length), high, rows),
    places: gather(new Uint8Array(rows.length), places, rows),
    wide: takeWide(wide, rows),
  };
}

function takeWide(wide: ReadonlyMap<number, string>, rows: Uint32Array): ReadonlyMap<number, string> {
  if (wide.size === 0) return wide;
  const taken = new Map<number, string>();
  for (const [to, from] of rows.entries()) {
    const text = wide.get(from);
    if (text !== undefined) taken.set(to, text);
  }
  return taken;
}

function gather<A extends Uint32Array | Int32Array | Uint8Array | Float64Array>(
  target: A,
  source: A,
  rows: Uint32Array,
): A {
  for (let to = 0; to < rows.length; to++) target[to] = source[rows[to] ?? 0] ?? 0;
  return target;
}

/** A table of the given rows, in their order. */
export function takeRows(table: Table, rows: Uint32Array): Table {
  const columns = new Map<string, Column>();
  for (const [name, column] of table.columns) columns.set(name, takeCells(column, rows));
  return { rows: rows.length, columns };
}
