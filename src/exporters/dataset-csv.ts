/** The rows of a dataset as CSV, cell by cell as they were imported: what a user put in comes out again. */
import { cellText, isFreeText } from '../core/cell-text.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import type { Column } from '../core/table.ts';
import { BOM, LINE_END, csvText } from './tabular/csv.ts';

/** Rows of one piece of text. */
const ROWS_AT_A_TIME = 5000;

interface Written {
  readonly header: string;
  readonly column: Column;
}

/**
 * The rows of a dataset piece by piece: UTF-8 with byte order mark, comma, CRLF, under the file's own header where it is
 * known. Texts are guarded against formulas, numbers stay as they were written.
 */
export function* datasetCsv(dataset: Pick<Dataset, 'table' | 'fileColumns'>): Generator<string> {
  const written = writtenColumns(dataset);
  yield BOM + written.map(({ header }) => csvText(header)).join(',') + LINE_END;
  const { rows } = dataset.table;
  for (let start = 0; start < rows; start += ROWS_AT_A_TIME) {
    let text = '';
    for (let row = start; row < Math.min(rows, start + ROWS_AT_A_TIME); row++) text += lineOf(written, row);
    yield text;
  }
}

/** The columns that the file has, in its order; without that knowledge those of the table, under their own names. */
function writtenColumns({ table, fileColumns }: Pick<Dataset, 'table' | 'fileColumns'>): readonly Written[] {
  const named =
    fileColumns ?? [...table.columns.keys()].filter(isOfFile).map((column) => ({ column, header: plain(column) }));
  return named.flatMap(({ column: name, header }) => {
    const column = table.columns.get(name);
    return column ? [{ header, column }] : [];
  });
}

function isOfFile(name: string): boolean {
  return !name.startsWith('#');
}

function plain(name: string): string {
  return name.startsWith('x:') ? name.slice(2) : name;
}

function lineOf(written: readonly Written[], row: number): string {
  const cells = written.map(({ column }) => {
    const text = cellText(column, row);
    return isFreeText(column) ? csvText(text) : text;
  });
  // An empty line would be no row to whoever reads it.
  return (cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')) + LINE_END;
}
