/** Reports in LibreOffice, when there is one: no text of a file or a user becomes a formula, and numbers are numbers. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { ReportDocument } from '../../src/core/report/document.ts';
import { reportCsv } from '../../src/exporters/report/formats/csv.ts';
import { reportSheets } from '../../src/exporters/report/formats/sheets.ts';
import { amountText } from '../../src/exporters/results/rows.ts';
import type { Cell, Sheet } from '../../src/exporters/tabular/sheet.ts';
import { xlsxOf } from '../../src/exporters/tabular/xlsx.ts';
import { EVERYTHING, FORMULAS, MARKUP } from '../exporters/hostile.ts';
import { documentOf, hostileReport, plainReport } from '../exporters/report-input.ts';
import { convert, inFolder, officeProgram } from './office-program.ts';
import { formulasIn, numbersIn } from './office-sheets.ts';

/** As UTF-8 with our separator: without being told it takes the file for one of the system's own characters. */
const CSV_OPTIONS = ['--infilter=CSV:44,34,76,1'];
const OWN_SUM = /^of:=SUM\(\[\.[A-Z]+2:\.[A-Z]+\d+\]\)$/;

/** Says how many formulas it found in hostile reports and how many numbers in a plain one; false when either is wrong. */
export async function reportsStayData(): Promise<boolean> {
  const program = officeProgram();
  if (program === undefined) {
    console.log('LibreOffice was not found: reports were not opened in it.');
    return true;
  }
  const areInert = await hostileReportsAreInert(program);
  return (await numbersStayNumbers(program)) && areInert;
}

async function hostileReportsAreInert(program: string): Promise<boolean> {
  const documents = [...FORMULAS, ...MARKUP, EVERYTHING].map((text) => documentOf(hostileReport(text)));
  const workbooks = await Promise.all(documents.map(workbookOf));
  const tables = documents.flatMap(tablesOf);
  const inWorkbooks = (await opened(program, 'xlsx', workbooks)).flatMap(formulasIn);
  const wrong = inWorkbooks.filter((formula) => !OWN_SUM.test(formula));
  // Shows that it makes formulas of unguarded texts at all.
  const control = new TextEncoder().encode('text\r\n=1+1\r\n');
  const [shown = '', ...pages] = await opened(program, 'csv', [control, ...tables]);
  if (formulasIn(shown).length !== 1) throw new Error('LibreOffice made no formula of =1+1: this shows nothing');
  wrong.push(...pages.flatMap(formulasIn));
  console.log(
    `${String(documents.length)} hostile texts in every field of a report, ${String(workbooks.length)} workbooks and ` +
      `${String(tables.length)} CSV files in LibreOffice: ${String(wrong.length)} formulas made from text` +
      (wrong.length > 0 ? `:\n${wrong.slice(0, 20).join('\n')}` : '.'),
  );
  return wrong.length === 0;
}

/** What LibreOffice holds of each file, as XML. */
function opened(program: string, ending: 'csv' | 'xlsx', contents: readonly Uint8Array[]): Promise<readonly string[]> {
  return inFolder((folder) => {
    const names = contents.map((bytes, at) => {
      const name = join(folder, `file${String(at)}`);
      writeFileSync(`${name}.${ending}`, bytes);
      return name;
    });
    const files = names.map((name) => `${name}.${ending}`);
    const said = convert(program, 'fods', files, folder, ending === 'csv' ? CSV_OPTIONS : []);
    const missing = names.filter((name) => !existsSync(`${name}.fods`));
    if (missing.length > 0) throw new Error(`LibreOffice did not open ${String(missing.length)} files: ${said}`);
    return names.map((name) => readFileSync(`${name}.fods`, 'utf8'));
  });
}

function workbookOf(document: ReportDocument): Promise<Uint8Array> {
  return xlsxOf(reportSheets(document), document.title, document.asOf);
}

function tablesOf(document: ReportDocument): readonly Uint8Array[] {
  return Object.values(unzipSync(reportCsv(document)));
}

async function numbersStayNumbers(program: string): Promise<boolean> {
  const document = documentOf(plainReport);
  const sheets = reportSheets(document);
  const [workbook = ''] = await opened(program, 'xlsx', [await workbookOf(document)]);
  const tables = await opened(program, 'csv', tablesOf(document));
  const found = [numbersIn(workbook), tables.flatMap(numbersIn)];
  let right = 0;
  const wrong: string[] = [];
  for (const [file, read] of found.entries()) {
    for (const [at, sheet] of sheets.entries()) {
      for (const { row, column, decimal } of numbersOf(sheet)) {
        const number = read[at]?.[row]?.[column];
        if (number === Number(decimal)) right++;
        else wrong.push(`  ${['XLSX', 'CSV'][file] ?? ''}, ${sheet.name}, row ${String(row + 1)}: ${decimal}`);
      }
    }
  }
  console.log(
    `${String(right)} numbers of a report are numbers in LibreOffice, ${String(wrong.length)} are not` +
      (wrong.length > 0 ? `:\n${wrong.slice(0, 20).join('\n')}` : '.'),
  );
  return wrong.length === 0 && right > 0;
}

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly decimal: string;
}

/** The line of titles is row 0. */
function numbersOf({ rows, foot }: Sheet): readonly Placed[] {
  const all = foot === undefined ? rows : [...rows, foot.cells];
  return all.flatMap((cells, at) =>
    cells.flatMap((cell, column) => {
      const decimal = decimalOf(cell);
      return decimal === undefined ? [] : [{ row: at + 1, column, decimal }];
    }),
  );
}

function decimalOf(cell: Cell): string | undefined {
  if (cell.kind === 'amount') return amountText(cell.minor, cell.currency);
  return cell.kind === 'number' ? cell.decimal : undefined;
}
