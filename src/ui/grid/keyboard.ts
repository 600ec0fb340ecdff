/** What a key does in the grid, after the ARIA grid pattern and the habits of spreadsheets. */
import { cellKey } from './cell-keys.ts';
import type { Direction } from './edges.ts';
import type { GridAction, GridKey, KeyContext } from './grid-action.ts';
import {
  clampCell,
  currentCell,
  type GridCell,
  type GridSelection,
  HEADER_ROW,
  rangeOf,
  sameCell,
  single,
  wholeColumns,
  wholeRows,
} from './selection.ts';

export type { GridAction } from './grid-action.ts';

const RESIZE_STEP = 8;

/** The action of a key, undefined when the grid leaves the key to others. */
export function gridAction(key: GridKey, selection: GridSelection, context: KeyContext): GridAction | undefined {
  if (context.columns === 0) return undefined;
  const current = currentCell(selection);
  if (key.alt) return altAction(key, current, context);
  const action = current.row === HEADER_ROW ? headerAction(key, context) : cellKey(key, selection, context);
  if (action !== undefined) return action;
  const target = move(key, current, context);
  if (target === undefined) return commandAction(key, selection, context);
  const focus = clampCell(target, context);
  // A range is made of cells: it never reaches into the header, and none starts there.
  const grows = key.shift && selection.anchor.row !== HEADER_ROW && focus.row !== HEADER_ROW;
  if (key.shift && !grows) return undefined;
  return { type: 'select', selection: grows ? { anchor: selection.anchor, focus } : single(focus) };
}

function altAction({ key, shift }: GridKey, { row }: GridCell, context: KeyContext): GridAction | undefined {
  if (shift && key === 'ArrowLeft') return { type: 'resize', by: -RESIZE_STEP };
  if (shift && key === 'ArrowRight') return { type: 'resize', by: RESIZE_STEP };
  if (key === 'ArrowDown' && row === HEADER_ROW) return { type: 'menu' };
  if (key === 'ArrowDown' && context.editable === true) return { type: 'edit', empty: false };
  const { group } = context;
  if (group === undefined) return undefined;
  return key === (group.closed ? 'ArrowRight' : 'ArrowLeft') ? { type: 'toggle' } : undefined;
}

function headerAction({ key, shift, ctrl }: GridKey, context: KeyContext): GridAction | undefined {
  if (!ctrl && (key === 'Enter' || key === ' ')) return { type: 'sort', add: shift };
  if (key === 'ContextMenu' || (shift && key === 'F10')) return { type: 'menu' };
  if (ctrl && shift && context.movesColumns === true) {
    if (key === 'ArrowLeft') return { type: 'move-column', by: -1 };
    if (key === 'ArrowRight') return { type: 'move-column', by: 1 };
  }
  return undefined;
}

function move({ key, ctrl }: GridKey, cell: GridCell, context: KeyContext): GridCell | undefined {
  const { row, column } = cell;
  const [lastRow, lastColumn] = [context.rows - 1, context.columns - 1];
  const firstRow = Math.min(0, lastRow);
  const jump = (direction: Direction, end: GridCell): GridCell => context.edge?.(cell, direction) ?? end;
  switch (key) {
    case 'ArrowUp':
      return ctrl ? jump('up', { row: firstRow, column }) : { row: row - 1, column };
    case 'ArrowDown':
      return ctrl ? jump('down', { row: lastRow, column }) : { row: row + 1, column };
    case 'ArrowLeft':
      return ctrl ? jump('left', { row, column: 0 }) : { row, column: column - 1 };
    case 'ArrowRight':
      return ctrl ? jump('right', { row, column: lastColumn }) : { row, column: column + 1 };
    case 'Home':
      return { row: ctrl ? firstRow : row, column: 0 };
    case 'End':
      return { row: ctrl ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: Math.max(firstRow, row - context.page), column };
    case 'PageDown':
      return { row: row + context.page, column };
    default:
      return undefined;
  }
}

function commandAction(
  { key, ctrl, shift }: GridKey,
  selection: GridSelection,
  context: KeyContext,
): GridAction | undefined {
  const range = rangeOf(selection);
  if (key === 'Escape')
    return sameCell(selection.anchor, selection.focus)
      ? undefined
      : { type: 'select', selection: single(selection.anchor) };
  const letter = key.toLowerCase();
  if (ctrl && !shift && context.finds === true) {
    if (letter === 'f') return { type: 'find', replace: false };
    if (letter === 'h' && context.edits === true) return { type: 'find', replace: true };
  }
  if (context.rows === 0) return undefined;
  if (ctrl && letter === 'a') return { type: 'select', selection: wholeColumns(0, context.columns - 1, context) };
  if (ctrl && key === ' ') return { type: 'select', selection: wholeColumns(range.left, range.right, context) };
  if (shift && key === ' ') return { type: 'select', selection: wholeRows(range.top, range.bottom, context) };
  return undefined;
}
