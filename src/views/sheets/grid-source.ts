/** An own sheet as the grid asks for it. */
import { columnLetters } from '../../sheet/fill/move-references.ts';
import { CELL, type GridColumn, type GridSource } from '../../ui/grid/source.ts';
import type { ShownSheet } from './cells.ts';

const WIDTH = 92;
/** The grid adds whole numbers up: figures are counted in millionths. */
export const SUM_SCALE = 1_000_000;

export function sheetGridSource(shown: ShownSheet): GridSource {
  const { view } = shown.sheet;
  const columns = Array.from({ length: shown.columns }, (_, index): GridColumn => {
    const letters = columnLetters(index + 1);
    const frozen = index < (view.frozenColumns ?? 0);
    return { key: letters, title: letters, align: 'start', width: WIDTH, kind: 'text', frozen };
  });
  return {
    rows: shown.rows,
    columns,
    text: (row, column) => shown.text(row, column),
    align: (row, column) => (typeof shown.value(row, column) === 'number' ? 'end' : 'start'),
    flags: (row, column) => flagsOf(shown, row, column),
    number: (row, column) => {
      const value = shown.value(row, column);
      const scaled = typeof value === 'number' ? Math.round(value * SUM_SCALE) : NaN;
      return Number.isSafeInteger(scaled) ? scaled : undefined;
    },
    unit: () => '',
  };
}

function flagsOf(shown: ShownSheet, row: number, column: number): number {
  const heading = row < shown.sheet.view.frozenRows ? CELL.bold : 0;
  if (shown.error(row, column)) return heading | CELL.warning;
  return shown.spilledFrom(row, column) === undefined ? heading : heading | CELL.muted;
}
