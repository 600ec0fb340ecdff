/** Two-phase import: all parts first, then one transaction that makes every dataset of a drop visible, or none. */
import type { Database } from './database.ts';
import { StoreFailure } from './errors.ts';
import { type Manifest, manifestParts } from './manifest.ts';
import { type NewDataset, newBatch, stage } from './staging.ts';
import { isFields, isText } from './validate.ts';

export interface ImportProgress {
  readonly rowsWritten: number;
  readonly rowsTotal: number;
}

export interface ImportOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Stores datasets in place of others (of none, for a plain import). Throws `StoreFailure`; the old state then stands. */
export async function importAll(
  db: Database,
  datasets: readonly NewDataset[],
  replaced: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const staged = datasets.map((dataset) => ({ dataset, batch: newBatch() }));
  const onWritten = rowCounter(datasets, options.onProgress);
  try {
    const manifests: Manifest[] = [];
    for (const { dataset, batch } of staged)
      manifests.push(await stage(db, dataset, batch, { signal: options.signal, onWritten }));
    await db.write(() => makeVisible(db, manifests, replaced));
  } catch (error) {
    await discard(db, staged.map(({ batch }) => batch)); // prettier-ignore
    throw error;
  }
}

function rowCounter(datasets: readonly NewDataset[], onProgress: ImportOptions['onProgress']): (rows: number) => void {
  const rowsTotal = datasets.reduce((sum, { table, rejects = [] }) => sum + table.rows + rejects.length, 0);
  let rowsWritten = 0;
  return (rows) => {
    rowsWritten += rows;
    onProgress?.({ rowsWritten, rowsTotal });
  };
}

/** Second phase, inside a transaction. */
async function makeVisible(db: Database, manifests: readonly Manifest[], replaced: readonly string[]): Promise<void> {
  for (const manifest of manifests) {
    const parts = await db.partsOf(manifest.batch).count();
    if (parts !== manifestParts(manifest).length) throw new StoreFailure({ kind: 'interrupted' });
  }
  for (const id of replaced) await removeDataset(db, id);
  for (const manifest of manifests) {
    const { id } = manifest;
    if ((await db.datasets.get(id)) !== undefined) throw new StoreFailure({ kind: 'id-taken', id });
    await db.datasets.add(manifest);
  }
}

/** Deletes a dataset and its parts, inside a transaction. Throws `StoreFailure` when there is none. */
export async function removeDataset(db: Database, id: string): Promise<void> {
  const manifest = await db.datasets.get(id);
  if (manifest === undefined) throw new StoreFailure({ kind: 'missing-dataset', id });
  // A damaged manifest may not tell its parts; the next sweep finds them.
  if (isFields(manifest) && isText(manifest['batch'])) await db.partsOf(manifest['batch']).delete();
  await db.datasets.delete(id);
}

/** Deletes staged parts. A failure here is no trouble of its own: nobody sees them, and the next start sweeps them. */
async function discard(db: Database, batches: readonly string[]): Promise<void> {
  try {
    for (const batch of batches) await db.partsOf(batch).delete();
  } catch {
    return;
  }
}
