/** Sheets of what importers and the engine said: all diagnostics, or the rejected rows with their original text. */
import type { Diagnostic } from '../../core/diagnostics.ts';
import { exportText } from '../../core/text/en/export.ts';
import { type ColumnOf, numberCell, type Sheet, sheetOf, textCell } from '../tabular/sheet.ts';

const titles = exportText.columns;

/** A row that an import did not take over. */
export interface RejectedRow extends Pick<Diagnostic, 'file' | 'row' | 'column' | 'message' | 'text'> {
  readonly code: string;
}

const FILE: ColumnOf<RejectedRow> = { key: 'file', title: titles.file, width: 36, cell: ({ file }) => textCell(file) };
const ROW: ColumnOf<RejectedRow> = { key: 'row', title: titles.row, width: 8, cell: ({ row }) => numberCell(row) };
const COLUMN: ColumnOf<RejectedRow> = {
  key: 'column',
  title: titles.column,
  width: 22,
  cell: ({ column }) => textCell(column),
};
const SEVERITY: ColumnOf<Diagnostic> = {
  key: 'severity',
  title: titles.severity,
  width: 10,
  cell: ({ severity }) => textCell(severity),
};
const CODE: ColumnOf<RejectedRow> = { key: 'code', title: titles.code, width: 24, cell: ({ code }) => textCell(code) };
const MESSAGE: ColumnOf<RejectedRow> = {
  key: 'message',
  title: titles.message,
  width: 90,
  cell: ({ message }) => textCell(message),
};
const TEXT: ColumnOf<RejectedRow> = { key: 'text', title: titles.text, width: 60, cell: ({ text }) => textCell(text) };

/** All diagnostics, in the order given. */
export function diagnosticsSheet(diagnostics: readonly Diagnostic[]): Sheet {
  return sheetOf(exportText.sheets.diagnostics, [FILE, ROW, COLUMN, SEVERITY, CODE, MESSAGE, TEXT], diagnostics);
}

/** Rejected rows: where, why, and the original text; in the order given. */
export function rejectsSheet(rejects: readonly RejectedRow[]): Sheet {
  return sheetOf(exportText.sheets.rejects, [FILE, ROW, COLUMN, CODE, MESSAGE, TEXT], rejects);
}
