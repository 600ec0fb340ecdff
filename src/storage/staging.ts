/**
 * First phase of an import: parts are written under a batch id that no manifest names yet, so nobody sees them. What a
 * crash leaves behind is swept at the next start.
 */
import type { Dataset } from '../core/schema/dataset.ts';
import type { Table } from '../core/table.ts';
import { crc32 } from '../core/crc32.ts';
import type { Database, PartRecord } from './database.ts';
import { partsOf } from './encode-table.ts';
import { StoreFailure } from './errors.ts';
import { layoutOf } from './layout.ts';
import type { Manifest, StoredPart, StoredTable } from './manifest.ts';
import { type Reject, rejectsToTable } from './rejects.ts';
import { isFields, isText } from './validate.ts';

/** A dataset on its way into the store. */
export interface NewDataset extends Dataset {
  readonly rejects?: readonly Reject[];
}

export interface StagingOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each write with the rows that it wrote. */
  readonly onWritten?: ((rows: number) => void) | undefined;
}

/** Parts are collected up to this size and then written in one transaction. */
const GROUP_BYTES = 8_000_000;

/** A batch id that was never used before. */
export function newBatch(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** Writes all parts of a dataset and gives the manifest that would make it visible. Throws `StoreFailure` when cancelled. */
export async function stage(
  db: Database,
  dataset: NewDataset,
  batch: string,
  options: StagingOptions,
): Promise<Manifest> {
  const { table, rejects = [], ...info } = dataset;
  const writer = new PartWriter(db, batch, options);
  const stored = await writer.write(table);
  const storedRejects = await writer.write(rejectsToTable(rejects));
  await writer.flush();
  return { id: info.id, info, batch, table: stored, rejects: storedRejects };
}

class PartWriter {
  private readonly batch: string;
  private readonly db: Database;
  private readonly options: StagingOptions;
  private index = 0;
  private group: PartRecord[] = [];
  private groupBytes = 0;
  private groupRows = 0;

  constructor(db: Database, batch: string, options: StagingOptions) {
    this.db = db;
    this.batch = batch;
    this.options = options;
  }

  async write(table: Table): Promise<StoredTable> {
    const parts: StoredPart[] = [];
    for (const { bytes, ...place } of partsOf(table)) {
      const index = this.index++;
      parts.push({ ...place, index, size: bytes.byteLength, crc32: crc32(new Uint8Array(bytes)) });
      this.group.push({ batch: this.batch, index, bytes });
      this.groupBytes += bytes.byteLength;
      this.groupRows += place.holds === 'rows' ? place.count : 0;
      if (this.groupBytes >= GROUP_BYTES) await this.flush();
    }
    return { layout: layoutOf(table), parts };
  }

  async flush(): Promise<void> {
    if (this.options.signal?.aborted) throw new StoreFailure({ kind: 'cancelled' });
    await this.db.write(async () => {
      await this.db.parts.bulkAdd(this.group);
    });
    this.options.onWritten?.(this.groupRows);
    this.group = [];
    this.groupBytes = 0;
    this.groupRows = 0;
  }
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
