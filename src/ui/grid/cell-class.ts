/** The classes of a cell: its marks, and its part in the selection. */
import { type GridCell, type GridRange, inRange } from './selection.ts';
import type { IconName } from '../icons.ts';
import { CELL, type CellLook } from './source.ts';

const MARKS = Object.entries(CELL);

/** The glyph of a look, so that it is not told by colour alone; `bold` is told by its weight. */
export const LOOK_ICONS: Readonly<Record<NonNullable<CellLook['look']>, IconName | undefined>> = {
  good: 'check',
  bad: 'error',
  warning: 'warning',
  accent: 'accent',
  bold: undefined,
};

/** Marks as class names, in the order of `CELL`. */
export function markClasses(flags: number): readonly string[] {
  return flags === 0 ? [] : MARKS.filter(([, bit]) => (flags & bit) !== 0).map(([name]) => name);
}

/** `selected`, the edges of the range that the cell draws, and `anchor` for the cell that typing goes to; empty outside. */
export function selectionClasses(range: GridRange, anchor: GridCell, row: number, column: number): readonly string[] {
  if (!inRange(range, row, column)) return [];
  const classes = ['selected'];
  if (row === range.top) classes.push('edge-top');
  if (row === range.bottom) classes.push('edge-bottom');
  if (column === range.left) classes.push('edge-left');
  if (column === range.right) classes.push('edge-right');
  if (row === anchor.row && column === anchor.column) classes.push('anchor');
  return classes;
}
