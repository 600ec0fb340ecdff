/** What a user adds to a workbook: named values, computed columns, own sheets, pivots and saved views; plain data. */
import type { CellFormat, ColumnFilter, TableView } from './table-view.ts';

/** A named assumption (`EST_Uplift`), usable in every formula. */
export interface NamedValue {
  readonly name: string;
  /** What was typed, in en-US: a number, a text, or a formula with `=`. */
  readonly text: string;
  /** Such as `%`, `EUR`, `EUR/month`, `days`; '' for none. */
  readonly unit: string;
  /** Bounds of what may be typed, decimal texts; '' for none. */
  readonly least: string;
  readonly most: string;
  readonly note: string;
}

/** A computed column of a table. */
export interface ColumnFormula {
  /** `f:` and a number: never used again after the column is gone. */
  readonly key: string;
  readonly title: string;
  /** With `=`, in en-US: English function names, comma between arguments, decimal point. */
  readonly formula: string;
  readonly format: CellFormat;
}

/** A small sheet of free cells. Cells by their A1 address, what was typed in en-US; a formula begins with `=`. */
export interface OwnSheet {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly formats: Readonly<Record<string, CellFormat>>;
  readonly view: TableView;
}

/** Shares are of the whole, of the row's total, or of the column's, in the cell's own currency. */
export type Aggregate =
  'sum' | 'count' | 'average' | 'min' | 'max' | 'distinct' | 'share' | 'row-share' | 'column-share';

export interface PivotField {
  readonly key: string;
  /** Days by their month, quarter or year. */
  readonly by?: 'day' | 'month' | 'quarter' | 'year';
  /** By label, upwards, when left out. `value` counts the pivot's values from 0. */
  readonly sort?:
    | { readonly by: 'label'; readonly descending: boolean }
    | { readonly by: 'value'; readonly value: number; readonly descending: boolean };
}

export interface PivotValue {
  /** `#rows` counts rows. */
  readonly key: string;
  readonly aggregate: Aggregate;
}

export interface PivotSpec {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly PivotField[];
  readonly columns: readonly PivotField[];
  readonly values: readonly PivotValue[];
  readonly filters: readonly (readonly [key: string, filter: ColumnFilter])[];
  /** Totals of the outer fields; shown unless false. */
  readonly subtotals?: boolean;
  /** The totals of all rows and all columns; shown unless false. */
  readonly totals?: boolean;
  readonly chart: 'none' | 'bar' | 'line' | 'area' | 'scatter' | 'waterfall' | 'heat';
}

/** A name for how a table was arranged, together with the formulas that were in it. */
export interface SavedView {
  readonly name: string;
  /** The table that it arranges, such as `portfolio`. */
  readonly table: string;
  readonly view: TableView;
  readonly formulas: readonly ColumnFormula[];
  /** Columns of the files, beyond ours, that it shows. */
  readonly extras?: readonly string[];
}
