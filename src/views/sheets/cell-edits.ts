/** The cells of an own sheet as the grid changes them: each command is one step of the history. */
import { historyText } from '../../core/text/en/history.ts';
import { ownSheetsText } from '../../core/text/en/own-sheets.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../../sheet/calculation/sheet-size.ts';
import { parseForGrid } from '../../sheet/clipboard/parse-for-grid.ts';
import { fillSeries } from '../../sheet/fill/fill-series.ts';
import { moveReferences } from '../../sheet/fill/move-references.ts';
import { formatAt } from '../../sheet/own/cell-format.ts';
import { editTextOf, readTypedCell } from '../../sheet/own/typed-cell.ts';
import { type SheetWrite, writeCells } from '../../sheet/own/write-cells.ts';
import type { GridEdits, RefusedWrite } from '../../ui/grid/source.ts';
import type { ShownSheet } from './cells.ts';
import type { OwnSheets } from './own-sheets.svelte.ts';

/** @param readOnly why nothing can be changed at present; '' when it can */
export function ownCellEdits(own: OwnSheets, shown: ShownSheet, readOnly: string): GridEdits {
  const { sheet, format } = shown;
  const { locale } = format;
  const { steps } = ownSheetsText;
  const refusal = (row: number, column: number): string | undefined => {
    if (readOnly !== '') return readOnly;
    if (row >= MOST_ROWS || column >= MOST_COLUMNS) return ownSheetsText.beyond;
    const from = shown.spilledFrom(row, column);
    return from === undefined ? undefined : ownSheetsText.spilled(from);
  };
  const read = (row: number, column: number, text: string): ReturnType<typeof readTypedCell> =>
    readTypedCell(text, locale, formatAt(sheet.formats, row, column));
  return {
    room: { rows: MOST_ROWS, columns: MOST_COLUMNS },
    refusal,
    editText: (row, column) => editTextOf(shown.stored(row, column), locale, formatAt(sheet.formats, row, column)),
    check: (row, column, text) => {
      const typed = read(row, column, text);
      return typed.ok ? undefined : typed.error;
    },
    write: (writes, kind) => {
      const accepted: SheetWrite[] = [];
      const refused: RefusedWrite[] = [];
      for (const write of writes) {
        const reason = refusal(write.row, write.column);
        const typed = read(write.row, write.column, write.text);
        if (reason === undefined && typed.ok) accepted.push({ row: write.row, column: write.column, ...typed.value });
        else refused.push({ ...write, reason: reason ?? (typed.ok ? '' : typed.error) });
      }
      const next = writeCells(sheet, accepted);
      if (next !== sheet) own.change(next, steps.inSheet(historyText.edits[kind](accepted.length), sheet.name));
      return refused;
    },
    move: (from, to) => {
      const cells = (from.bottom - from.top + 1) * (from.right - from.left + 1);
      own.move(sheet, from, to, steps.inSheet(historyText.edits.moved(cells), sheet.name));
    },
    moved: moveReferences,
    fill: (texts, count, { along, ...options }) =>
      fillSeries(texts, count, { ...options, locale, across: along === 'row' }),
    parse: (clipboard) => parseForGrid(clipboard, locale),
  };
}
