/** The sheets beside an exported table: the assumptions that its formulas use, and what became of the formulas. */
import type { Cell as XlsxCell, CellValue, WriteSheet } from 'hucre';
import { exportText } from '../../core/text/en/export.ts';
import { xlsxText } from '../tabular/xlsx-values.ts';
import type { ExportName, FormulaResult } from './formulas.ts';
import type { SheetNames } from './sheet-names.ts';
import { oddCell, worksheetValue } from './xlsx-cells.ts';

const words = exportText.table;
const FIGURE = { title: '', kind: 'number', format: { kind: 'general' } } as const;

/** Names in the first column, their values in the second, from the second row on: what the defined names point at. */
export function assumptionsSheet(names: readonly ExportName[], sheetNames: SheetNames): WriteSheet {
  const rows = names.map((name): CellValue[] => [
    xlsxText(name.name),
    worksheetValue(name, FIGURE),
    xlsxText(name.unit),
    xlsxText(name.note),
  ]);
  const sheet = noteSheet(words.assumptions, sheetNames, words.assumptionColumns, [30, 16, 14, 60], rows);
  for (const [index, name] of names.entries()) {
    const odd = oddCell(name, FIGURE, false);
    if (odd !== undefined) sheet.cells?.set(`${String(index + 1)},1`, odd);
  }
  return sheet;
}

export function formulasSheet(formulas: readonly FormulaResult[], sheetNames: SheetNames): WriteSheet {
  const rows = formulas.map(({ title, formula, written }): CellValue[] => [
    xlsxText(title),
    xlsxText(formula),
    written.ok ? words.asFormula : xlsxText(words.asValues(written.error)),
  ]);
  return noteSheet(words.formulas, sheetNames, words.formulaColumns, [30, 60, 60], rows);
}

function noteSheet(
  title: string,
  sheetNames: SheetNames,
  heads: readonly string[],
  widths: readonly number[],
  rows: CellValue[][],
): WriteSheet {
  const bold = heads.map((_, column): [string, Partial<XlsxCell>] => [
    `0,${String(column)}`,
    { style: { font: { bold: true } } },
  ]);
  const texts = rows.flatMap((row, index) =>
    row.flatMap((value, column): [string, Partial<XlsxCell>][] =>
      typeof value === 'string' && /^#[A-Z0-9_/]+[!?]?$/.test(value)
        ? [[`${String(index + 1)},${String(column)}`, { richText: [{ text: value }] }]]
        : [],
    ),
  );
  return {
    name: sheetNames.take(title),
    columns: widths.map((width) => ({ width })),
    rows: [[...heads], ...rows],
    cells: new Map([...bold, ...texts]),
    freezePane: { rows: 1 },
  };
}
