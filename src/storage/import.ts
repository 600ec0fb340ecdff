/** Two-phase import: all parts first, then one transaction that makes every dataset of a drop visible, or none. */
import type { ChunkWriter } from '../core/chunks.ts';
import type { Database } from './database.ts';
import { type Alongside, writeAlongside } from './alongside.ts';
import { StoreFailure } from './errors.ts';
import { type Manifest, manifestParts } from './manifest.ts';
import { StagedTable } from './staged-table.ts';
import { type NewDataset, stage } from './staging.ts';
import { noteChange } from './store-state.ts';
import { isFields, isText } from './validate.ts';

export interface ImportProgress {
  readonly rowsWritten: number;
  readonly rowsTotal: number;
}

export interface ImportOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** One import: places for rows that come chunk by chunk, and the step that makes datasets visible. */
export class Staging {
  private readonly db: Database;
  private readonly signal: AbortSignal | undefined;
  private staged: readonly StagedTable[] = [];

  constructor(db: Database, signal: AbortSignal | undefined) {
    this.db = db;
    this.signal = signal;
  }

  /** A place for the rows of one dataset; hand it to `commit` as `NewDataset.chunks`. */
  open(): ChunkWriter {
    return this.begin(() => undefined);
  }

  /**
   * Stores datasets in place of others (of none, for a plain import). Throws `StoreFailure`; the old state then stands.
   * @param alongside what becomes true in the same step
   */
  async commit(
    datasets: readonly NewDataset[],
    replaced: readonly string[],
    onProgress?: ImportOptions['onProgress'],
    alongside?: Alongside,
  ): Promise<void> {
    const onWritten = rowCounter(datasets, onProgress);
    const manifests: Manifest[] = [];
    for (const dataset of datasets)
      manifests.push(await stage(this.tableOf(dataset.chunks) ?? this.begin(onWritten), dataset));
    if (this.signal?.aborted) throw new StoreFailure({ kind: 'cancelled' });
    await this.db.write(() => makeVisible(this.db, manifests, replaced, alongside));
    const named = new Set(manifests.map(({ batch }) => batch));
    this.staged = this.staged.filter(({ batch }) => !named.has(batch));
  }

  /** Deletes what was not made visible. Trouble here is none of its own: nobody sees it, and the next start sweeps it. */
  async discard(): Promise<void> {
    for (const table of this.staged) await table.discard().catch(() => undefined);
  }

  private begin(onWritten: (rows: number) => void): StagedTable {
    const table = new StagedTable(this.db, { signal: this.signal, onWritten });
    this.staged = [...this.staged, table];
    return table;
  }

  private tableOf(chunks: ChunkWriter | undefined): StagedTable | undefined {
    const table = this.staged.find((one) => one === chunks);
    if (chunks !== undefined && table === undefined)
      throw new TypeError('INTERNAL: these rows belong to another import');
    return table;
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
async function makeVisible(
  db: Database,
  manifests: readonly Manifest[],
  replaced: readonly string[],
  alongside: Alongside | undefined,
): Promise<void> {
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
  if (alongside) await writeAlongside(db, alongside);
  await noteChange(db);
}

/** Deletes a dataset and its parts, inside a transaction. Throws `StoreFailure` when there is none. */
export async function removeDataset(db: Database, id: string): Promise<void> {
  const manifest = await db.datasets.get(id);
  if (manifest === undefined) throw new StoreFailure({ kind: 'missing-dataset', id });
  // A damaged manifest may not tell its parts; the next sweep finds them.
  if (isFields(manifest) && isText(manifest['batch'])) await db.partsOf(manifest['batch']).delete();
  await db.datasets.delete(id);
}
