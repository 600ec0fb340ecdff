/** The database as Dexie sees it: three object stores, no payload in any index. */
import Dexie, { type Collection, type Table } from 'dexie';
import { StoreFailure } from './errors.ts';
import { isCount, isFields } from './validate.ts';

/**
 * Our own schema number. Raise it, and the Dexie version with it, when older code would misread new records. Dexie itself
 * lets an older build open and change a newer database, so every write compares this number first.
 */
export const SCHEMA = 2;

/** A chunk of a dataset: the parts of one dataset share a batch id that its manifest names. */
export interface PartRecord {
  readonly batch: string;
  readonly index: number;
  readonly bytes: ArrayBuffer;
}

/** Records as they come back are `unknown` until a validator has seen them. */
export class Database extends Dexie {
  /** `{ key: 'schema', schema }` and `{ key: 'document', document }`. */
  declare readonly meta: Table<unknown, string>;
  /** Manifests by dataset id. */
  declare readonly datasets: Table<unknown, string>;
  declare readonly parts: Table<PartRecord, [batch: string, index: number]>;

  constructor(name: string) {
    // Strict: a write is acknowledged once it is on the disk. Staging goes around Dexie and is relaxed (`part-writer.ts`).
    super(name, { indexedDB, IDBKeyRange, autoOpen: false, cache: 'disabled', chromeTransactionDurability: 'strict' });
    this.version(SCHEMA).stores({ meta: 'key', datasets: 'id', parts: '[batch+index]' });
  }

  /** All parts of a batch. */
  partsOf(batch: string): Collection<PartRecord> {
    return this.parts.where('[batch+index]').between([batch, Dexie.minKey], [batch, Dexie.maxKey]);
  }

  /** Runs the work in one transaction that first makes sure that no newer version has written here: all of it or nothing. */
  async write(work: () => Promise<void>): Promise<void> {
    let native: IDBTransaction | undefined;
    try {
      await this.transaction('rw', this.meta, this.datasets, this.parts, async (transaction) => {
        native = transaction.idbtrans;
        if ((await this.storedSchema()) > SCHEMA) throw new StoreFailure({ kind: 'newer-schema' });
        await work();
      });
    } catch (error) {
      // A full disk shows only here: the requests of the aborted transaction say no more than that it was aborted.
      throw native?.error ?? error;
    }
  }

  /** The schema number of the code that wrote the data; the larger one of our record and the browser's version. */
  async storedSchema(): Promise<number> {
    return schemaIn(await this.meta.get('schema'), this.backendDB());
  }
}

/** The schema number that our record and the browser's version tell. */
export function schemaIn(record: unknown, { version }: IDBDatabase): number {
  const noted = isFields(record) && isCount(record['schema']) ? record['schema'] : 0;
  return Math.max(noted, Math.floor(version / 10));
}
