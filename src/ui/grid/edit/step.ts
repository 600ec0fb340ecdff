/** Where Enter and Tab lead: through a selected range, or on to the next cell. */
import {
  type GridCell,
  type GridRange,
  type GridSelection,
  type GridSize,
  activeCell,
  cellCount,
} from '../selection.ts';
import { clampCell, rangeOf, single } from '../selection.ts';

export interface CellStep {
  /** `column` for Enter, `row` for Tab. */
  readonly along: 'column' | 'row';
  readonly back: boolean;
}

/** The selection after a step: a range stays and its active cell moves on, a single cell moves to its neighbour. */
export function stepped(selection: GridSelection, { along, back }: CellStep, size: GridSize): GridSelection {
  const range = rangeOf(selection);
  const active = activeCell(selection);
  if (cellCount(range) > 1) {
    const { anchor, focus } = selection;
    return { anchor, focus, active: nextInRange(range, active, { along, back }) };
  }
  const by = back ? -1 : 1;
  const next =
    along === 'column'
      ? { row: Math.max(0, active.row + by), column: active.column }
      : { row: active.row, column: active.column + by };
  return single(clampCell(next, size));
}

/** The cell after `cell`, down the columns or along the rows of a range, the first after the last. */
export function nextInRange(range: GridRange, cell: GridCell, { along, back }: CellStep): GridCell {
  const rows = range.bottom - range.top + 1;
  const columns = range.right - range.left + 1;
  const row = cell.row - range.top;
  const column = cell.column - range.left;
  const at = along === 'column' ? column * rows + row : row * columns + column;
  const next = (at + (back ? -1 : 1) + rows * columns) % (rows * columns);
  const length = along === 'column' ? rows : columns;
  const [across, within] = [Math.floor(next / length), next % length];
  return along === 'column'
    ? { row: range.top + within, column: range.left + across }
    : { row: range.top + across, column: range.left + within };
}
