/** A table as it stands on screen, made into a file away from the page's thread. */
import type { Day } from '../core/days.ts';
import { type PlainTable, tableOfPlain } from '../core/plain-table.ts';
import { tableFileName } from '../core/file-name.ts';
import { csvStyle, PROGRAM_STYLE } from '../exporters/table/csv-style.ts';
import { ROWS_AT_A_TIME, tableCsv } from '../exporters/table/csv.ts';
import type { FormulaContext } from '../exporters/table/formulas.ts';
import { tableXlsx } from '../exporters/table/xlsx.ts';
import { excelFormula } from '../sheet/formula-export/to-excel.ts';
import type { ExportedBlob, RowsWritten } from './export-rows.ts';

/** CSV as programs of the user's locale open it, as other programs read it, or a workbook with formats and formulas. */
export type TableFileKind = 'csv-local' | 'csv-program' | 'xlsx';

export interface TableFileRequest {
  readonly table: PlainTable;
  readonly kind: TableFileKind;
  /** BCP 47. */
  readonly locale: string;
  readonly asOf: Day;
  readonly workbookName: string;
  /** What formulas of the columns refer to. */
  readonly formulas?: Omit<FormulaContext, 'translate' | 'asOf'> | undefined;
}

const CSV_TYPE = 'text/csv;charset=utf-8';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Undefined when the signal ended it. CSV goes piece by piece into blobs, which the browser may keep on disk. */
export async function exportTable(
  { table: plain, kind, locale, asOf, workbookName, formulas }: TableFileRequest,
  signal: AbortSignal,
  report: (written: RowsWritten) => void,
): Promise<ExportedBlob | undefined> {
  const table = tableOfPlain(plain);
  const name = tableFileName(plain.title, kind === 'xlsx' ? 'xlsx' : 'csv', asOf, workbookName);
  if (kind === 'xlsx') {
    const bytes = await tableXlsx(table, asOf, formulas && { ...formulas, asOf, translate: excelFormula });
    return signal.aborted ? undefined : { name, type: XLSX_TYPE, bytes: new Blob([new Uint8Array(bytes)]) };
  }
  const blobs: Blob[] = [];
  for (const text of tableCsv(table, kind === 'csv-local' ? csvStyle(locale) : PROGRAM_STYLE)) {
    blobs.push(new Blob([text]));
    report({ rows: Math.min(table.rows, blobs.length * ROWS_AT_A_TIME), of: table.rows });
    // Lets a cancel arrive.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return undefined;
  }
  return { name, type: CSV_TYPE, bytes: new Blob(blobs, { type: CSV_TYPE }) };
}
