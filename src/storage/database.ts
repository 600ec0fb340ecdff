/** The database as Dexie sees it: three object stores, no payload in any index. */
import Dexie, { type Collection, type Table } from 'dexie';
import { StoreFailure } from './errors.ts';
import { type Birth, watchedFactory } from './birth.ts';
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
  /** `{ key: 'schema', schema }`, `{ key: 'document', document }`, `{ key: 'state', … }` and `{ key: 'writer', term }`. */
  declare readonly meta: Table<unknown, string>;
  /** Manifests by dataset id. */
  declare readonly datasets: Table<unknown, string>;
  declare readonly parts: Table<PartRecord, [batch: string, index: number]>;

  /** The term of office in which this connection writes; undefined where the browser has no locks to keep tabs apart. */
  term: number | undefined;
  private readonly births: readonly Birth[];

  constructor(name: string, factory = globalThis.indexedDB as IDBFactory | undefined) {
    const births: Birth[] = [];
    // Strict: a write is acknowledged once it is on the disk. Staging goes around Dexie and is relaxed (`part-writer.ts`).
    super(name, {
      ...(factory ? { indexedDB: watchedFactory(factory, (birth) => births.push(birth)) } : { indexedDB }),
      IDBKeyRange,
      autoOpen: false,
      cache: 'disabled',
      chromeTransactionDurability: 'strict',
    });
    this.version(SCHEMA).stores({ meta: 'key', datasets: 'id', parts: '[batch+index]' });
    this.births = births;
  }

  /** Set when opening made the database. */
  get birth(): Birth | undefined {
    return this.births[0];
  }

  /** All parts of a batch. */
  partsOf(batch: string): Collection<PartRecord> {
    return this.parts.where('[batch+index]').between([batch, Dexie.minKey], [batch, Dexie.maxKey]);
  }

  /**
   * Runs the work in one transaction that first makes sure that no newer version has written here, and that no other tab
   * has become the writer: all of it or nothing.
   */
  async write(work: () => Promise<void>): Promise<void> {
    let native: IDBTransaction | undefined;
    try {
      await this.transaction('rw', this.meta, this.datasets, this.parts, async (transaction) => {
        native = transaction.idbtrans;
        if ((await this.storedSchema()) > SCHEMA) throw new StoreFailure({ kind: 'newer-schema' });
        if (this.term !== undefined && (await this.storedTerm()) !== this.term)
          throw new StoreFailure({ kind: 'other-writer' });
        await work();
      });
    } catch (error) {
      // A full disk shows only here: the requests of the aborted transaction say no more than that it was aborted.
      throw native?.error ?? error;
    }
  }

  /** Begins a term of office: whoever wrote before is refused from now on, also a tab that was only asleep. */
  async beginTerm(): Promise<void> {
    this.term = undefined;
    let term = 0;
    await this.write(async () => {
      term = (await this.storedTerm()) + 1;
      await this.meta.put({ key: 'writer', term });
    });
    this.term = term;
  }

  private async storedTerm(): Promise<number> {
    const record = await this.meta.get('writer');
    return isFields(record) && isCount(record['term']) ? record['term'] : 0;
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
