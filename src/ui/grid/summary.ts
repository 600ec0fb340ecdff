/** What the status bar says about a selection. */
import { cellCount, type GridRange, HEADER_ROW } from './selection.ts';
import type { GridSource } from './source.ts';

/** The numbers of one unit in a selection. */
export interface UnitSum {
  /** Such as the currency; '' when the column has none. */
  readonly unit: string;
  readonly count: number;
  /** In the source's whole numbers; undefined when it left the range in which they are exact. */
  readonly sum: number | undefined;
}

export interface GridSummary {
  readonly cells: number;
  readonly filled: number;
  /** One entry per unit, in the order in which they were met: units are never added up. */
  readonly sums: readonly UnitSum[];
}

const CELLS_A_STEP = 20_000;

/** Adds up a selection, pausing every few milliseconds' worth of cells so that the caller can let the page breathe. */
export function* summarise(source: GridSource, range: GridRange): Generator<undefined, GridSummary> {
  const sums = new Map<string, { count: number; sum: number }>();
  let filled = 0;
  let untilPause = CELLS_A_STEP;
  for (let row = Math.max(range.top, HEADER_ROW + 1); row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      if (source.text(row, column) !== '') filled += 1;
      const value = source.number?.(row, column);
      if (value !== undefined) addTo(sums, unitOf(source, row, column), value);
    }
    untilPause -= range.right - range.left + 1;
    if (untilPause > 0) continue;
    untilPause = CELLS_A_STEP;
    yield undefined;
  }
  return { cells: cellCount(range), filled, sums: [...sums].map(([unit, total]) => ({ unit, ...exactOnly(total) })) };
}

function unitOf(source: GridSource, row: number, column: number): string {
  return source.unit?.(row, column) ?? source.columns[column]?.unit ?? '';
}

function addTo(sums: Map<string, { count: number; sum: number }>, unit: string, value: number): void {
  const total = sums.get(unit);
  if (total === undefined) {
    sums.set(unit, { count: 1, sum: value });
    return;
  }
  total.count += 1;
  // NaN marks a sum that was once beyond exact numbers, even if later cells bring it back.
  total.sum = Number.isSafeInteger(total.sum + value) ? total.sum + value : NaN;
}

function exactOnly({ count, sum }: { count: number; sum: number }): { count: number; sum: number | undefined } {
  return { count, sum: Number.isSafeInteger(sum) ? sum : undefined };
}
