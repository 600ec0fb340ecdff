/** Texts that are written into an own sheet, which grows with what is written at its edge. */
import { addressOf } from '../calculation/address.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../calculation/sheet-size.ts';
import type { CellFormat } from '../model/table-view.ts';
import type { OwnSheet } from '../model/workbook-parts.ts';
import { columnLetters } from '../fill/move-references.ts';
import { formatOf } from './cell-format.ts';
import type { TypedCell } from './typed-cell.ts';

export interface SheetWrite extends TypedCell {
  readonly row: number;
  readonly column: number;
}

/** Rows and columns that come when the last one is written to. */
const MORE_ROWS = 20;
const MORE_COLUMNS = 5;

/** The sheet after the writes; the same object when they change nothing. */
export function writeCells(sheet: OwnSheet, writes: readonly SheetWrite[]): OwnSheet {
  const cells = new Map(Object.entries(sheet.cells));
  const formats = new Map(Object.entries(sheet.formats));
  let hasChanged = false;
  for (const { row, column, stored, format } of writes) {
    const address = addressOf(row, column);
    if ((cells.get(address) ?? '') !== stored) hasChanged = true;
    if (stored === '') cells.delete(address);
    else cells.set(address, stored);
    const next =
      format && formatAfter(formats.get(address), formatOf(sheet.formats, columnLetters(column + 1)), format);
    if (next === undefined || next === formats.get(address)) continue;
    hasChanged = true;
    if (next.kind === 'general') formats.delete(address);
    else formats.set(address, next);
  }
  if (!hasChanged) return sheet;
  return { ...sheet, ...grown(sheet, writes), cells: Object.fromEntries(cells), formats: Object.fromEntries(formats) };
}

/**
 * A day, a percentage and an amount bring their format where the user has chosen none; a plain number takes the format of a
 * day away again, so that 5 is not the 5th of January 1900.
 */
function formatAfter(
  own: CellFormat | undefined,
  column: CellFormat | undefined,
  asked: CellFormat,
): CellFormat | undefined {
  if (asked.kind === 'general') return own?.kind === 'date' ? asked : undefined;
  const isOpen = (own ?? column ?? asked).kind === 'general' || (own ?? column) === undefined;
  return isOpen || own?.kind === 'date' ? asked : undefined;
}

function grown({ rows, columns }: OwnSheet, writes: readonly SheetWrite[]): Pick<OwnSheet, 'rows' | 'columns'> {
  let [lastRow, lastColumn] = [0, 0];
  for (const { row, column, stored } of writes) {
    if (stored === '') continue;
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  }
  return {
    rows: lastRow < rows - 1 ? rows : Math.min(MOST_ROWS, lastRow + 1 + MORE_ROWS),
    columns: lastColumn < columns - 1 ? columns : Math.min(MOST_COLUMNS, lastColumn + 1 + MORE_COLUMNS),
  };
}
