/** The rows of a stored dataset as a screen shows them: a page at a time, and of that only the columns that show. */
import { cellText } from '../core/cell-text.ts';
import { type Column, SOURCE_ROW } from '../core/table.ts';
import { csvColumns } from '../exporters/dataset-csv.ts';
import type { Store } from '../storage/store.ts';
import type { StoreError } from '../storage/store-error.ts';

export interface RowColumn {
  /** In the table. */
  readonly name: string;
  /** In the file; empty for the line in the file. */
  readonly header: string;
  readonly kind: Column['kind'];
}

/** What is known of a dataset's rows before any is read. */
export interface RowFacts {
  readonly rows: number;
  /** The line in the file, then the columns of the file in its order. */
  readonly columns: readonly RowColumn[];
}

export interface RowPageRequest {
  readonly id: string;
  /** First row, counted from 0. */
  readonly from: number;
  readonly count: number;
  /** Names of columns. */
  readonly columns: readonly string[];
}

export async function rowFacts(store: Pick<Store, 'reading'>, id: string): Promise<RowFacts | StoreError> {
  const facts = await store.reading(id, ({ manifest }) => {
    const { layout } = manifest.table;
    const kinds = new Map(layout.columns.map(({ name, kind }) => [name, kind]));
    const { names, headers } = csvColumns(kinds.keys(), manifest.info.fileColumns);
    const shown = names.map((name, index) => ({ name, header: headers[index] ?? name }));
    const all = [{ name: SOURCE_ROW, header: '' }, ...shown];
    const columns = all.flatMap(({ name, header }) => {
      const kind = kinds.get(name);
      return kind ? [{ name, header, kind }] : [];
    });
    return Promise.resolve({ rows: layout.rows, columns });
  });
  return facts.ok ? facts.value : facts.error;
}

/** Cells as texts, column by column in the order of the request; shorter than asked for at the end. */
export async function rowPage(
  store: Pick<Store, 'reading'>,
  { id, from, count, columns }: RowPageRequest,
): Promise<readonly (readonly string[])[] | StoreError> {
  const page = await store.reading(id, async (reader) => {
    const tables = await reader.rows(from, from + count, columns);
    return columns.map((name) =>
      tables.flatMap((table) => {
        const column = table.columns.get(name);
        return column ? Array.from({ length: table.rows }, (_, row) => cellText(column, row)) : [];
      }),
    );
  });
  return page.ok ? page.value : page.error;
}
