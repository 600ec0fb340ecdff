/** Stores on fake-indexeddb, small datasets for them, and faults that a browser has and the fake has not. */
import 'fake-indexeddb/auto';
import { onTestFinished } from 'vitest';
import type { StoreError } from '../../../src/storage/store-error.ts';
import type { NewDataset } from '../../../src/storage/staging.ts';
import type { Result } from '../../../src/core/result.ts';
import { type OpenOptions, openStore } from '../../../src/storage/open-store.ts';
import type { Store } from '../../../src/storage/store.ts';

let stores = 0;

/** A database name that no other test uses. */
export function newName(): string {
  return `test-${String(++stores)}`;
}

/** The value of a result that must be ok. */
export function valueOf<T>(result: Result<T, StoreError>): T {
  if (!result.ok) throw new Error(`expected ok, got ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Opens a store and closes it when the test ends. */
export async function opened(name = newName(), options: OpenOptions = {}): Promise<Store> {
  const store = valueOf(await openStore(name, options));
  onTestFinished(() => {
    store.close();
  });
  return store;
}

export function dataset(id: string, rows = 3, order = 0): NewDataset {
  return {
    id,
    kind: 'portfolio',
    file: `${id}.csv`,
    sha256: 'ab'.repeat(32),
    bytes: 1000,
    ledger: { read: rows + 1, accepted: rows, rejected: 1, skipped: 0 },
    diagnostics: [],
    order,
    table: {
      rows,
      columns: new Map([
        [
          'subscriptionId',
          {
            kind: 'text',
            codes: Uint32Array.from({ length: rows }, (_, i) => i + 1),
            values: ['', ...Array.from({ length: rows }, (_, i) => `${id}-${String(i)}`)],
          },
        ],
        ['#row', { kind: 'count', counts: Uint32Array.from({ length: rows }, (_, i) => i + 2) }],
      ]),
    },
    rejects: [{ row: rows + 2, column: 'quantity', code: 'bad-number', message: 'Not a number.', text: '1.000,00' }],
  };
}

/** A dataset as it comes back: without its rejects. */
export function withoutRejects({ rejects: _, ...rest }: NewDataset): Omit<NewDataset, 'rejects'> {
  return rest;
}

/** Opens the browser's database behind the store's back. */
export async function rawDatabase(name: string, version?: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error(request.error?.name));
    };
  });
}

/** One transaction behind the store's back; resolves when it is committed. */
export async function tamper(name: string, store: string, change: (records: IDBObjectStore) => void): Promise<void> {
  const db = await rawDatabase(name);
  const transaction = db.transaction(store, 'readwrite');
  change(transaction.objectStore(store));
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => {
      resolve();
    };
  });
  db.close();
}

/** How many records an object store holds. */
export async function countRecords(name: string, store: string): Promise<number> {
  const db = await rawDatabase(name);
  const request = db.transaction(store).objectStore(store).count();
  const count = await new Promise<number>((resolve) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  db.close();
  return count;
}

/**
 * Makes the n-th write from now on (counted from 1) abort its transaction the way a full disk does: the transaction's error
 * says so, no request fails by itself. Returns how many writes were asked for, and undoes itself when the test ends.
 */
export function failWrite(nth: number, reason: string): { readonly seen: () => number; readonly restore: () => void } {
  const { add, put } = IDBObjectStore.prototype;
  let seen = 0;
  const failing = (original: typeof add) =>
    function (this: IDBObjectStore, ...args: Parameters<typeof add>): IDBRequest<IDBValidKey> {
      const request = original.apply(this, args);
      const { transaction } = this;
      if (++seen === nth && '_abort' in transaction && typeof transaction._abort === 'function')
        Reflect.apply(transaction._abort, transaction, [reason]);
      return request;
    };
  const restore = (): void => {
    Object.assign(IDBObjectStore.prototype, { add, put });
  };
  Object.assign(IDBObjectStore.prototype, { add: failing(add), put: failing(put) });
  onTestFinished(restore);
  return { seen: () => seen, restore };
}
