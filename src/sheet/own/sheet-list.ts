/** The own sheets of a workbook: begun, named, copied, and made from a block of cells. */
import { renameInFormula } from '../calculation/shift-references.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../calculation/sheet-size.ts';
import { nameKey } from '../formula/needs.ts';
import { PLAIN_VIEW } from '../model/table-view.ts';
import type { OwnSheet } from '../model/workbook-parts.ts';
import { type FormulaParts, mapFormulas } from './formula-parts.ts';
import { withSheet } from './line-changes.ts';
import { asText, readTypedCell } from './typed-cell.ts';
import { type SheetWrite, writeCells } from './write-cells.ts';

/** How large a sheet begins. */
const FIRST_ROWS = 100;
const FIRST_COLUMNS = 20;
/** As in Excel, so that sheets can be exported. */
export const MOST_NAME = 31;

export type NameProblem = 'empty' | 'long' | 'letters' | 'taken';

/** An empty sheet whose id no other has. */
export function emptySheet(sheets: readonly OwnSheet[], name: string): OwnSheet {
  const numbers = sheets.map(({ id }) => Number(id.replace(/^own:/, '')) || 0);
  const id = `own:${String(Math.max(0, ...numbers) + 1)}`;
  return { id, name, rows: FIRST_ROWS, columns: FIRST_COLUMNS, cells: {}, formats: {}, view: PLAIN_VIEW };
}

/** The first name that is free: `Sheet 1`, `Sheet 2` … @param named the name with a number */
export function freeName(sheets: readonly OwnSheet[], named: (number: number) => string): string {
  let number = 1;
  while (isTaken(sheets, named(number))) number += 1;
  return named(number);
}

function isTaken(sheets: readonly OwnSheet[], name: string, but?: string): boolean {
  return sheets.some((sheet) => sheet.id !== but && nameKey(sheet.name) === nameKey(name));
}

/** What is wrong with a name; undefined when a sheet can have it. @param but the id of the sheet that takes it */
export function nameProblem(sheets: readonly OwnSheet[], name: string, but?: string): NameProblem | undefined {
  if (name.trim() === '') return 'empty';
  if (name.length > MOST_NAME) return 'long';
  if (/[\\/?*[\]:!]|^'|'$/.test(name)) return 'letters';
  return isTaken(sheets, name, but) ? 'taken' : undefined;
}

/** The parts after a sheet was renamed, formulas that read it included. */
export function renameSheet(parts: FormulaParts, sheet: OwnSheet, name: string): FormulaParts {
  const changed = mapFormulas(parts, (formula) => renameInFormula(formula, sheet.name, name));
  return withSheet(changed, sheet.id, (one) => ({ ...one, name }));
}

/** A block of texts as a sheet. `exact`: text in the source, such as an id, which stays text whatever it looks like. */
export interface BlockCell {
  readonly text: string;
  readonly exact?: boolean;
}

/**
 * A block as cells of a sheet, read by the locale; formulas that cannot be read are text, and what the source keeps as text
 * is too. What lies beyond the limits of a sheet is left out, which `left` counts in cells.
 * @param headers the first row are headings: text, and in place while the rest scrolls
 */
export function filledSheet(
  sheet: OwnSheet,
  block: readonly (readonly BlockCell[])[],
  locale: string,
  headers: boolean,
): { readonly sheet: OwnSheet; readonly left: number } {
  const writes: SheetWrite[] = [];
  let left = 0;
  for (const [row, cells] of block.entries())
    for (const [column, cell] of cells.entries()) {
      if (row >= MOST_ROWS || column >= MOST_COLUMNS) left += 1;
      else writes.push({ row, column, ...storedOf(cell, locale, headers && row === 0) });
    }
  const filled = writeCells(sheet, writes);
  return { sheet: headers ? { ...filled, view: { ...filled.view, frozenRows: 1 } } : filled, left };
}

function storedOf({ text, exact = false }: BlockCell, locale: string, isHeading: boolean): Pick<SheetWrite, 'stored'> {
  const read = exact || isHeading ? undefined : readTypedCell(text, locale);
  return read?.ok === true ? read.value : { stored: asText(text) };
}
