/** What a key does in the grid, after the ARIA grid pattern and the habits of spreadsheets. */
import {
  clampCell,
  type GridCell,
  type GridSelection,
  type GridSize,
  HEADER_ROW,
  rangeOf,
  sameCell,
  single,
  wholeColumns,
  wholeRows,
} from './selection.ts';

export interface GridKey {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export type GridAction =
  | { readonly type: 'select'; readonly selection: GridSelection }
  | { readonly type: 'open' }
  | { readonly type: 'sort'; readonly add: boolean }
  | { readonly type: 'menu' }
  | { readonly type: 'resize'; readonly by: number };

interface GridPage extends GridSize {
  /** Rows that Page Up and Page Down move by. */
  readonly page: number;
}

const RESIZE_STEP = 8;

/** The action of a key, undefined when the grid leaves the key to others. */
export function gridAction(key: GridKey, selection: GridSelection, size: GridPage): GridAction | undefined {
  if (size.columns === 0) return undefined;
  if (key.alt) return altAction(key, selection);
  if (selection.focus.row === HEADER_ROW) {
    const action = headerAction(key);
    if (action !== undefined) return action;
  }
  const target = move(key, selection.focus, size);
  if (target === undefined) return commandAction(key, selection, size);
  const focus = clampCell(target, size);
  // A range is made of cells: it never reaches into the header, and none starts there.
  const grows = key.shift && selection.anchor.row !== HEADER_ROW && focus.row !== HEADER_ROW;
  if (key.shift && !grows) return undefined;
  return { type: 'select', selection: grows ? { anchor: selection.anchor, focus } : single(focus) };
}

function altAction({ key, shift }: GridKey, { focus }: GridSelection): GridAction | undefined {
  if (shift && key === 'ArrowLeft') return { type: 'resize', by: -RESIZE_STEP };
  if (shift && key === 'ArrowRight') return { type: 'resize', by: RESIZE_STEP };
  return key === 'ArrowDown' && focus.row === HEADER_ROW ? { type: 'menu' } : undefined;
}

function headerAction({ key, shift, ctrl }: GridKey): GridAction | undefined {
  if (!ctrl && (key === 'Enter' || key === ' ')) return { type: 'sort', add: shift };
  if (key === 'ContextMenu' || (shift && key === 'F10')) return { type: 'menu' };
  return undefined;
}

function move({ key, ctrl }: GridKey, { row, column }: GridCell, size: GridPage): GridCell | undefined {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const firstRow = Math.min(0, lastRow);
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? firstRow : row - 1, column };
    case 'ArrowDown':
      return { row: ctrl ? lastRow : row + 1, column };
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: ctrl ? lastColumn : column + 1 };
    case 'Home':
      return { row: ctrl ? firstRow : row, column: 0 };
    case 'End':
      return { row: ctrl ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: Math.max(firstRow, row - size.page), column };
    case 'PageDown':
      return { row: row + size.page, column };
    default:
      return undefined;
  }
}

function commandAction(
  { key, ctrl, shift }: GridKey,
  selection: GridSelection,
  size: GridPage,
): GridAction | undefined {
  const range = rangeOf(selection);
  if (key === 'Enter' && !ctrl && !shift) return { type: 'open' };
  if (key === 'Escape')
    return sameCell(selection.anchor, selection.focus)
      ? undefined
      : { type: 'select', selection: single(selection.anchor) };
  if (size.rows === 0) return undefined;
  if (ctrl && key.toLowerCase() === 'a') {
    return { type: 'select', selection: wholeColumns(0, size.columns - 1, size) };
  }
  if (ctrl && key === ' ') return { type: 'select', selection: wholeColumns(range.left, range.right, size) };
  if (shift && key === ' ') return { type: 'select', selection: wholeRows(range.top, range.bottom, size) };
  return undefined;
}
