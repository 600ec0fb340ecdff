/** The items of the menu that is open. */
import { gridText } from '../../core/text/en/grid.ts';
import type { MenuItem } from '../menu.ts';
import { cellMenu, type CellVerbs } from './cell-menu.ts';
import { columnMenu } from './column-menu.ts';
import type { GridController, OpenMenu } from './controller.svelte.ts';
import type { GridCell, GridRange } from './selection.ts';

/** The label of a menu for screen readers. */
export function menuLabel(grid: GridController, menu: OpenMenu): string {
  const column = menu.kind === 'column' ? menu.column : menu.cell.column;
  const title = grid.source.columns[column]?.title ?? '';
  return menu.kind === 'column' ? gridText.menu.open(title) : gridText.cellMenu.label(title, menu.cell.row + 1);
}

export function menuItems(grid: GridController, menu: OpenMenu): readonly MenuItem[] {
  if (menu.kind === 'column') return columnItems(grid, menu.column);
  const own = grid.owner.cellItems?.(menu.cell.row, menu.cell.column) ?? [];
  return cellMenu(cellVerbs(grid, menu.cell), own);
}

function columnItems(grid: GridController, index: number): readonly MenuItem[] {
  const { owner, source, view } = grid;
  const column = source.columns[index];
  if (column === undefined) return [];
  const { onMove, onHide, onFreeze } = owner;
  const { frozen } = view.layout;
  return columnMenu(column, grid.sort, owner.columnItems?.(column, index) ?? [], {
    sortBy: (keys) => owner.onSort?.(keys),
    resizeBy: (pixels) => grid.resizeBy(index, pixels),
    fit: () => grid.fit(index),
    moveLeft: onMove && index > 0 ? () => grid.moveColumn(index, index - 1) : undefined,
    moveRight: onMove && index < source.columns.length - 1 ? () => grid.moveColumn(index, index + 1) : undefined,
    hide: onHide && source.columns.length > 1 ? () => onHide(index) : undefined,
    freeze: onFreeze && frozen !== index + 1 ? () => onFreeze(index + 1, owner.frozenRows ?? 0) : undefined,
    unfreeze: onFreeze && frozen > 0 ? () => onFreeze(0, owner.frozenRows ?? 0) : undefined,
  });
}

function cellVerbs(grid: GridController, cell: GridCell): CellVerbs {
  const { owner, clipboard, range, view } = grid;
  const { onOpen, onFreeze, find } = owner;
  const isFrozen = view.layout.frozen > 0 || view.frozenRows > 0;
  return {
    open: onOpen && (() => onOpen(cell.row, cell.column)),
    copy: () => void clipboard.copy({ headers: false }),
    copyHeaders: () => void clipboard.copy({ headers: true }),
    find: find && (() => (grid.finding = 'find')),
    freeze: onFreeze && (() => onFreeze(cell.column + 1, cell.row + 1)),
    unfreeze: onFreeze && isFrozen ? () => onFreeze(0, 0) : undefined,
    changes: changesOf(grid, cell, range),
  };
}

function changesOf(grid: GridController, cell: GridCell, range: GridRange): CellVerbs['changes'] {
  const { edits, clipboard, editing, editor } = grid;
  if (edits === undefined) return undefined;
  return {
    edit: edits.refusal(cell.row, cell.column) === undefined ? () => editor.begin(cell) : undefined,
    cut: () => void clipboard.copy({ headers: false, cut: true }),
    paste: () => void clipboard.paste(false),
    pasteTransposed: () => void clipboard.paste(true),
    fillDown: () => editing.copyAlong(range, 'column'),
    fillRight: () => editing.copyAlong(range, 'row'),
    clear: () => editing.clear(range),
    revert: edits.revert && (() => edits.revert?.(run(range.top, range.bottom), run(range.left, range.right))),
  };
}

function run(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
