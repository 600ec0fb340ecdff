/** Cells that are copied inside one grid: formulas go with them, and their references move along. */
import { cellCount, type GridRange } from '../selection.ts';
import type { GridEdits } from '../source.ts';
import type { Editing } from './editing.svelte.ts';
import { transposed } from './paste.ts';
import { cellsOf, copiedText } from './writes.ts';

export interface OwnCopy {
  readonly range: GridRange;
  /** What went to the clipboard. */
  readonly text: string;
  /** The cells as they were then, row by row. */
  readonly cells: readonly string[];
}

/** More cells than this are pasted as they show. */
const MOST_CELLS = 200_000;

export function ownCopy(edits: GridEdits, range: GridRange, text: string): OwnCopy | undefined {
  if (cellCount(range) > MOST_CELLS) return undefined;
  return { range, text, cells: cellsOf(range).map(({ row, column }) => edits.editText(row, column)) };
}

/** Writes a copy at a selection. @param turned rows as columns */
export function pasteOwn(
  editing: Editing,
  edits: GridEdits,
  { range, cells }: OwnCopy,
  at: GridRange,
  turned: boolean,
): void {
  const width = range.right - range.left + 1;
  const indexes = cells.map((_, index) => String(index));
  const rows = Array.from({ length: cells.length / width }, (_, row) => indexes.slice(row * width, (row + 1) * width));
  editing.paste(turned ? transposed(rows) : rows, at, (write) => {
    const index = Number(write.text);
    const from = { row: range.top + Math.floor(index / width), column: range.left + (index % width) };
    const text = copiedText(edits, cells[index] ?? '', write.row - from.row, write.column - from.column);
    return { ...write, text };
  });
}
