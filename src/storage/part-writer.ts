/** Writes parts under a batch id, some at a time, while the next ones are being made. */
import { crc32 } from '../core/crc32.ts';
import { type Database, type PartRecord, SCHEMA, schemaIn } from './database.ts';
import { StoreFailure } from './errors.ts';
import type { Part } from './layout.ts';
import type { StoredPart } from './manifest.ts';

export interface WritingOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each write with the rows that it wrote. */
  readonly onWritten?: ((rows: number) => void) | undefined;
}

/** Parts are collected up to this size and then written in one transaction; as much again may be on its way to the disk. */
const GROUP_BYTES = 4_000_000;

/** A batch id that was never used before. */
export function newBatch(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

export class PartWriter {
  readonly batch: string;
  private readonly db: Database;
  private readonly options: WritingOptions;
  private index = 0;
  private group: PartRecord[] = [];
  private groupBytes = 0;
  private groupRows = 0;
  private underWay: Promise<void> = Promise.resolve();

  constructor(db: Database, batch: string, options: WritingOptions) {
    this.db = db;
    this.batch = batch;
    this.options = options;
  }

  /** Takes a part; `room` has to be awaited before many more. */
  add({ bytes, ...place }: Part): StoredPart {
    const index = this.index++;
    this.group.push({ batch: this.batch, index, bytes });
    this.groupBytes += bytes.byteLength;
    return { ...place, index, size: bytes.byteLength, crc32: crc32(new Uint8Array(bytes)) };
  }

  /** Counts rows whose parts have been added. */
  countRows(rows: number): void {
    this.groupRows += rows;
  }

  /** Resolves when there is room for more parts. Throws what an earlier write met. */
  async room(): Promise<void> {
    if (this.groupBytes >= GROUP_BYTES) await this.send();
  }

  /** Resolves when all parts have been written. */
  async flush(): Promise<void> {
    if (this.group.length > 0) await this.send();
    await this.underWay;
  }

  /** Resolves when nothing is being written any more, however that went. */
  async settled(): Promise<void> {
    await this.underWay.catch(() => undefined);
  }

  /** Begins to write the group once the one before is written. */
  private async send(): Promise<void> {
    await this.underWay;
    if (this.options.signal?.aborted === true) throw new StoreFailure({ kind: 'cancelled' });
    const { group, groupRows } = this;
    this.group = [];
    this.groupBytes = 0;
    this.groupRows = 0;
    this.underWay = writeGroup(this.db, group).then(() => this.options.onWritten?.(groupRows));
    // Who awaits it next hears of the trouble.
    this.underWay.catch(() => undefined);
  }
}

/**
 * One relaxed transaction, which does not wait for the disk: nobody sees the parts before the strict one that names them,
 * and each is checked when it is read. Dexie has one durability for all its transactions, so this one is the browser's own.
 */
async function writeGroup(db: Database, group: readonly PartRecord[]): Promise<void> {
  if (!db.isOpen()) throw new StoreFailure({ kind: 'closed' });
  const transaction = db.backendDB().transaction(['meta', 'parts'], 'readwrite', { durability: 'relaxed' });
  await new Promise<void>((resolve, reject) => {
    let refusal: StoreFailure | undefined;
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      // A full disk shows only here: the requests of the aborted transaction say no more than that it was aborted.
      reject(refusal ?? transaction.error ?? new DOMException('aborted', 'AbortError'));
    };
    const noted = transaction.objectStore('meta').get('schema');
    noted.onsuccess = () => {
      if (schemaIn(noted.result, transaction.db) > SCHEMA) {
        refusal = new StoreFailure({ kind: 'newer-schema' });
        transaction.abort();
        return;
      }
      for (const part of group) transaction.objectStore('parts').add(part);
    };
  });
}
