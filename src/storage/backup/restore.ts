/** Puts a backup in place of everything that is stored: parts first, then one transaction that changes over to them. */
import { crc32 } from '../../core/crc32.ts';
import type { Database, PartRecord } from '../database.ts';
import { deleteDocument, putDocument } from '../document-store.ts';
import { StoreFailure } from '../errors.ts';
import { type Manifest, manifestParts } from '../manifest.ts';
import { newBatch } from '../part-writer.ts';
import { noteChange } from '../store-state.ts';
import { type OpenBackup, bytesAt } from './open-backup.ts';
import type { BackupOptions } from './write-backup.ts';

/** Parts are written in groups of about this size. */
const GROUP_BYTES = 8_000_000;

/**
 * Throws `StoreFailure`; the old state then stands. A crash in between leaves parts that no manifest names, which the next
 * start sweeps.
 * @param backup verified before
 */
export async function restoreBackup(db: Database, backup: OpenBackup, options: BackupOptions = {}): Promise<void> {
  // Batches are never used twice, not even by the same dataset.
  const datasets = backup.manifest.datasets.map((manifest) => ({ ...manifest, batch: newBatch() }));
  try {
    await writeParts(db, backup, datasets, options);
    await db.write(() => changeOver(db, datasets, backup));
  } catch (error) {
    await discard(db, datasets);
    throw error;
  }
}

async function writeParts(
  db: Database,
  { file, entries }: OpenBackup,
  datasets: readonly Manifest[],
  { signal, onProgress }: BackupOptions,
): Promise<void> {
  const sums = datasets.map((manifest) => new Map(manifestParts(manifest).map(({ index, crc32 }) => [index, crc32])));
  let group: PartRecord[] = [];
  let groupBytes = 0;
  const flush = async (): Promise<void> => {
    if (signal?.aborted) throw new StoreFailure({ kind: 'cancelled' });
    await db.write(async () => {
      await db.parts.bulkAdd(group);
    });
    group = [];
    groupBytes = 0;
  };
  for (const { dataset, index, from, size } of entries) {
    const bytes = await bytesAt(file, from, size);
    // The file may have been changed since it was verified.
    if (bytes.length !== size || crc32(bytes) !== sums[dataset]?.get(index))
      throw new StoreFailure({ kind: 'interrupted' });
    group.push({ batch: datasets[dataset]?.batch ?? '', index, bytes: bytes.buffer });
    groupBytes += size;
    onProgress?.({ bytesDone: from + size, bytesTotal: file.size });
    if (groupBytes >= GROUP_BYTES) await flush();
  }
  await flush();
}

/** Second phase, inside a transaction. */
async function changeOver(db: Database, datasets: readonly Manifest[], { manifest }: OpenBackup): Promise<void> {
  for (const { batch, ...parts } of datasets) {
    const count = await db.partsOf(batch).count();
    if (count !== manifestParts({ batch, ...parts }).length) throw new StoreFailure({ kind: 'interrupted' });
  }
  // The parts of what stood here before are swept once nothing names them.
  await db.datasets.clear();
  await db.datasets.bulkAdd([...datasets]);
  await deleteDocument(db);
  if (manifest.document) await putDocument(db, manifest.document);
  await noteChange(db);
}

/** A failure here is no trouble of its own: the next start sweeps. */
async function discard(db: Database, datasets: readonly Manifest[]): Promise<void> {
  try {
    for (const { batch } of datasets) await db.partsOf(batch).delete();
  } catch {
    return;
  }
}
