import type { Day } from '../core/days.ts';
import { csvColumns, csvHeader, csvLines } from '../exporters/dataset-csv.ts';
import { exportFileName } from '../core/file-name.ts';
import type { Store } from '../storage/store.ts';
import type { StoreError } from '../storage/store-error.ts';

/** How far the export of a dataset's rows is. */
export interface RowsWritten {
  readonly rows: number;
  readonly of: number;
}

/** A finished file that need not fit into memory. */
export interface ExportedBlob {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Blob;
}

const TYPE = 'text/csv;charset=utf-8';

/**
 * All rows of a stored dataset as CSV. They are read slice by slice, and each becomes a blob at once, which the browser
 * may keep on disk: memory follows one slice, not the dataset.
 */
export async function exportRows(
  store: Pick<Store, 'reading'>,
  { id, asOf }: { readonly id: string; readonly asOf: Day },
  signal: AbortSignal,
  report: (written: RowsWritten) => void,
): Promise<ExportedBlob | StoreError> {
  const written = await store.reading(id, async (reader) => {
    const { info, table } = reader.manifest;
    const columns = csvColumns(
      table.layout.columns.map(({ name }) => name),
      info.fileColumns,
    );
    const blobs = [new Blob([csvHeader(columns)])];
    let rows = 0;
    for await (const slice of reader.all(columns.names)) {
      const texts: string[] = [];
      for (const text of csvLines(columns, slice)) {
        texts.push(text);
        await breath();
        if (signal.aborted) return undefined;
      }
      blobs.push(new Blob(texts));
      rows += slice.rows;
      report({ rows, of: table.layout.rows });
    }
    return { name: exportFileName('rows-csv', asOf, info.file), type: TYPE, bytes: new Blob(blobs, { type: TYPE }) };
  });
  if (!written.ok) return written.error;
  return written.value ?? { kind: 'cancelled' };
}

/** Lets a cancel arrive. */
async function breath(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}
