/** The XLSX writer of reports and results: typed cells, no formula but the sums of rows of totals, the same bytes for the same sheets. */
import { type Cell as XlsxCell, type CellValue, type WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { type Day, dayToText, monthToText } from '../../core/days.ts';
import { minorDigits } from '../../core/money.ts';
import { amountText } from '../results/rows.ts';
import { type Cell, EMPTY, type Sheet } from './sheet.ts';
import { columnLetters, dateOf, ERROR_LIKE, exactNumber, FIRST_DATE, MAX_ROWS, xlsxText } from './xlsx-values.ts';

const DAY_FORMAT = 'yyyy-mm-dd';
/** As many digits as a unit figure has, up to ten. */
const NUMBER_FORMAT = '0.##########';
const INTEGER_FORMAT = '0';

/**
 * A workbook with one worksheet per sheet (more where a sheet has too many rows): bold frozen header with a filter,
 * amounts and numbers as numbers where a double is exact and as text beyond, days as dates, months and texts as text.
 * @param modified the only date in the file, so that its bytes are reproducible
 */
export async function xlsxOf(sheets: readonly Sheet[], title: string, modified: Day): Promise<Uint8Array> {
  const date = dateOf(modified);
  return writeXlsx({
    sheets: sheets.flatMap(splitRows).map(worksheet),
    properties: { title: xlsxText(title), creator: 'Termwise', created: date, modified: date },
  });
}

/** Sheets that fit: `Subscriptions`, `Subscriptions 2`, … */
function splitRows(sheet: Sheet): readonly Sheet[] {
  const size = MAX_ROWS - 1;
  const parts = Math.max(1, Math.ceil(sheet.rows.length / size));
  if (parts === 1) return [sheet];
  // A sum over several sheets is no simple one: the totals stand as figures at the end of the last.
  const { foot, ...rest } = sheet;
  const rows = foot === undefined ? sheet.rows : [...sheet.rows, foot.cells];
  return Array.from({ length: parts }, (_, part) => ({
    ...rest,
    name: part === 0 ? sheet.name : `${sheet.name} ${String(part + 1)}`,
    rows: rows.slice(part * size, (part + 1) * size),
  }));
}

function worksheet(sheet: Sheet): WriteSheet {
  const formats = sheet.columns.map((_, column) => columnFormat(sheet, column));
  const lastColumn = columnLetters(sheet.columns.length - 1);
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width }, column) => ({ width, ...optionalFormat(formats[column]) })),
    rows: [
      sheet.columns.map(({ title }) => xlsxText(title)),
      ...sheet.rows.map((row) => row.map((cell) => cellValue(cell))),
      ...(sheet.foot === undefined
        ? []
        : [sheet.foot.cells.map((cell, at) => (isSum(sheet, at) ? null : cellValue(cell)))]),
    ],
    cells: new Map([...headerCells(sheet), ...oddCells(sheet, formats), ...footCells(sheet)]),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${lastColumn}${String(sheet.rows.length + 1)}` },
  };
}

function headerCells(sheet: Sheet): [string, Partial<XlsxCell>][] {
  return sheet.columns.map(({ title }, column) => [
    `0,${String(column)}`,
    { style: { font: { bold: true }, numFmt: 'General' }, ...errorText(title) },
  ]);
}

/** Sums that a double can hold stand as formulas over the rows; the figure is what shows until it is computed again. */
function isSum({ foot, rows }: Sheet, column: number): boolean {
  const cell = foot?.cells[column];
  return (
    foot?.summed[column] === true &&
    cell?.kind === 'amount' &&
    rows.length > 0 &&
    rows.every((row) => typeof cellValue(row[column] ?? EMPTY) !== 'string') &&
    typeof cellValue(cell) === 'number'
  );
}

function footCells(sheet: Sheet): readonly [string, Partial<XlsxCell>][] {
  const { foot, rows } = sheet;
  if (foot === undefined) return [];
  return foot.cells.map((cell, column): [string, Partial<XlsxCell>] => {
    const style = { font: { bold: true }, numFmt: cellFormat(cell) ?? 'General' };
    const place = `${String(rows.length + 1)},${String(column)}`;
    if (!isSum(sheet, column)) return [place, { style, ...errorText(cell.kind === 'text' ? cell.text : undefined) }];
    const letters = columnLetters(column);
    const value = cellValue(cell);
    return [
      place,
      { style, formula: `SUM(${letters}2:${letters}${String(rows.length + 1)})`, formulaResult: Number(value) },
    ];
  });
}

/** Texts that the library would turn into error values. */
function errorText(text: string | undefined): Partial<XlsxCell> {
  return text !== undefined && ERROR_LIKE.test(text) ? { richText: [{ text }] } : {};
}

/** Cells that the column's own format does not fit, and texts that the library would turn into error values. */
function oddCells(sheet: Sheet, formats: readonly (string | undefined)[]): readonly [string, Partial<XlsxCell>][] {
  return sheet.rows.flatMap((row, index) =>
    row.flatMap((cell, column): [string, Partial<XlsxCell>][] => {
      const odd = oddCell(cell, formats[column]);
      return odd === undefined ? [] : [[`${String(index + 1)},${String(column)}`, odd]];
    }),
  );
}

function oddCell(cell: Cell, columnsFormat: string | undefined): Partial<XlsxCell> | undefined {
  if (cell.kind === 'text' && ERROR_LIKE.test(cell.text)) return { richText: [{ text: cell.text }] };
  const format = cellFormat(cell);
  return format === undefined || format === columnsFormat ? undefined : { style: { numFmt: format } };
}

/** The format of the first cell in a column that has one. */
function columnFormat(sheet: Sheet, column: number): string | undefined {
  for (const row of sheet.rows) {
    const format = cellFormat(row[column]);
    if (format !== undefined) return format;
  }
  return undefined;
}

function optionalFormat(numFmt: string | undefined): { numFmt?: string } {
  return numFmt === undefined ? {} : { numFmt };
}

function cellFormat(cell: Cell | undefined): string | undefined {
  switch (cell?.kind) {
    case 'day':
      return DAY_FORMAT;
    case 'number':
      return cell.decimal.includes('.') ? NUMBER_FORMAT : INTEGER_FORMAT;
    case 'amount': {
      const digits = minorDigits(cell.currency);
      return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
    }
    default:
      return undefined;
  }
}

function cellValue(cell: Cell): CellValue {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'text':
      return xlsxText(cell.text);
    case 'number':
      return exactNumber(cell.decimal);
    case 'amount':
      return exactNumber(amountText(cell.minor, cell.currency));
    case 'day':
      return cell.day >= FIRST_DATE ? dateOf(cell.day) : dayToText(cell.day);
    case 'month':
      return monthToText(cell.month);
  }
}
