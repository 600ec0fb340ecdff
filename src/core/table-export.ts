/** A table as it stands on screen, described for its export: filtered rows, visible columns, groups and totals. */
import type { Day, Month } from './days.ts';

/** What stands behind a cell. */
export type RawCell =
  /** Canonical decimal text, exact; of percentages the ratio. `currency` where it differs from row to row. */
  | { readonly kind: 'number'; readonly decimal: string; readonly currency?: string | undefined }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'flag'; readonly flag: boolean }
  /** Such as `#DIV/0!`. */
  | { readonly kind: 'error'; readonly code: string };

export interface ExportCell {
  /** As it is shown; '' for an empty cell. */
  readonly text: string;
  /** Left out for texts, and for what is shown in place of a figure that is missing. */
  readonly raw?: RawCell | undefined;
  /** Of tables of free cells: the cell's own format, and its formula as stored, in en-US, with `=`. */
  readonly format?: ExportFormat | undefined;
  readonly formula?: string | undefined;
}

/** As the formats of the table view. */
export interface ExportFormat {
  readonly kind: 'general' | 'number' | 'currency' | 'percent' | 'date' | 'month' | 'text';
  readonly digits?: number | undefined;
  readonly currency?: string | undefined;
}

export interface ExportColumn {
  readonly title: string;
  readonly unit?: string | undefined;
  readonly kind: 'text' | 'number' | 'day' | 'id';
  readonly format: ExportFormat;
  /** Pixels on screen. */
  readonly width?: number | undefined;
  /** Of a computed column: as stored, in en-US, with `=`. */
  readonly formula?: string | undefined;
}

/** `level`: how many groups a row stands in. */
export interface ExportRowKind {
  readonly kind: 'data' | 'group' | 'subtotal' | 'total';
  readonly level: number;
}

export interface TableExport {
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  /** All rows that show, those of groups and totals included. */
  readonly rows: number;
  cell(row: number, column: number): ExportCell;
  /** Left out: all are data. */
  rowKind?(row: number): ExportRowKind;
  /** How many columns stay in place on the left. */
  readonly frozenColumns?: number | undefined;
  /** Free cells: the file has no line of titles, so that `A1` is the first cell. */
  readonly free?: { readonly frozenRows: number } | undefined;
}

/** What holds for a cell: its column's shape with its own format. */
export function columnOfCell({ format }: ExportCell, column: ExportColumn): ExportColumn {
  return format === undefined ? column : { ...column, format };
}

/** The head of a column: `EST cost (EUR)`. */
export function columnHead({ title, unit }: ExportColumn): string {
  return unit === undefined || unit === '' ? title : `${title} (${unit})`;
}

/** Whether a column holds texts that a user typed, which never become numbers. */
export function isTextColumn({ kind, format }: ExportColumn): boolean {
  return kind === 'text' || kind === 'id' || format.kind === 'text';
}
