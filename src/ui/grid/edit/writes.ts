/** What commands write, cell by cell; whether it can be written is the owner's to say. */
import type { GridCell, GridRange } from '../selection.ts';
import type { CellWrite, FillOptions, GridEdits, RefusedWrite } from '../source.ts';

/** A step beyond this would hold the page up: it is refused as a whole. */
export const MOST_WRITES = 1_000_000;

/** The same text into every cell of a range; '' clears them. */
export function sameWrites(range: GridRange, text: string): readonly CellWrite[] {
  return cellsOf(range).map(({ row, column }) => ({ row, column, text }));
}

/** The cells of a range, row by row. */
export function cellsOf({ top, bottom, left, right }: GridRange): readonly GridCell[] {
  const cells: GridCell[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) cells.push({ row, column });
  }
  return cells;
}

/** Copies of the first row into the others, or of the row above into a single one; for `row`, the same to the right. */
export function copyWrites(edits: GridEdits, range: GridRange, along: 'column' | 'row'): readonly CellWrite[] {
  const { top, bottom, left, right } = range;
  if (along === 'column') {
    const from = top === bottom ? top - 1 : top;
    if (from < 0) return [];
    return fillWrites(edits, { ...range, top: from, bottom: from }, { ...range, top: from + 1 }, true);
  }
  const from = left === right ? left - 1 : left;
  if (from < 0) return [];
  return fillWrites(edits, { ...range, left: from, right: from }, { ...range, left: from + 1 }, true);
}

/** The new cells when a range is dragged out to a cell by its corner: along the longer way; undefined inside of it. */
export function fillTarget(range: GridRange, to: GridCell): GridRange | undefined {
  const { top, bottom, left, right } = range;
  const rows = Math.max(to.row - bottom, top - to.row, 0);
  const columns = Math.max(to.column - right, left - to.column, 0);
  if (rows === 0 && columns === 0) return undefined;
  if (rows >= columns) {
    return to.row > bottom
      ? { top: bottom + 1, bottom: to.row, left, right }
      : { top: to.row, bottom: top - 1, left, right };
  }
  return to.column > right
    ? { top, bottom, left: right + 1, right: to.column }
    : { top, bottom, left: to.column, right: left - 1 };
}

/** A range continued into the cells beside it: each of its columns or rows is a series of its own. */
export function fillWrites(edits: GridEdits, from: GridRange, to: GridRange, copy: boolean): readonly CellWrite[] {
  const down = to.left === from.left && to.right === from.right;
  const backward = down ? to.bottom < from.top : to.right < from.left;
  const options: FillOptions = { copy, backward, along: down ? 'column' : 'row' };
  const writes: CellWrite[] = [];
  if (down) {
    for (let column = from.left; column <= from.right; column++) {
      const texts = edits.fill(textsOfColumn(edits, from, column), to.bottom - to.top + 1, options);
      for (const [index, text] of texts.entries()) {
        writes.push({ row: backward ? to.bottom - index : to.top + index, column, text });
      }
    }
    return writes;
  }
  for (let row = from.top; row <= from.bottom; row++) {
    const texts = edits.fill(textsOfRow(edits, from, row), to.right - to.left + 1, options);
    for (const [index, text] of texts.entries()) {
      writes.push({ row, column: backward ? to.right - index : to.left + index, text });
    }
  }
  return writes;
}

function textsOfColumn(edits: GridEdits, { top, bottom }: GridRange, column: number): readonly string[] {
  return Array.from({ length: bottom - top + 1 }, (_, index) => edits.editText(top + index, column));
}

function textsOfRow(edits: GridEdits, { left, right }: GridRange, row: number): readonly string[] {
  return Array.from({ length: right - left + 1 }, (_, index) => edits.editText(row, left + index));
}

/**
 * A range moved (or copied) so that its first cell comes to stand at `to`. A move is all or nothing: what it would empty
 * or write over must be changeable, otherwise those cells come back as refused and nothing is written.
 */
export function moveWrites(
  edits: GridEdits,
  from: GridRange,
  to: GridCell,
  copy: boolean,
): { readonly writes: readonly CellWrite[]; readonly refused: readonly RefusedWrite[] } {
  const rows = to.row - from.top;
  const columns = to.column - from.left;
  const cells = cellsOf(from);
  const written = cells.map(({ row, column }) => ({
    row: row + rows,
    column: column + columns,
    text: copy ? copiedText(edits, edits.editText(row, column), rows, columns) : edits.editText(row, column),
  }));
  const taken = new Set(written.map(({ row, column }) => `${String(row)}:${String(column)}`));
  const emptied = copy ? [] : cells.filter(({ row, column }) => !taken.has(`${String(row)}:${String(column)}`));
  const writes = [...written, ...emptied.map(({ row, column }) => ({ row, column, text: '' }))];
  const refused = writes.flatMap((write) => {
    const reason = edits.refusal(write.row, write.column);
    return reason === undefined ? [] : [{ ...write, reason }];
  });
  return refused.length > 0 ? { writes: [], refused } : { writes, refused };
}

/** A text as it stands after it was copied so far. */
export function copiedText(edits: GridEdits, text: string, rows: number, columns: number): string {
  return edits.moved?.(text, rows, columns) ?? text;
}
