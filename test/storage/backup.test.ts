import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { StoredDocument } from '../../src/storage/document.ts';
import { deleteStore } from '../../src/storage/open-store.ts';
import { Database, SCHEMA } from '../../src/storage/database.ts';
import { checkedBackup } from '../../src/storage/backup/open-backup.ts';
import { restoreBackup } from '../../src/storage/backup/restore.ts';
import { headOf, sha256Of } from '../../src/storage/backup/layout.ts';
import { storeErrorText } from '../../src/storage/store-error.ts';
import type { Store } from '../../src/storage/store.ts';
import { canonicalHash } from './support/canonical.ts';
import { countRecords, dataset, failWrite, newName, opened, tamper, valueOf } from './support/store-fixture.ts';

// Dexie prints what the store reports as a value.
beforeAll(() => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});

const document: StoredDocument = {
  version: 1,
  name: 'Contoso, March',
  scenario: '{"name":"base"}',
  asOf: undefined,
  horizonMonths: 24,
  mappings: new Map([['9f86d081', { quantity: 'Anzahl' }]]),
  views: new Map([['exposure', { month: 90 }]]),
};

/** A store with two datasets and a document, one dataset over several parts. */
async function filled(name = newName()): Promise<Store> {
  const store = await opened(name);
  valueOf(await store.addAll([dataset('a', 3, 0), dataset('b', 70_000, 1)]));
  valueOf(await store.writeDocument(document));
  return store;
}

async function bytesOf(store: Store): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await valueOf(await store.backup()).blob.arrayBuffer());
}

describe('a backup', () => {
  it('brings everything back after the store was deleted', async () => {
    const name = newName();
    const store = await filled(name);
    const before = await canonicalHash(store);
    const { blob, datasets, leftOut } = valueOf(await store.backup());
    expect([datasets, leftOut]).toStrictEqual([2, []]);
    store.close();
    valueOf(await deleteStore(name));
    const empty = await opened(name);
    valueOf(await empty.restore(blob));
    expect(await canonicalHash(empty)).toBe(before);
  });

  it('of what was restored is the same file, byte by byte', async () => {
    const first = await bytesOf(await filled());
    const other = await opened();
    valueOf(await other.restore(new Blob([first])));
    expect(Buffer.compare(await bytesOf(other), first)).toBe(0);
  });

  it('takes the place of everything, and leaves no part of what was there', async () => {
    const source = await filled();
    const backup = valueOf(await source.backup()).blob;
    const name = newName();
    const target = await opened(name);
    valueOf(await target.addAll([dataset('a', 9), dataset('other', 5, 1)]));
    valueOf(await target.restore(backup));
    expect(await canonicalHash(target)).toBe(await canonicalHash(source));
    const parts = await countRecords(name, 'parts');
    const fresh = newName();
    valueOf(await (await opened(fresh)).restore(backup));
    expect(parts).toBe(await countRecords(fresh, 'parts'));
  });

  it.each([1])('of schema %i gives the same data as when it was made', async (schema) => {
    const file = (extension: string): Buffer =>
      readFileSync(new URL(`../fixtures/storage/workbook-schema-${String(schema)}.${extension}`, import.meta.url));
    const store = await opened();
    valueOf(await store.restore(new Blob([new Uint8Array(file('termwise'))])));
    expect(await canonicalHash(store)).toBe(file('sha256').toString().trim());
  });

  it('of an empty workbook empties the workbook', async () => {
    const backup = valueOf(await (await opened()).backup()).blob;
    const store = await filled();
    valueOf(await store.restore(backup));
    expect(valueOf(await store.list())).toStrictEqual([]);
    expect(valueOf(await store.readDocument())).toBeUndefined();
  });

  it('can be made of data of a newer version, and leaves damaged datasets out by name', async () => {
    const name = newName();
    (await filled(name)).close();
    await tamper(name, 'parts', (parts) => {
      const request = parts.openCursor();
      request.onsuccess = () => request.result?.delete();
    });
    await tamper(name, 'meta', (meta) => meta.put({ key: 'schema', schema: SCHEMA + 1 }));
    const store = await opened(name);
    expect(store.readOnly).toStrictEqual({ kind: 'newer-schema' });
    const { blob, leftOut, datasets } = valueOf(await store.backup());
    expect(leftOut).toHaveLength(1);
    expect(datasets).toBe(1);
    expect(await (await opened()).restore(blob)).toStrictEqual({ ok: false, error: { kind: 'newer-backup' } });
  });
});

describe('a backup file that is not as it was made', () => {
  const expectRefused = async (file: Uint8Array<ArrayBuffer>, store: Store, name: string): Promise<string> => {
    const [before, parts] = [await canonicalHash(store), await countRecords(name, 'parts')];
    const result = await store.restore(new Blob([file]));
    expect(result.ok).toBe(false);
    expect(await canonicalHash(store)).toBe(before);
    expect(await countRecords(name, 'parts')).toBe(parts);
    return result.ok ? '' : result.error.kind;
  };

  it('is refused before any write when it was cut at any percent', async () => {
    const file = await bytesOf(await filled());
    const name = newName();
    const store = await opened(name);
    valueOf(await store.addAll([dataset('mine')]));
    const kinds = new Set<string>();
    for (let percent = 0; percent < 100; percent++)
      kinds.add(await expectRefused(file.slice(0, Math.floor((file.length * percent) / 100)), store, name));
    expect([...kinds].sort()).toStrictEqual(['cut-backup', 'no-backup']);
    expect(await expectRefused(new Uint8Array([...file.slice(0, 500), ...file.slice(500), 0]), store, name)).toBe('cut-backup'); // prettier-ignore
  });

  it('is refused for any single bit that was flipped', async () => {
    const source = await opened();
    valueOf(await source.addAll([dataset('a')]));
    const file = await bytesOf(source);
    const step = process.env['TERMWISE_SOAK'] === undefined ? 7 : 1;
    for (let at = 0; at < file.length; at += step) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect((await checkedBackup(new Blob([flipped]))).ok, `byte ${String(at)}`).toBe(false);
    }
  });

  it('is refused when it says of itself that it is ten times its size', async () => {
    const text = new TextEncoder().encode('{}');
    const bomb = new Blob([headOf(0xffff_fff0), text, await sha256Of(text)]);
    expect(await (await opened()).restore(bomb)).toMatchObject({ ok: false, error: { kind: 'cut-backup' } });
  });

  it.each([
    ['another kind of file', 'SubscriptionId,Quantity\n', 'no-backup'],
    ['a backup of a newer version', 'termwise/workbook@2\n and what it holds', 'newer-backup'],
    ['empty', '', 'no-backup'],
  ])('is refused when it is %s', async (_, content, kind) => {
    const result = await (await opened()).restore(new Blob([content]));
    expect(result).toStrictEqual({ ok: false, error: { kind } });
    expect(result.ok ? '' : storeErrorText(result.error)).toMatch(/backup/i);
  });
});

describe('a restore that fails', () => {
  it('at any of its writes leaves the old workbook whole', async () => {
    const backup = valueOf(await (await filled()).backup()).blob;
    const name = newName();
    const store = await opened(name);
    valueOf(await store.addAll([dataset('mine')]));
    const before = await canonicalHash(store);
    for (let nth = 1; ; nth++) {
      const fault = failWrite(nth, 'QuotaExceededError');
      const result = await store.restore(backup);
      fault.restore();
      if (fault.seen() < nth) break;
      expect(result).toStrictEqual({ ok: false, error: { kind: 'quota-exceeded' } });
      expect(await canonicalHash(store)).toBe(before);
    }
    expect(valueOf(await store.list()).map(({ id }) => id)).toStrictEqual(['a', 'b']);
  });

  it('because the page was killed halfway is swept at the next start', async () => {
    const backup = valueOf(await (await filled()).backup()).blob;
    const name = newName();
    valueOf(await (await opened(name)).addAll([dataset('mine')]));
    const parts = await countRecords(name, 'parts');
    const db = new Database(name);
    await db.open();
    // A page that is killed runs no more code: neither the second phase nor the tidying up after it.
    const killed = new Promise<void>((resolve) => {
      const { write } = Database.prototype;
      const writes = vi.spyOn(db, 'write').mockImplementation(async (work) => {
        if (writes.mock.calls.length === 1) return Reflect.apply(write, db, [work]);
        resolve();
        return new Promise(() => undefined);
      });
    });
    const checked = await checkedBackup(backup);
    if (!checked.ok) throw new Error(checked.error.kind);
    void restoreBackup(db, checked.value);
    await killed;
    db.close();
    expect(await countRecords(name, 'parts')).toBeGreaterThan(parts);
    const next = await opened(name);
    expect(valueOf(await next.list()).map(({ id }) => id)).toStrictEqual(['mine']);
    expect(await countRecords(name, 'parts')).toBe(parts);
  });

  it('because it was cancelled leaves the old workbook, and nothing beside it', async () => {
    const backup = valueOf(await (await filled()).backup()).blob;
    const name = newName();
    const store = await opened(name);
    valueOf(await store.addAll([dataset('mine')]));
    const parts = await countRecords(name, 'parts');
    const stop = new AbortController();
    let reports = 0;
    const onProgress = (): void => {
      if (++reports === 8) stop.abort();
    };
    const result = await store.restore(backup, { signal: stop.signal, onProgress });
    expect(result).toStrictEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await countRecords(name, 'parts')).toBe(parts);
  });
});
