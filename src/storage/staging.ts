/**
 * First phase of an import: parts are written under a batch id that no manifest names yet, so nobody sees them. What a
 * crash leaves behind is swept at the next start.
 */
import type { ChunkWriter } from '../core/chunks.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import type { Table } from '../core/table.ts';
import type { Database } from './database.ts';
import type { Manifest, StoredTable } from './manifest.ts';
import type { PartWriter } from './part-writer.ts';
import { type Reject, rejectsToTable } from './rejects.ts';
import { type SourceFile, writeSource } from './source.ts';
import type { StagedTable } from './staged-table.ts';
import { chunksOfTable } from './table-chunks.ts';
import { TableWriter } from './table-writer.ts';
import { isFields, isText } from './validate.ts';

/** A dataset on its way into the store. */
export interface NewDataset extends Dataset {
  readonly rejects?: readonly Reject[];
  /** Has the rows already, as `Staging.open` made it; `table` is not looked at then. */
  readonly chunks?: ChunkWriter;
  /** The file that it was read from, to be kept. */
  readonly source?: SourceFile;
}

/**
 * Writes all parts of a dataset that are not in the store yet, and gives the manifest that would make it visible. Throws
 * `StoreFailure` when cancelled. @param staged has the dataset's rows already, or takes them now
 */
export async function stage(staged: StagedTable, dataset: NewDataset): Promise<Manifest> {
  const { table, rejects = [], chunks, source, ...info } = dataset;
  if (chunks === undefined) for (const chunk of chunksOfTable(table)) await staged.write(chunk);
  const writer = staged.partWriter;
  const storedRejects = await writeTable(writer, rejectsToTable(rejects));
  const storedSource = source && (await writeSource(writer, source));
  await writer.flush();
  return {
    id: info.id,
    info,
    batch: staged.batch,
    table: staged.stored(),
    rejects: storedRejects,
    ...(storedSource && { source: storedSource }),
  };
}

async function writeTable(parts: PartWriter, table: Table): Promise<StoredTable> {
  const writer = new TableWriter(parts);
  for (const chunk of chunksOfTable(table)) await writer.write(chunk);
  return writer.stored();
}

/**
 * Deletes the parts that no manifest names. Sweeps nothing when a manifest does not even tell its batch: parts that might
 * belong to it are kept. The caller makes sure that no import runs.
 */
export async function sweep(db: Database): Promise<void> {
  await db.write(async () => {
    const manifests = await db.datasets.toArray();
    const named = new Set(manifests.map((manifest) => (isFields(manifest) ? manifest['batch'] : undefined)));
    if (![...named].every(isText)) return;
    const keys = await db.parts.toCollection().primaryKeys();
    await db.parts.bulkDelete(keys.filter(([batch]) => !named.has(batch)));
  });
}
