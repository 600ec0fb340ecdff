/** The rows of a dataset as CSV, cell by cell as they were imported: what a user put in comes out again. */
import { cellText, isFreeText } from '../core/cell-text.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import type { Column, Table } from '../core/table.ts';
import { BOM, LINE_END, csvText } from './tabular/csv.ts';

/** Rows of one piece of text. */
const ROWS_AT_A_TIME = 5000;

/** What of a dataset goes into its CSV. */
export interface CsvColumns {
  /** Names of the table's columns, in the order of the file. */
  readonly names: readonly string[];
  readonly headers: readonly string[];
}

/** The columns that the file has, in its order; without that knowledge those of the table, under their own names. */
export function csvColumns(columns: Iterable<string>, fileColumns: Dataset['fileColumns'] | undefined): CsvColumns {
  const present = new Set(columns);
  const named = fileColumns ?? [...present].filter(isOfFile).map((column) => ({ column, header: plain(column) }));
  const written = named.filter(({ column }) => present.has(column));
  return { names: written.map(({ column }) => column), headers: written.map(({ header }) => header) };
}

/** The byte order mark and the header line. */
export function csvHeader({ headers }: CsvColumns): string {
  return BOM + headers.map(csvText).join(',') + LINE_END;
}

/**
 * Rows as lines, piece by piece: comma, CRLF. Texts are guarded against formulas, numbers stay as they were written.
 * @param table holds all the columns
 */
export function* csvLines({ names }: CsvColumns, table: Table): Generator<string> {
  const columns = names.flatMap((name) => table.columns.get(name) ?? []);
  for (let start = 0; start < table.rows; start += ROWS_AT_A_TIME) {
    let text = '';
    for (let row = start; row < Math.min(table.rows, start + ROWS_AT_A_TIME); row++) text += lineOf(columns, row);
    yield text;
  }
}

function isOfFile(name: string): boolean {
  return !name.startsWith('#');
}

function plain(name: string): string {
  return name.startsWith('x:') ? name.slice(2) : name;
}

function lineOf(columns: readonly Column[], row: number): string {
  const cells = columns.map((column) => {
    const text = cellText(column, row);
    return isFreeText(column) ? csvText(text) : text;
  });
  // An empty line would be no row to whoever reads it.
  return (cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')) + LINE_END;
}
