/** Where Ctrl with an arrow leads: to the edge of filled cells, or over a gap to the next filled one. */
import type { GridCell, GridSize } from './selection.ts';
import type { GridSource } from './source.ts';

/** Cells that are looked at; beyond them the jump goes to the end of the grid. */
const FURTHEST_LOOK = 100_000;

export type Direction = 'up' | 'down' | 'left' | 'right';

const STEPS: Readonly<Record<Direction, readonly [rows: number, columns: number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

/** The cell that a jump from `from` leads to. */
export function edgeOf(source: GridSource, from: GridCell, direction: Direction, size: GridSize): GridCell {
  const [rows, columns] = STEPS[direction];
  const room = roomTo(from, direction, size);
  const at = (step: number): GridCell => ({ row: from.row + step * rows, column: from.column + step * columns });
  const isFilled = (step: number): boolean => {
    const { row, column } = at(step);
    return row >= 0 && source.text(row, column) !== '';
  };
  if (room <= 1) return at(room);
  const throughFilled = isFilled(0) && isFilled(1);
  for (let step = throughFilled ? 2 : 1; step <= Math.min(room, FURTHEST_LOOK); step++) {
    if (isFilled(step) !== throughFilled) return at(throughFilled ? step - 1 : step);
  }
  return at(room);
}

function roomTo({ row, column }: GridCell, direction: Direction, { rows, columns }: GridSize): number {
  const room = { up: row, down: rows - 1 - row, left: column, right: columns - 1 - column }[direction];
  return Math.max(0, room);
}
