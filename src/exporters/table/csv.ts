/** The table on screen as CSV. */
import { dayToText, firstDayOfMonth, monthToText } from '../../core/days.ts';
import { shiftPoint } from '../../core/decimal-text.ts';
import { dayTyped, numberText } from '../../core/locale-text.ts';
import { exportText } from '../../core/text/en/export.ts';
import { BOM, csvText, LINE_END } from '../tabular/csv.ts';
import type { CsvStyle } from './csv-style.ts';
import {
  columnHead,
  columnOfCell,
  type ExportCell,
  type ExportColumn,
  isTextColumn,
  type RawCell,
  type TableExport,
} from '../../core/table-export.ts';

/** Rows of one piece of text. */
export const ROWS_AT_A_TIME = 5000;

/**
 * The table piece by piece: UTF-8 with byte order mark, CRLF, the titles in the first line. Numbers have all their digits
 * and no groups, per cent its sign (`12.5%`), days the order of the style; texts are guarded against formulas. A column
 * of amounts in several currencies is followed by one that names them.
 */
export function* tableCsv(table: TableExport, style: CsvStyle): Generator<string> {
  const columns = table.columns.map((column, index) => ({ column, index, isMixed: isMixed(table, index) }));
  const heads = columns.flatMap(({ column, isMixed: mixed }) => [
    columnHead(column),
    ...(mixed ? [exportText.table.currencyOf(column.title)] : []),
  ]);
  yield BOM + (table.free ? '' : heads.map(csvText).join(style.separator) + LINE_END);
  for (let start = 0; start < table.rows; start += ROWS_AT_A_TIME) {
    let piece = '';
    for (let row = start; row < Math.min(table.rows, start + ROWS_AT_A_TIME); row += 1) {
      const cells = columns.flatMap(({ column, index, isMixed: mixed }) => {
        const cell = table.cell(row, index);
        return mixed ? [cellText(cell, column, style), currencyOf(cell)] : [cellText(cell, column, style)];
      });
      // An empty line would be no row to whoever reads it.
      piece += (cells.length === 1 && cells[0] === '' ? '""' : cells.join(style.separator)) + LINE_END;
    }
    yield piece;
  }
}

/** Whether a column of amounts that names no currency has some in its cells. */
function isMixed(table: TableExport, index: number): boolean {
  const format = table.columns[index]?.format;
  if (format?.kind !== 'currency' || format.currency !== undefined) return false;
  for (let row = 0; row < table.rows; row += 1) if (currencyOf(table.cell(row, index)) !== '') return true;
  return false;
}

function currencyOf({ raw }: ExportCell): string {
  return raw?.kind === 'number' ? (raw.currency ?? '') : '';
}

function cellText(cell: ExportCell, shown: ExportColumn, style: CsvStyle): string {
  const { text, raw } = cell;
  const column = columnOfCell(cell, shown);
  if (raw === undefined || isTextColumn(column)) return csvText(text);
  const written = rawText(raw, column, style);
  // A decimal comma in a file parted by commas.
  return written.includes(style.separator) ? `"${written}"` : written;
}

function rawText(raw: RawCell, { format }: ExportColumn, { words, days }: CsvStyle): string {
  switch (raw.kind) {
    case 'number':
      return format.kind === 'percent'
        ? `${numberText(shiftPoint(raw.decimal, 2), words)}%`
        : numberText(raw.decimal, words);
    case 'day':
      return days === 'iso' ? dayToText(raw.day) : dayTyped(raw.day, words);
    case 'month':
      return days === 'iso' ? monthToText(raw.month) : dayTyped(firstDayOfMonth(raw.month), words);
    case 'flag':
      return raw.flag ? exportText.yes : exportText.no;
    case 'error':
      return raw.code;
  }
}
