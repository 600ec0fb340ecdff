/** The only CSV writer: no cell of a file that we write starts a formula, and numbers stay numbers. */
import { dayToText, monthToText } from '../../core/days.ts';
import { guardFormula } from '../../core/formula-guard.ts';
import { amountText } from '../results/rows.ts';
import type { Cell, Sheet } from './sheet.ts';

export const BOM = '\uFEFF';
export const LINE_END = '\r\n';

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

/** A text as a cell: guarded against formulas, in quotes where it needs them. */
export function csvText(text: string): string {
  const guarded = guardFormula(text);
  return guarded !== text || NEEDS_QUOTES.test(text) ? quoted(guarded) : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
