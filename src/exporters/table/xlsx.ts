/** The table on screen as a workbook. */
import type { Cell as XlsxCell, ColumnDef, RowDef, WriteSheet } from 'hucre';
import type { Day } from '../../core/days.ts';
import { columnLetters, MAX_ROWS, xlsxText } from '../tabular/xlsx-values.ts';
import { type ColumnResult, type FormulaContext, namesUsed, translateColumns } from './formulas.ts';
import { freeSheet } from './xlsx-free.ts';
import { workbookOf } from './xlsx-workbook.ts';
import { assumptionsSheet, formulasSheet } from './xlsx-notes.ts';
import { SheetNames } from './sheet-names.ts';
import { columnHead, type ExportColumn, type TableExport } from '../../core/table-export.ts';
import { formulaResult, isExcelResult, isReadAlike, oddCell, worksheetValue } from './xlsx-cells.ts';
import { columnFormat } from './xlsx-formats.ts';

/** As deep as a worksheet can outline its rows. */
const MOST_LEVELS = 7;
const PIXELS_PER_CHARACTER = 7;

/**
 * A workbook with the table: titles in a frozen bold row, formats and widths of its columns, groups as an outline, groups
 * and totals in bold, as values. Formulas that Excel knows stand as formulas, with the values shown here beside them; their
 * assumptions are cells with names on a sheet of their own, and another sheet says what became of each formula.
 * @param modified the only date in the file, so that its bytes are reproducible
 */
export async function tableXlsx(table: TableExport, modified: Day, context?: FormulaContext): Promise<Uint8Array> {
  if (table.free) return freeSheet(table, modified, context);
  const parts = Math.max(1, Math.ceil(table.rows / (MAX_ROWS - 1)));
  const formulas = translateColumns(table, context && { ...context, hasAllRows: context.hasAllRows && parts === 1 });
  const names = context ? namesUsed(formulas, context) : [];
  const sheetNames = new SheetNames();
  const sheets = Array.from({ length: parts }, (_, part) => tableSheet(table, part, formulas, sheetNames));
  const assumptions = names.length > 0 ? assumptionsSheet(names, sheetNames) : undefined;
  const notes = formulas.length > 0 ? [formulasSheet(formulas, sheetNames)] : [];
  return workbookOf(table.title, sheets, { names, assumptions, notes }, modified);
}

function tableSheet(
  table: TableExport,
  part: number,
  formulas: readonly ColumnResult[],
  names: SheetNames,
): WriteSheet {
  const size = MAX_ROWS - 1;
  const first = part * size;
  const rows = Math.min(size, table.rows - first);
  const body = new SheetBody(table, formulas);
  for (let row = 0; row < rows; row += 1) body.add(first + row);
  const lastCell = `${columnLetters(Math.max(0, table.columns.length - 1))}${String(body.lastDataRow + 1)}`;
  return {
    name: names.take(table.title),
    columns: table.columns.map(columnDef),
    rows: [table.columns.map((column) => xlsxText(columnHead(column))), ...body.rows],
    cells: new Map([
      ...table.columns.map((_, column): [string, Partial<XlsxCell>] => [`0,${String(column)}`, HEAD]),
      ...body.cells,
    ]),
    freezePane: { rows: 1, columns: table.frozenColumns ?? 0 },
    ...(body.rowDefs.size > 0 ? { rowDefs: body.rowDefs, outlineProperties: { summaryBelow: false } } : {}),
    ...(body.hasGroups || table.columns.length === 0 ? {} : { autoFilter: { range: `A1:${lastCell}` } }),
  };
}

const HEAD: Partial<XlsxCell> = { style: { font: { bold: true }, numFmt: 'General' } };

function columnDef(column: ExportColumn): ColumnDef {
  const numFmt = columnFormat(column);
  const characters = column.width === undefined ? columnHead(column).length + 2 : column.width / PIXELS_PER_CHARACTER;
  return { width: Math.max(6, Math.min(80, Math.ceil(characters))), ...(numFmt === undefined ? {} : { numFmt }) };
}

/** The rows below the titles. */
class SheetBody {
  readonly rows: WriteSheet['rows'] & unknown[] = [];
  readonly cells = new Map<string, Partial<XlsxCell>>();
  readonly rowDefs = new Map<number, RowDef>();
  hasGroups = false;
  /** Of the rows before the totals: what a filter goes over. */
  lastDataRow = 0;
  private readonly table: TableExport;
  private readonly formulas: ReadonlyMap<number, ColumnResult>;

  constructor(table: TableExport, formulas: readonly ColumnResult[]) {
    this.table = table;
    this.formulas = new Map(formulas.map((formula) => [formula.index, formula]));
  }

  add(row: number): void {
    const { table } = this;
    const { kind, level } = table.rowKind?.(row) ?? { kind: 'data', level: 0 };
    const place = this.rows.length + 1;
    if (kind === 'data') this.lastDataRow = place;
    if (kind === 'group' || kind === 'subtotal') this.hasGroups = true;
    if (level > 0) this.rowDefs.set(place, { outlineLevel: Math.min(level, MOST_LEVELS) });
    this.rows.push(table.columns.map((column, index) => this.value(row, column, index, place, kind === 'data')));
  }

  private value(
    row: number,
    column: ExportColumn,
    index: number,
    place: number,
    isData: boolean,
  ): ReturnType<typeof worksheetValue> {
    const cell = this.table.cell(row, index);
    const key = `${String(place)},${String(index)}`;
    const formula = isData ? this.formulaAt(row, index, place) : undefined;
    if (formula !== undefined) {
      this.cells.set(key, { formula, formulaResult: formulaResult(cell) });
      return null;
    }
    const odd = oddCell(cell, column, !isData);
    if (odd !== undefined) this.cells.set(key, odd);
    return worksheetValue(cell, column);
  }

  /** The formula of a cell, where Excel computes it from the same cells to the same kind of result. */
  private formulaAt(row: number, index: number, place: number): string | undefined {
    const found = this.formulas.get(index);
    if (found?.written.ok !== true) return undefined;
    const { table } = this;
    const isAlike = found.reads.every((column) => {
      const read = table.columns[column];
      return read !== undefined && isReadAlike(table.cell(row, column), read);
    });
    return isAlike && isExcelResult(table.cell(row, index)) ? found.written.value.at(place + 1) : undefined;
  }
}
