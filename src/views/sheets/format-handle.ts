/** An own sheet for the dialog of formats: its columns by their letters, and the selected cells as one more. */
import { TextBuilder, DecimalBuilder } from '../../core/column-builders.ts';
import type { Day } from '../../core/days.ts';
import type { Column } from '../../core/table.ts';
import { ownSheetsText } from '../../core/text/en/own-sheets.ts';
import { addressOf } from '../../sheet/calculation/address.ts';
import { columnLetters, columnNumber } from '../../sheet/fill/move-references.ts';
import type { CellFormat } from '../../sheet/model/table-view.ts';
import { formatAt } from '../../sheet/own/cell-format.ts';
import type { GridRange } from '../../ui/grid/selection.ts';
import type { TableHandle, TableParts } from '../table/table.ts';
import type { ShownSheet } from './cells.ts';
import type { OwnSheets } from './own-sheets.svelte.ts';

/** The name of a block: `B2`, `B2:C7`. */
export function blockName({ top, left, bottom, right }: GridRange): string {
  const first = addressOf(Math.max(0, top), left);
  const last = addressOf(Math.max(0, bottom), right);
  return first === last ? first : `${first}:${last}`;
}

/** Formats of the sheet; what is said of the selection is kept for each of its cells. */
export function formatHandle(own: OwnSheets, shown: ShownSheet, range: GridRange): TableHandle {
  const { sheet } = shown;
  const name = blockName(range);
  const first = formatAt(sheet.formats, Math.max(0, range.top), range.left);
  return {
    view: { ...sheet.view, formats: { ...sheet.formats, ...(first && { [name]: first }) } },
    change: (view, what) => {
      const chosen = new Map(Object.entries(view.formats));
      const format = chosen.get(name);
      const isOfCells = format !== first;
      if (name.includes(':')) chosen.delete(name);
      else if (!isOfCells && !Object.hasOwn(sheet.formats, name)) chosen.delete(name);
      if (isOfCells) for (const address of addresses(range)) setOrDelete(chosen, address, format);
      own.change({ ...sheet, formats: Object.fromEntries(chosen) }, ownSheetsText.steps.inSheet(what, sheet.name));
    },
  };
}

function setOrDelete(formats: Map<string, CellFormat>, key: string, format: CellFormat | undefined): void {
  if (format) formats.set(key, format);
  else formats.delete(key);
}

function* addresses({ top, left, bottom, right }: GridRange): Generator<string> {
  for (let row = Math.max(0, top); row <= bottom; row++)
    for (let column = left; column <= right; column++) yield addressOf(row, column);
}

export function formatParts(shown: ShownSheet, range: GridRange, asOf: Day): TableParts {
  const name = blockName(range);
  const columns = Array.from({ length: shown.sheet.columns }, (_, index) => columnLetters(index + 1));
  return {
    columns: [
      { key: name, title: name, kind: 'number' },
      ...columns.map((key) => ({ key, title: ownSheetsText.formatColumn(key), kind: 'number' as const })),
    ],
    format: shown.format,
    asOf,
    cells: (key) => {
      const column = /^[A-Z]+$/.test(key) ? columnNumber(key) - 1 : range.left;
      return sampleOf(shown, Math.max(0, range.top), column);
    },
  };
}

/** One cell as a column, for the dialog's sample. */
function sampleOf(shown: ShownSheet, row: number, column: number): Column {
  const value = shown.value(row, column);
  if (typeof value === 'number') {
    const decimals = new DecimalBuilder();
    if (decimals.push(String(value))) return decimals.finish();
  }
  const texts = new TextBuilder();
  texts.push(typeof value === 'string' ? value : '');
  return texts.finish();
}
