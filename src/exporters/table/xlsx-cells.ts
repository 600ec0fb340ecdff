/** Cells of the table as cells of a worksheet. */
import type { Cell as XlsxCell, CellStyle, CellValue } from 'hucre';
import { dayToText, firstDayOfMonth } from '../../core/days.ts';
import { ERROR_LIKE, exactNumber, FIRST_DATE, dateOf, xlsxText } from '../tabular/xlsx-values.ts';
import { type ExportCell, type ExportColumn, isTextColumn, type RawCell } from '../../core/table-export.ts';
import { cellFormat, columnFormat } from './xlsx-formats.ts';

const EXCEL_ERRORS: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);
const EPOCH_SERIAL = 25_569;

/** The value of a cell: figures and days as such where they are exact, texts as texts. */
export function worksheetValue({ text, raw }: ExportCell, column: ExportColumn): CellValue {
  if (raw === undefined || isTextColumn(column)) return text === '' ? null : xlsxText(text);
  return rawValue(raw);
}

function rawValue(raw: RawCell): CellValue {
  switch (raw.kind) {
    case 'number':
      return exactNumber(raw.decimal);
    case 'day':
      return raw.day >= FIRST_DATE ? dateOf(raw.day) : dayToText(raw.day);
    case 'month':
      return dateOf(firstDayOfMonth(raw.month));
    case 'flag':
      return raw.flag;
    case 'error':
      return raw.code;
  }
}

/** What the library must be told of a cell beside its value; undefined for nothing. */
export function oddCell(cell: ExportCell, column: ExportColumn, isBold: boolean): Partial<XlsxCell> | undefined {
  const value = worksheetValue(cell, column);
  // It would make an error value of such a text; our own errors are none of Excel's.
  const isError = cell.raw?.kind === 'error' && EXCEL_ERRORS.has(cell.raw.code) && !isTextColumn(column);
  const richText =
    typeof value === 'string' && ERROR_LIKE.test(value) && !isError ? { richText: [{ text: value }] } : {};
  const own = isTextColumn(column) ? undefined : cellFormat(cell.raw, column);
  const style =
    isBold || (own !== undefined && own !== columnFormat(column))
      ? { style: styleOf(own ?? columnFormat(column), isBold) }
      : {};
  const odd = { ...richText, ...style };
  return Object.keys(odd).length === 0 ? undefined : odd;
}

function styleOf(numFmt: string | undefined, isBold: boolean): CellStyle {
  return { ...(numFmt === undefined ? {} : { numFmt }), ...(isBold ? { font: { bold: true } } : {}) };
}

/** A cell as the result that a formula shows until it is computed again. */
export function formulaResult({ text, raw }: ExportCell): string | number | boolean {
  switch (raw?.kind) {
    case undefined:
      return xlsxText(text);
    case 'number':
      return Number(raw.decimal);
    case 'day':
      return raw.day + EPOCH_SERIAL;
    case 'month':
      return firstDayOfMonth(raw.month) + EPOCH_SERIAL;
    case 'flag':
      return raw.flag;
    case 'error':
      return raw.code;
  }
}

/** Whether a formula that reads the cell in Excel finds there what ours found: no word in place of a figure, no cut digits. */
export function isReadAlike(cell: ExportCell, column: ExportColumn): boolean {
  if (isTextColumn(column)) return true;
  if (cell.raw === undefined) return cell.text === '';
  if (cell.raw.kind === 'error') return EXCEL_ERRORS.has(cell.raw.code);
  return cell.raw.kind !== 'number' || typeof exactNumber(cell.raw.decimal) === 'number';
}

/** Whether Excel can show the result: our own errors it cannot compute. */
export function isExcelResult({ raw }: ExportCell): boolean {
  return raw?.kind !== 'error' || EXCEL_ERRORS.has(raw.code);
}
