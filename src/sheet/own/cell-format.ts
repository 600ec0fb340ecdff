/** The formats of an own sheet: of a cell by its address, of a column by its letters, such as `B7` and `B`. */
import { columnLetters } from '../fill/move-references.ts';
import { addressOf } from '../calculation/address.ts';
import type { CellFormat } from '../model/table-view.ts';
import type { OwnSheet } from '../model/workbook-parts.ts';

type Formats = OwnSheet['formats'];

/** The format in force in a cell: its own before its column's; undefined without one. */
export function formatAt(formats: Formats, row: number, column: number): CellFormat | undefined {
  return formatOf(formats, addressOf(row, column)) ?? formatOf(formats, columnLetters(column + 1));
}

export function formatOf(formats: Formats, key: string): CellFormat | undefined {
  return Object.hasOwn(formats, key) ? formats[key] : undefined;
}

/** What stands in a cell as it was stored; '' for an empty one. */
export function storedAt({ cells }: Pick<OwnSheet, 'cells'>, row: number, column: number): string {
  const address = addressOf(row, column);
  return Object.hasOwn(cells, address) ? (cells[address] ?? '') : '';
}
