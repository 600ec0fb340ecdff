import { describe, expect, it, vi } from 'vitest';
import type { ChunkChecks } from '../../src/storage/chunk-check.ts';
import { type Manifest, manifestParts } from '../../src/storage/manifest.ts';
import type { Store } from '../../src/storage/store.ts';
import { dataset, newName, opened, rawDatabase, tamper, valueOf } from './support/store-fixture.ts';

/** Checks all parts that are not checked yet: what was found, and how far it came. */
async function checkAll(store: Store): Promise<{ readonly found: readonly string[]; readonly checks: ChunkChecks }> {
  const found: string[] = [];
  for (;;) {
    const { found: error, ...checks } = valueOf(await store.checkNext());
    if (error?.kind === 'damaged-dataset') found.push(error.file);
    if (checks.checked === checks.total) return { found, checks };
  }
}

async function manifestIn(name: string, id: string): Promise<Manifest> {
  const db = await rawDatabase(name);
  const request = db.transaction('datasets').objectStore('datasets').get(id);
  const manifest = await new Promise<Manifest>((resolve) => {
    request.onsuccess = () => {
      resolve(request.result as Manifest);
    };
  });
  db.close();
  return manifest;
}

/** Flips one bit of the part that holds a column. */
async function flip(name: string, id: string, column: string): Promise<void> {
  const { batch, table } = await manifestIn(name, id);
  const part = table.parts.find((one) => 'column' in one && table.layout.columns[one.column]?.name === column);
  await tamper(name, 'parts', (records) => {
    const request = records.get([batch, part?.index ?? -1]);
    request.onsuccess = () => {
      const record = request.result as { bytes: ArrayBuffer };
      const bytes = new Uint8Array(record.bytes);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      records.put(record);
    };
  });
}

async function partsOf(name: string, ...ids: readonly string[]): Promise<number> {
  const manifests = await Promise.all(ids.map((id) => manifestIn(name, id)));
  return manifests.reduce((sum, manifest) => sum + manifestParts(manifest).length, 0);
}

describe('the check of all stored parts', () => {
  it('comes to the end of them, and checks each once', async () => {
    const name = newName();
    const store = await opened(name);
    valueOf(await store.addAll([dataset('a'), dataset('b')]));
    const total = await partsOf(name, 'a', 'b');
    const gets = vi.spyOn(IDBObjectStore.prototype, 'get');
    expect(await checkAll(store)).toStrictEqual({ found: [], checks: { checked: total, total, damaged: 0 } });
    gets.mockClear();
    valueOf(await store.amend('a', { file: 'renamed.csv' }));
    const asked = gets.mock.calls.length;
    expect((await checkAll(store)).checks.checked).toBe(total);
    expect(gets.mock.calls.length).toBe(asked);
    gets.mockRestore();
  });

  it('goes on with what is stored later, and forgets what is deleted', async () => {
    const name = newName();
    const store = await opened(name);
    expect((await checkAll(store)).checks).toStrictEqual({ checked: 0, total: 0, damaged: 0 });
    valueOf(await store.addAll([dataset('a')]));
    await checkAll(store);
    valueOf(await store.addAll([dataset('b')]));
    const total = await partsOf(name, 'a', 'b');
    expect((await checkAll(store)).checks).toStrictEqual({ checked: total, total, damaged: 0 });
    valueOf(await store.remove('a'));
    expect((await checkAll(store)).checks.total).toBe(await partsOf(name, 'b'));
  });

  it('names a dataset with damage in a column that nobody reads, once, and lists it as damaged', async () => {
    const name = newName();
    const store = await opened(name);
    valueOf(await store.addAll([dataset('a'), dataset('b')]));
    await flip(name, 'a', 'subscriptionId');
    expect((await store.load('a', ['#row'])).ok).toBe(true);
    const { found, checks } = await checkAll(store);
    expect([found, checks.damaged]).toStrictEqual([['a.csv'], 1]);
    const entries = valueOf(await store.list());
    expect(entries.find(({ id }) => id === 'a')).toMatchObject({ state: 'damaged', why: 'content-changed' });
    expect(entries.find(({ id }) => id === 'b')).toMatchObject({ state: 'ready' });
    expect((await checkAll(store)).found).toStrictEqual([]);
  });

  it('has nothing against the same file that was put in place of a damaged one', async () => {
    const name = newName();
    const store = await opened(name);
    valueOf(await store.addAll([dataset('a')]));
    await flip(name, 'a', 'subscriptionId');
    await checkAll(store);
    valueOf(await store.replace('a', [dataset('a')]));
    expect(await checkAll(store)).toMatchObject({ found: [], checks: { damaged: 0 } });
    expect(valueOf(await store.list())).toMatchObject([{ state: 'ready' }]);
  });

  it('does not take for damage what another tab deletes meanwhile', async () => {
    const name = newName();
    const [store, other] = [await opened(name), await opened(name)];
    valueOf(await store.addAll([dataset('a'), dataset('b')]));
    valueOf(await store.checkNext());
    valueOf(await other.clear());
    const { found, checks } = await checkAll(store);
    expect([found, checks]).toStrictEqual([[], { checked: 0, total: 0, damaged: 0 }]);
  });

  it.each([
    ['NotReadableError', { ok: true, value: { damaged: 1, found: { kind: 'damaged-dataset', file: 'a.csv' } } }],
    ['UnknownError', { ok: true, value: { damaged: 1 } }],
    ['AbortError', { ok: false, error: { kind: 'failed', reason: 'AbortError' } }],
  ])('takes a lost record for damage and other trouble for what it is: %s', async (name, outcome) => {
    const store = await opened();
    valueOf(await store.addAll([dataset('a')]));
    const { get } = IDBObjectStore.prototype;
    const reading = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === 'parts') throw new DOMException('Failed to read large IndexedDB value', name);
      return get.call(this, key);
    });
    const step = await store.checkNext();
    reading.mockRestore();
    expect(step).toMatchObject(outcome);
  });
});
