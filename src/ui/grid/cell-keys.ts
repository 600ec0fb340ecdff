/** Keys whose meaning hangs on the cell: open it, change it, or close the group that its row stands for. */
import type { GridAction, GridKey, KeyContext } from './grid-action.ts';
import { activeCell, cellCount, type GridSelection, rangeOf } from './selection.ts';

/** The action of a key on a cell, undefined when it means the same everywhere. */
export function cellKey(key: GridKey, selection: GridSelection, context: KeyContext): GridAction | undefined {
  if (key.key === 'ContextMenu' || (key.shift && key.key === 'F10')) return { type: 'menu' };
  if (context.group !== undefined && !key.ctrl && !key.shift && (key.key === 'Enter' || key.key === ' ')) {
    return { type: 'toggle' };
  }
  if (key.key === 'Enter') return enter(key, selection, context);
  return context.edits === true ? editKey(key, selection, context) : undefined;
}

function enter({ ctrl, shift }: GridKey, selection: GridSelection, context: KeyContext): GridAction | undefined {
  if (ctrl) return shift ? { type: 'open' } : undefined;
  const moves = context.edits === true && (context.editable === true || cellCount(rangeOf(selection)) > 1);
  if (moves) return { type: 'step', step: { along: 'column', back: shift } };
  return shift ? undefined : { type: 'open' };
}

function editKey({ key, ctrl, shift }: GridKey, selection: GridSelection, context: KeyContext): GridAction | undefined {
  if (ctrl && !shift) {
    if (key.toLowerCase() === 'd') return { type: 'fill', along: 'column' };
    if (key.toLowerCase() === 'r') return { type: 'fill', along: 'row' };
    return undefined;
  }
  switch (key) {
    case 'F2':
      return shift ? undefined : { type: 'edit', empty: false };
    case 'Backspace':
      return { type: 'edit', empty: true };
    case 'Delete':
      return { type: 'clear' };
    case 'Tab':
      return leaves(selection, shift, context) ? undefined : { type: 'step', step: { along: 'row', back: shift } };
    default:
      return undefined;
  }
}

/** At the end of a row Tab goes on to what follows the grid, so that nobody is locked in. */
function leaves(selection: GridSelection, back: boolean, { columns }: KeyContext): boolean {
  if (cellCount(rangeOf(selection)) > 1) return false;
  return activeCell(selection).column === (back ? 0 : columns - 1);
}
