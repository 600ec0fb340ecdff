import type { Day } from '../core/days.ts';
import { datasetCsv } from '../exporters/dataset-csv.ts';
import { exportFileName } from '../exporters/file-name.ts';
import type { Store } from '../storage/store.ts';
import type { StoreError } from '../storage/store-error.ts';
import type { ExportedFile } from './export-results.ts';

/** All rows of a stored dataset as CSV. */
export async function exportRows(
  store: Pick<Store, 'load'>,
  { id, asOf }: { readonly id: string; readonly asOf: Day },
  signal: AbortSignal,
): Promise<ExportedFile | StoreError> {
  const loaded = await store.load(id);
  if (!loaded.ok) return loaded.error;
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (const piece of datasetCsv(loaded.value)) {
    pieces.push(encoder.encode(piece));
    // Lets a cancel arrive.
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
  const name = exportFileName('rows-csv', asOf, loaded.value.file);
  return { name, type: 'text/csv;charset=utf-8', bytes: joined(pieces) };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
