/** What a screen reader hears about the selection. */
import { gridText } from '../../core/text/en/grid.ts';
import { cellCount, currentCell, type GridSelection, HEADER_ROW, rangeOf } from './selection.ts';
import { sortState } from './sort.ts';
import { CELL, type GridSource, type SortKey } from './source.ts';

/** The focused cell with its header and row, the header with its sorting, or the size of a range; '' without columns. */
export function spokenSelection(source: GridSource, sort: readonly SortKey[], selection: GridSelection): string {
  const range = rangeOf(selection);
  if (cellCount(range) > 1 && selection.active === undefined)
    return gridText.range(range.bottom - range.top + 1, range.right - range.left + 1);
  const { row, column } = currentCell(selection);
  const target = source.columns[column];
  if (target === undefined) return '';
  if (row === HEADER_ROW) return gridText.header(target.title, sortState(sort, target.key));
  const group = source.groupAt?.(row);
  if (group !== undefined && column === 0) return gridText.group.spoken(group.label, group.count, group.closed);
  const flags = source.flags?.(row, column) ?? 0;
  return gridText.cell({
    title: target.title,
    value: source.text(row, column),
    row: row + 1,
    overridden: (flags & CELL.override) !== 0,
    warning: (flags & CELL.warning) !== 0,
  });
}
