/** How a table is shown: all that a user arranges, as plain data that is stored, undone, and travels in saved views. */

/** A column to sort by; the first of several decides first. */
export interface SortKey {
  readonly key: string;
  readonly descending: boolean;
}

/** The comparisons that a condition on a column can make. */
export type TextTest = 'contains' | 'lacks' | 'is' | 'is-not' | 'begins' | 'ends';
export type NumberTest = 'equal' | 'unequal' | 'above' | 'at-least' | 'below' | 'at-most';
export type DayTest = 'on' | 'before' | 'after' | 'next-days' | 'last-days' | 'same-month';

/**
 * The filter of one column. Bounds belong to their range; numbers are decimal texts with a dot and days `YYYY-MM-DD`, so
 * that nothing is rounded.
 */
export type ColumnFilter =
  | { readonly kind: 'contains'; readonly text: string }
  /** `except`: all values but these. */
  | { readonly kind: 'values'; readonly values: readonly string[]; readonly except?: boolean }
  | { readonly kind: 'numbers'; readonly least?: string | undefined; readonly most?: string | undefined }
  | { readonly kind: 'days'; readonly first?: string | undefined; readonly last?: string | undefined }
  | { readonly kind: 'text-is'; readonly test: TextTest; readonly text: string }
  | { readonly kind: 'number-is'; readonly test: NumberTest; readonly number: string }
  /** `value` is a day, or a whole number of days for `next-days` and `last-days`, counted from as-of. */
  | { readonly kind: 'day-is'; readonly test: DayTest; readonly value: string }
  | { readonly kind: 'top'; readonly count: number; readonly from: 'largest' | 'smallest' }
  | { readonly kind: 'average'; readonly side: 'above' | 'below' }
  | { readonly kind: 'empty'; readonly empty: boolean };

/** How the cells of a column are written, in the user's locale. */
export interface CellFormat {
  readonly kind: 'general' | 'number' | 'currency' | 'percent' | 'date' | 'month' | 'text';
  /** Digits after the point; the column's own when left out. */
  readonly digits?: number;
  /** ISO code, of `currency` columns that do not say it row by row. */
  readonly currency?: string;
}

/** Cells that stand out while a condition holds, or by their size. */
export interface ConditionalMark {
  readonly key: string;
  readonly rule:
    { readonly kind: 'filter'; readonly filter: ColumnFilter } | { readonly kind: 'bars' } | { readonly kind: 'scale' };
  readonly look: 'good' | 'bad' | 'warning' | 'accent' | 'bold';
}

export interface TableView {
  /** Pixels by column key. */
  readonly widths: Readonly<Record<string, number>>;
  /** Column keys in the order in which they show; columns that are not named keep their own place behind them. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** How many of the shown columns stay in place; undefined: as the table begins. */
  readonly frozenColumns: number | undefined;
  /** How many rows at the top stay in place. */
  readonly frozenRows: number;
  readonly sort: readonly SortKey[];
  readonly filters: readonly (readonly [key: string, filter: ColumnFilter])[];
  readonly find: string;
  /** Columns whose values make groups, the outermost first. */
  readonly groups: readonly string[];
  /** Groups that are closed, by the texts of their path as a JSON list; after a first `*`, those that are open. */
  readonly closed: readonly string[];
  readonly marks: readonly ConditionalMark[];
  readonly formats: Readonly<Record<string, CellFormat>>;
}

export const PLAIN_VIEW: TableView = {
  widths: {},
  order: [],
  hidden: [],
  frozenColumns: undefined,
  frozenRows: 0,
  sort: [],
  filters: [],
  find: '',
  groups: [],
  closed: [],
  marks: [],
  formats: {},
};
