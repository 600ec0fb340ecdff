/** The arranged sheet as the grid asks for it. */
import { guardFormula } from '../../core/formula-guard.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import { CELL, type GridColumn, type GridSource } from '../../ui/grid/source.ts';
import { FROZEN, type SheetColumn, titleOf } from './columns.ts';
import type { SheetData } from './sheet-data.ts';
import { SEATS_UNIT } from './wording.ts';

/**
 * @param order the portfolio rows in the order of the view
 * @param columns the visible columns
 * @param filtered says whether a column has a filter
 */
export function gridSource(
  data: SheetData,
  order: Uint32Array,
  columns: readonly SheetColumn[],
  filtered: (column: SheetColumn) => boolean,
): GridSource {
  const cellsOf = columns.map(({ key }) => data.cells(key));
  const rowOf = (row: number): number => order[row] ?? 0;
  /** Results of a row without a price, save for the reason. */
  const isMissing = (row: number, column: number): boolean => {
    const from = columns[column]?.source.from;
    return (from === 'amount' || from === 'unit' || from === 'result') && !data.isPriced(rowOf(row));
  };
  return {
    rows: order.length,
    columns: columns.map((column) => gridColumn(column, filtered(column))),
    text: (row, column) => (isMissing(row, column) ? portfolioText.noValue : (cellsOf[column]?.text(rowOf(row)) ?? '')),
    copyText: (row, column) => {
      const copied = cellsOf[column]?.copy(rowOf(row)) ?? '';
      return isFigure(columns[column]) ? copied : guardFormula(copied);
    },
    number: (row, column) => cellsOf[column]?.number?.(rowOf(row)),
    unit: (row, column) => (columns[column]?.key === 'seats' ? SEATS_UNIT : data.currencyAt(rowOf(row))),
    flags: (row, column) => {
      const isPriced = data.isPriced(rowOf(row));
      if (!isPriced && columns[column]?.key === 'notes') return CELL.warning;
      const isIdle = columns[column]?.source.from === 'amount' && !data.isExposed(rowOf(row));
      return isIdle || isMissing(row, column) ? CELL.muted : 0;
    },
  };
}

/** Numbers and days: what is copied is ours, and their sign is no formula. */
function isFigure(column: SheetColumn | undefined): boolean {
  return column?.kind === 'number' || column?.kind === 'day';
}

function gridColumn(column: SheetColumn, filtered: boolean): GridColumn {
  const { key, kind, width, unit } = column;
  return {
    key,
    title: titleOf(key),
    unit,
    kind,
    width,
    align: isFigure(column) ? 'end' : 'start',
    frozen: key === FROZEN,
    sortable: true,
    filtered,
  };
}
