/**
 * Where the formulas of a sheet stand, so that a range is asked for them without being walked. Long columns of formulas are
 * also put together in groups: 10,000 running sums over 10,000 formulas need 156 groups each rather than 10,000 cells.
 */
import type { CellRange } from '../formula/host.ts';

/** Formulas in a group. */
const GROUP = 64;

export class FormulaRows {
  /** Rows of formulas by column, ascending. */
  private readonly byColumn = new Map<number, number[]>();

  constructor(places: Iterable<{ readonly row: number; readonly column: number }>) {
    for (const { row, column } of places) {
      const rows = this.byColumn.get(column);
      if (rows) rows.push(row);
      else this.byColumn.set(column, [row]);
    }
    for (const rows of this.byColumn.values()) rows.sort((a, b) => a - b);
  }

  /** The formulas in a range: one by one, or by their group where it lies in the range as a whole. */
  walk(
    range: CellRange,
    cell: (row: number, column: number) => void,
    group: (column: number, at: number) => void,
  ): void {
    const { top, left, bottom, right } = range;
    for (const [column, rows] of this.byColumn) {
      if (column < left || column > right) continue;
      const end = firstFrom(rows, bottom + 1);
      for (let at = firstFrom(rows, top); at < end;) {
        if (at % GROUP === 0 && at + GROUP <= end) {
          group(column, at / GROUP);
          at += GROUP;
        } else cell(rows[at++] ?? 0, column);
      }
    }
  }

  /** All groups, with the rows of their formulas. */
  *groups(): Generator<{ readonly column: number; readonly at: number; readonly rows: readonly number[] }> {
    for (const [column, rows] of this.byColumn)
      for (let at = 0; (at + 1) * GROUP <= rows.length; at++)
        yield { column, at, rows: rows.slice(at * GROUP, (at + 1) * GROUP) };
  }
}

/** The first index whose row is at least this one. */
function firstFrom(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
