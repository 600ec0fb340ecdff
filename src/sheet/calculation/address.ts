/** A1 addresses of cells; rows and columns are counted from 0. */
import { columnLetters, columnNumber } from '../fill/move-references.ts';

const ADDRESS = /^([A-Z]+)([1-9]\d*)$/;

/** The place of an address such as `B3`; undefined when it is none. */
export function placeOf(address: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = ADDRESS.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  return { row: Number(digits) - 1, column: columnNumber(letters) - 1 };
}

export function addressOf(row: number, column: number): string {
  return columnLetters(column + 1) + String(row + 1);
}
