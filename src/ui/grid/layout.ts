/** Where columns stand: a gutter of row numbers, frozen columns, and the rest that scrolls below them. All in pixels. */
import type { ColumnWidths, GridColumn } from './source.ts';

export interface ColumnLayout {
  /** Width of the gutter. */
  readonly gutter: number;
  /** How many leading columns stay in place. */
  readonly frozen: number;
  /** Right edge of the frozen columns. */
  readonly frozenWidth: number;
  /** Left edge of each column before any scrolling, then the right edge of the last: one more than columns. */
  readonly starts: readonly number[];
}

/** Columns from `first` up to, not including, `end`. */
export interface ColumnWindow {
  readonly first: number;
  readonly end: number;
}

const MIN_WIDTH = 40;
const MAX_WIDTH = 900;
const MIN_GUTTER = 34;
const GUTTER_PADDING = 13;
const GUTTER_DIGIT = 6;
/** Frozen columns may take at most this share of a narrow view, or nothing would be left to scroll. */
const FROZEN_SHARE = 0.5;
const MIN_FROZEN = 72;

/** The layout for a view of `viewWidth` pixels; frozen columns shrink when they would fill it. */
export function layoutColumns(
  columns: readonly GridColumn[],
  widths: ColumnWidths,
  rows: number,
  viewWidth: number,
): ColumnLayout {
  const gutter = Math.max(MIN_GUTTER, GUTTER_PADDING + rows.toLocaleString('en').length * GUTTER_DIGIT);
  const unfrozen = columns.findIndex((column) => column.frozen !== true);
  const frozen = unfrozen < 0 ? columns.length : unfrozen;
  const room =
    viewWidth > 0
      ? Math.max(MIN_FROZEN, Math.floor((viewWidth * FROZEN_SHARE - gutter) / Math.max(1, frozen)))
      : MAX_WIDTH;
  const starts = [gutter];
  for (const [index, column] of columns.entries()) {
    const width = widths[column.key] ?? column.width;
    starts.push((starts[index] ?? gutter) + (index < frozen ? Math.min(width, room) : width));
  }
  return { gutter, frozen, frozenWidth: starts[frozen] ?? gutter, starts };
}

/** Left edge of a column before scrolling. */
export function startOf(layout: ColumnLayout, column: number): number {
  return layout.starts[column] ?? 0;
}

/** Width of a column. */
export function widthOf(layout: ColumnLayout, column: number): number {
  return startOf(layout, column + 1) - startOf(layout, column);
}

/** Width of everything. */
export function totalWidth(layout: ColumnLayout): number {
  return layout.starts.at(-1) ?? 0;
}

/** The scrolling columns of which at least a pixel shows. */
export function columnWindow(layout: ColumnLayout, scrollLeft: number, viewWidth: number): ColumnWindow {
  const count = layout.starts.length - 1;
  const first = Math.max(layout.frozen, columnAt(layout, scrollLeft + layout.frozenWidth));
  const last = columnAt(layout, scrollLeft + viewWidth - 1);
  return { first: Math.min(first, count), end: Math.max(first, Math.min(count, last + 1)) };
}

/** The column that covers `x` before scrolling, the first or last beyond the edges; −1 without columns. */
export function columnAt(layout: ColumnLayout, x: number): number {
  let low = 0;
  let high = layout.starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(layout, middle) <= x) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** A width within what the column allows. */
export function boundedWidth(column: GridColumn, width: number): number {
  return Math.min(MAX_WIDTH, Math.max(column.minWidth ?? MIN_WIDTH, Math.floor(width)));
}
