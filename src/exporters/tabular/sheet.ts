/** Typed cells and sheets: what every tabular export is made of, whatever file it ends in. */
import type { Day, Month } from '../../core/days.ts';
import type { Minor } from '../../core/money.ts';

/** A cell; its kind, never its look, decides how it is written. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** Canonical decimal text, `-12.5`. */
  | { readonly kind: 'number'; readonly decimal: string }
  | { readonly kind: 'amount'; readonly minor: Minor; readonly currency: string }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'month'; readonly month: Month };

export const EMPTY: Cell = { kind: 'empty' };

export function textCell(text: string | undefined): Cell {
  return text === undefined || text === '' ? EMPTY : { kind: 'text', text };
}

const CANONICAL_DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** A number cell from decimal text or a count; text that is no decimal stays text. */
export function numberCell(value: string | number | undefined): Cell {
  const decimal = String(value ?? '');
  return CANONICAL_DECIMAL.test(decimal) ? { kind: 'number', decimal } : textCell(decimal);
}

export function amountCell(minor: Minor, currency: string): Cell {
  return { kind: 'amount', minor, currency };
}

export function dayCell(day: Day | undefined): Cell {
  return day === undefined ? EMPTY : { kind: 'day', day };
}

export function monthCell(month: Month): Cell {
  return { kind: 'month', month };
}

/** A column of a sheet: `key` heads it in files for programs, `title` in files for people. */
export interface SheetColumn {
  readonly key: string;
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** The row of totals; where a column is `summed` its cell is the plain sum of the rows above. */
  readonly foot?: { readonly cells: readonly Cell[]; readonly summed: readonly boolean[] };
}

/** How a column of a sheet is made from a row of something. */
export interface ColumnOf<Row> extends SheetColumn {
  readonly cell: (row: Row) => Cell;
}

/** A sheet with one row for each of `rows`. */
export function sheetOf<Row>(name: string, columns: readonly ColumnOf<Row>[], rows: readonly Row[]): Sheet {
  return { name, columns, rows: rows.map((row) => columns.map((column) => column.cell(row))) };
}
