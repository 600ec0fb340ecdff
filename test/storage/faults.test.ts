import { forceCloseDatabase } from 'fake-indexeddb';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Database, SCHEMA } from '../../src/storage/database.ts';
import { deleteStore, openStore } from '../../src/storage/open-store.ts';
import { StagedTable } from '../../src/storage/staged-table.ts';
import { stage } from '../../src/storage/staging.ts';
import {
  countRecords, dataset, failWrite, newName, opened, rawDatabase, tamper, valueOf,
} from './support/store-fixture.ts'; // prettier-ignore

// Dexie prints what the store reports as a value.
beforeAll(() => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});

describe('an import that fails', () => {
  it('at any of its writes leaves the old state, says that storage is full, and works when tried again', async () => {
    const store = await opened();
    valueOf(await store.addAll([dataset('old')]));
    for (let nth = 1; ; nth++) {
      const fault = failWrite(nth, 'QuotaExceededError');
      const result = await store.addAll([dataset('a'), dataset('b')]);
      fault.restore();
      if (fault.seen() < nth) {
        expect(nth).toBeGreaterThan(6);
        expect(valueOf(await store.list()).map(({ id }) => id).sort()).toStrictEqual(['a', 'b', 'old']); // prettier-ignore
        return;
      }
      expect(result).toStrictEqual({ ok: false, error: { kind: 'quota-exceeded' } });
      expect(valueOf(await store.list()).map(({ id }) => id)).toStrictEqual(['old']);
      expect(valueOf(await store.load('old')).table.rows).toBe(3);
    }
  });

  it('while it replaces leaves the replaced dataset', async () => {
    const store = await opened();
    valueOf(await store.addAll([dataset('old')]));
    for (let nth = 1; ; nth++) {
      const fault = failWrite(nth, 'QuotaExceededError');
      await store.replace('old', [dataset('new', 9)]);
      fault.restore();
      if (fault.seen() < nth) break;
      expect(valueOf(await store.load('old')).table.rows).toBe(3);
    }
    expect(valueOf(await store.list()).map(({ id }) => id)).toStrictEqual(['new']);
  });

  it('because the page was killed between the phases is swept at the next start', async () => {
    const name = newName();
    valueOf(await (await opened(name)).addAll([dataset('old')]));
    const kept = await countRecords(name, 'parts');
    const killed = new Database(name);
    await killed.open();
    await stage(new StagedTable(killed, {}), dataset('half'));
    killed.close();
    expect(await countRecords(name, 'parts')).toBeGreaterThan(kept);

    const store = await opened(name);
    expect(await countRecords(name, 'parts')).toBe(kept);
    expect(valueOf(await store.load('old')).table.rows).toBe(3);
  });

  it('because another tab swept its parts says so', async () => {
    const name = newName();
    const store = await opened(name);
    const otherTab = await rawDatabase(name);
    const onProgress = (): void => {
      otherTab.transaction('parts', 'readwrite').objectStore('parts').clear();
    };
    const result = await store.addAll([dataset('a'), dataset('b')], { onProgress });
    otherTab.close();
    expect(result).toStrictEqual({ ok: false, error: { kind: 'interrupted' } });
    expect(valueOf(await store.list())).toStrictEqual([]);
  });
});

describe('damage', () => {
  const changes: readonly (readonly [string, string, (records: IDBObjectStore) => void])[] = [
    ['a part is missing', 'parts', (parts) => firstOf(parts, (key) => parts.delete(key))],
    ['a byte has changed', 'parts', (parts) => firstOf(parts, (key, record) => parts.put(flipByte(key, record)))],
    ['a part was cut', 'parts', (parts) => firstOf(parts, (key, record) => parts.put(cut(key, record)))],
    ['the manifest lost a row', 'datasets', (manifests) => firstOf(manifests, (_, m) => manifests.put(loseRow(m)))],
    ['the manifest is no manifest', 'datasets', (manifests) => manifests.put({ id: 'a' })],
  ];
  it.each(changes)('is noticed when %s, and other datasets stay usable', async (_, records, change) => {
    const name = newName();
    valueOf(await (await opened(name)).addAll([dataset('a', 3, 0)]));
    await tamper(name, records, change);
    const store = await opened(name);
    valueOf(await store.addAll([dataset('b', 3, 1)]));

    const { datasets, damaged } = valueOf(await store.loadAll());
    expect(datasets.map(({ id }) => id)).toStrictEqual(['b']);
    expect(damaged).toMatchObject([{ kind: 'damaged-dataset', id: 'a' }]);
    expect(valueOf(await store.list()).map(({ id, state }) => `${id} ${state}`)).toStrictEqual([
      'b ready',
      'a damaged',
    ]);
    valueOf(await store.remove('a'));
    expect(valueOf(await store.list()).map(({ id }) => id)).toStrictEqual(['b']);
  });
});

describe('a database that is taken away', () => {
  it('by clearing site data is reported once, and every later call says so', async () => {
    const name = newName();
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const store = await opened(name);
    const lost = vi.fn();
    store.onLost(lost);
    // The types of fake-indexeddb ask for the class where the function takes a database.
    for (const db of new Set(transactions.mock.contexts)) Reflect.apply(forceCloseDatabase, undefined, [db]);
    transactions.mockRestore();
    await vi.waitFor(() => {
      expect(lost).toHaveBeenCalledExactlyOnceWith({ kind: 'data-cleared' });
    });
    const gone = { ok: false, error: { kind: 'data-cleared' } };
    expect(await store.list()).toStrictEqual(gone);
    expect(await store.addAll([dataset('a')])).toStrictEqual(gone);
  });

  it('by a newer version in another tab makes room for it', async () => {
    const name = newName();
    const store = await opened(name);
    const lost = vi.fn();
    store.onLost(lost);
    const newer = await rawDatabase(name, 10 * (SCHEMA + 1));
    newer.close();
    expect(lost).toHaveBeenCalledExactlyOnceWith({ kind: 'newer-tab' });
    expect(await store.list()).toStrictEqual({ ok: false, error: { kind: 'newer-tab' } });
  });
});

describe('a version conflict', () => {
  const writes = [
    ['addAll', (s) => s.addAll([dataset('b')])],
    ['replace', (s) => s.replace('a', [dataset('b')])],
    ['amend', (s) => s.amend('a', { file: 'x' })],
    ['remove', (s) => s.remove('a')],
    ['clear', (s) => s.clear()],
  ] as const satisfies readonly (readonly [string, (store: Awaited<ReturnType<typeof opened>>) => Promise<unknown>])[];
  const refusal = { ok: false, error: { kind: 'newer-schema' } };

  it.each(writes)('lets an older build read newer data, but not %s', async (_, write) => {
    const name = newName();
    valueOf(await (await opened(name)).addAll([dataset('a')]));
    await tamper(name, 'meta', (meta) => meta.put({ key: 'schema', schema: SCHEMA + 1 }));
    const store = await opened(name);
    expect(store.readOnly).toStrictEqual({ kind: 'newer-schema' });
    expect(await write(store)).toStrictEqual(refusal);
    expect(valueOf(await store.loadAll()).datasets.map(({ id }) => id)).toStrictEqual(['a']);
  });

  it.each(writes)('that arises while the page is open stops %s as well', async (_, write) => {
    const name = newName();
    const store = await opened(name);
    valueOf(await store.addAll([dataset('a')]));
    await tamper(name, 'meta', (meta) => meta.put({ key: 'schema', schema: SCHEMA + 1 }));
    expect(await write(store)).toStrictEqual(refusal);
    expect(valueOf(await store.loadAll()).datasets.map(({ id }) => id)).toStrictEqual(['a']);
  });

  it('with a tab that does not let go is reported, and opening goes on once it does', async () => {
    const name = newName();
    const stubborn = await rawDatabase(name, 1);
    const onBlocked = vi.fn(() => {
      stubborn.close();
    });
    const store = await opened(name, { onBlocked });
    expect(onBlocked).toHaveBeenCalledExactlyOnceWith({ kind: 'blocked' });
    expect(valueOf(await store.list())).toStrictEqual([]);
  });
});

describe('a database that does not open', () => {
  const broken = (): never => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  };

  it('is reported and never deleted', async () => {
    const name = newName();
    (await opened(name)).close();
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(broken);
    const result = await openStore(name);
    open.mockRestore();
    expect(result).toStrictEqual({ ok: false, error: { kind: 'cannot-open', reason: 'UnknownError' } });
    expect((await indexedDB.databases()).map((database) => database.name)).toContain(name);
  });

  it('is deleted when the user says so', async () => {
    const name = newName();
    const store = await opened(name);
    valueOf(await store.addAll([dataset('a')]));
    store.close();
    valueOf(await deleteStore(name));
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
  });

  it('because the window allows none is reported', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const result = await openStore(newName());
    vi.unstubAllGlobals();
    expect(result).toStrictEqual({ ok: false, error: { kind: 'unavailable' } });
  });
});

function firstOf(records: IDBObjectStore, change: (key: IDBValidKey, record: unknown) => void): void {
  const request = records.openCursor();
  request.onsuccess = () => {
    if (request.result) change(request.result.key, request.result.value);
  };
}

function bytesOf(record: unknown): ArrayBuffer {
  const bytes = typeof record === 'object' && record !== null && 'bytes' in record ? record.bytes : undefined;
  if (!(bytes instanceof ArrayBuffer)) throw new Error('not a part');
  return bytes;
}

function partRecord(key: IDBValidKey, bytes: ArrayBuffer): object {
  if (!Array.isArray(key)) throw new Error('not a part');
  return { batch: key[0], index: key[1], bytes };
}

function flipByte(key: IDBValidKey, record: unknown): object {
  const bytes = new Uint8Array(bytesOf(record).slice());
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  return partRecord(key, bytes.buffer);
}

function cut(key: IDBValidKey, record: unknown): object {
  return partRecord(key, bytesOf(record).slice(0, -8));
}

function loseRow(manifest: unknown): unknown {
  return JSON.parse(JSON.stringify(manifest).replace('"rows":3', '"rows":2'));
}
