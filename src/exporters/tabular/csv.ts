/** The only CSV writer: no cell of a file that we write starts a formula, and numbers stay numbers. */
import { dayToText, monthToText } from '../../core/days.ts';
import { amountText } from '../results/rows.ts';
import type { Cell, Sheet } from './sheet.ts';

const BOM = '\uFEFF';
const LINE_END = '\r\n';

/**
 * Text that a spreadsheet might run: a sign of a formula (also its full-width form) after any run of blanks, control and
 * zero-width characters, or a first character that splits cells. A leading apostrophe before such text counts too, so
 * that taking the guard away again gives every text back.
 */
export const FORMULA_LIKE = /^'*(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

const NEEDS_QUOTES = /[",;|\t\r\n]|^\s|\s$/;

/** A sheet as CSV: UTF-8 with byte order mark, comma, CRLF, column keys in the first line. */
export function csvOf(sheet: Sheet): string {
  const header = sheet.columns.map(({ key }) => csvText(key)).join(',');
  const lines = sheet.rows.map((row) => row.map(csvCell).join(','));
  return BOM + [header, ...lines, ''].join(LINE_END);
}

function csvCell(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return csvText(cell.text);
    case 'number':
      return cell.decimal;
    case 'amount':
      return amountText(cell.minor, cell.currency);
    case 'day':
      return dayToText(cell.day);
    case 'month':
      return monthToText(cell.month);
  }
}

function csvText(text: string): string {
  if (FORMULA_LIKE.test(text)) return quoted(`'${text}`);
  return NEEDS_QUOTES.test(text) ? quoted(text) : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
