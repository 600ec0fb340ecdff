/** The selected cells: a corner that stays, a corner that moves, and the cell that typing goes to. Row −1 is the header. */

export const HEADER_ROW = -1;

export interface GridCell {
  readonly row: number;
  readonly column: number;
}

export interface GridSelection {
  readonly anchor: GridCell;
  readonly focus: GridCell;
  /** The cell of a range that typing goes to, once Enter or Tab has left the anchor. */
  readonly active?: GridCell;
}

/** All bounds belong to the range. */
export interface GridRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** One cell selected. */
export function single(cell: GridCell): GridSelection {
  return { anchor: cell, focus: cell };
}

/** The same cell within a grid of this size. */
export function clampCell({ row, column }: GridCell, { rows, columns }: GridSize): GridCell {
  return {
    row: Math.max(HEADER_ROW, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}

/** The same selection within a grid of this size. */
export function clampSelection({ anchor, focus, active }: GridSelection, size: GridSize): GridSelection {
  const corners = { anchor: clampCell(anchor, size), focus: clampCell(focus, size) };
  return active === undefined ? corners : { ...corners, active: clampCell(active, size) };
}

/** The cell that typing goes to. */
export function activeCell({ anchor, active }: GridSelection): GridCell {
  return active ?? anchor;
}

/** The cell that the user has just gone to. */
export function currentCell({ focus, active }: GridSelection): GridCell {
  return active ?? focus;
}

export function sameCell(a: GridCell, b: GridCell): boolean {
  return a.row === b.row && a.column === b.column;
}

export function sameSelection(a: GridSelection, b: GridSelection): boolean {
  return sameCell(a.anchor, b.anchor) && sameCell(a.focus, b.focus) && sameCell(activeCell(a), activeCell(b));
}

/** The rectangle between both corners. */
export function rangeOf({ anchor, focus }: GridSelection): GridRange {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export function inRange(range: GridRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** How many cells a range has. */
export function cellCount(range: GridRange): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

/** A range as a selection, its first cell active. */
export function selectionOf({ top, bottom, left, right }: GridRange): GridSelection {
  return { anchor: { row: top, column: left }, focus: { row: bottom, column: right } };
}

/** All rows of a run of columns. */
export function wholeColumns(from: number, to: number, { rows }: GridSize): GridSelection {
  return { anchor: { row: 0, column: from }, focus: { row: rows - 1, column: to } };
}

/** All columns of a run of rows. */
export function wholeRows(from: number, to: number, { columns }: GridSize): GridSelection {
  return { anchor: { row: from, column: 0 }, focus: { row: to, column: columns - 1 } };
}
