/** What a pivot reads: columns by key, and which of them are money of the currency that stands in the row. */
import type { Column, TextColumn } from '../../core/table.ts';

export interface PivotSource {
  readonly rows: number;
  /** Undefined: there is no such column (any more). */
  column(key: string): Column | undefined;
  /** The currency of each row for a column of money; undefined for other columns. */
  currency(key: string): TextColumn | undefined;
  /** The column that holds those currencies, which a pivot adds to its rows when amounts would mix. */
  readonly currencyKey: string;
}

/** Stands for the rows themselves where a column is asked for: counting it counts rows. */
export const ROWS_KEY = '#rows';
