/** Where the cells of a clipboard go. */
import { gridText } from '../../../core/text/en/grid.ts';
import type { GridRange, GridSize } from '../selection.ts';
import type { CellWrite, RefusedWrite } from '../source.ts';

export type CellTexts = readonly (readonly string[])[];

export interface PastePlan {
  readonly writes: readonly CellWrite[];
  /** What would have stood beyond the last row or column: one entry for each row, and for each column. */
  readonly beyond: readonly RefusedWrite[];
  /** The cells that are written. */
  readonly area: GridRange;
}

/**
 * Cells at a selection: a block that fits into it a whole number of times is repeated, so that one cell fills all of it;
 * any other stands once, from the first selected cell on. Short rows leave what they do not reach.
 */
export function planPaste(cells: CellTexts, { top, bottom, left, right }: GridRange, size: GridSize): PastePlan {
  const height = cells.length;
  const width = widthOf(cells);
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  const repeats = height > 0 && width > 0 && rows % height === 0 && columns % width === 0;
  const [toRows, toColumns] = repeats ? [rows, columns] : [height, width];
  const lastRow = Math.min(top + toRows, size.rows) - 1;
  const lastColumn = Math.min(left + toColumns, size.columns) - 1;
  const writes: CellWrite[] = [];
  for (let row = top; row <= lastRow; row++) {
    const texts = cells[(row - top) % height] ?? [];
    for (let column = left; column <= lastColumn; column++) {
      const text = texts[(column - left) % width];
      if (text !== undefined) writes.push({ row, column, text });
    }
  }
  const beyond = [...rowsBeyond(cells, top, left, size), ...columnsBeyond(cells, top, left, size)];
  return { writes, beyond, area: { top, bottom: lastRow, left, right: lastColumn } };
}

/** Rows as columns. */
export function transposed(cells: CellTexts): CellTexts {
  return Array.from({ length: widthOf(cells) }, (_, column) => cells.map((row) => row[column] ?? ''));
}

function widthOf(cells: CellTexts): number {
  return cells.reduce((most, row) => Math.max(most, row.length), 0);
}

function rowsBeyond(cells: CellTexts, top: number, left: number, size: GridSize): readonly RefusedWrite[] {
  const room = Math.max(0, size.rows - top);
  return cells.slice(room).map((texts, index) => ({
    row: top + room + index,
    column: left,
    text: texts.join(' · '),
    reason: gridText.edit.beyondRows,
  }));
}

function columnsBeyond(cells: CellTexts, top: number, left: number, size: GridSize): readonly RefusedWrite[] {
  const room = Math.max(0, size.columns - left);
  return Array.from({ length: Math.max(0, widthOf(cells) - room) }, (_, index) => ({
    row: top,
    column: left + room + index,
    text: cells[0]?.[room + index] ?? '',
    reason: gridText.edit.beyondColumns,
  }));
}
