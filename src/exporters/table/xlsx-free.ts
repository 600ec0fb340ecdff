/** A sheet of free cells as a worksheet: every cell at its own address, formulas as they are. */
import type { Cell as XlsxCell, CellValue } from 'hucre';
import type { Day } from '../../core/days.ts';
import { columnOfCell, type ExportCell, type ExportColumn, type TableExport } from '../../core/table-export.ts';
import { columnLetters } from '../tabular/xlsx-values.ts';
import { type FormulaContext, type FormulaResult, namesUsed, translateCell } from './formulas.ts';
import { SheetNames } from './sheet-names.ts';
import { formulaResult, isExcelResult, oddCell, worksheetValue } from './xlsx-cells.ts';
import { columnFormat } from './xlsx-formats.ts';
import { assumptionsSheet, formulasSheet } from './xlsx-notes.ts';
import { workbookOf } from './xlsx-workbook.ts';

const PIXELS_PER_CHARACTER = 7;

/** Formulas that the file cannot have stand as values, and another sheet says why. */
export async function freeSheet(table: TableExport, modified: Day, context?: FormulaContext): Promise<Uint8Array> {
  const results: FormulaResult[] = [];
  const cells = new Map<string, Partial<XlsxCell>>();
  const rows: CellValue[][] = [];
  for (let row = 0; row < table.rows; row += 1) {
    rows.push(
      table.columns.map((column, index) => {
        const cell = table.cell(row, index);
        const title = `${columnLetters(index)}${String(row + 1)}`;
        const result = context && cell.formula !== undefined ? translateCell(cell.formula, title, context) : undefined;
        if (result) results.push(result);
        const odd = cellOf(cell, column, row, result);
        if (odd) cells.set(`${String(row)},${String(index)}`, odd);
        return odd?.formula === undefined ? worksheetValue(cell, columnOfCell(cell, column)) : null;
      }),
    );
  }
  const sheetNames = new SheetNames();
  const names = context ? namesUsed(results, context) : [];
  const sheet = {
    name: sheetNames.take(table.title),
    columns: table.columns.map(({ width = 92 }) => ({ width: Math.max(6, Math.ceil(width / PIXELS_PER_CHARACTER)) })),
    rows,
    cells,
    freezePane: { rows: table.free?.frozenRows ?? 0, columns: table.frozenColumns ?? 0 },
  };
  const assumptions = names.length > 0 ? assumptionsSheet(names, sheetNames) : undefined;
  const values = results.filter(({ written }) => !written.ok);
  const notes = values.length > 0 ? [formulasSheet(values, sheetNames)] : [];
  return workbookOf(table.title, [sheet], { names, assumptions, notes }, modified);
}

/** What the library must be told of a cell beside its value. */
function cellOf(
  cell: ExportCell,
  shown: ExportColumn,
  row: number,
  result: FormulaResult | undefined,
): Partial<XlsxCell> | undefined {
  const column = columnOfCell(cell, shown);
  if (result?.written.ok === true && isExcelResult(cell)) {
    const numFmt = columnFormat({ ...column, formula: result.formula });
    return {
      formula: result.written.value.at(row + 1),
      formulaResult: formulaResult(cell),
      ...(numFmt === undefined ? {} : { style: { numFmt } }),
    };
  }
  const odd = oddCell(cell, column, false);
  const numFmt = columnFormat(column);
  return numFmt === undefined || odd?.style !== undefined ? odd : { ...odd, style: { numFmt } };
}
