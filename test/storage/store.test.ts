import { describe, expect, it } from 'vitest';
import { countRecords, dataset, newName, opened, valueOf, withoutRejects } from './support/store-fixture.ts';

describe('datasets', () => {
  it('are all there after a reload, in import order, with every row', async () => {
    const name = newName();
    const before = await opened(name);
    valueOf(await before.addAll([dataset('b', 3, 1), dataset('a', 0, 0)]));
    before.close();

    const after = await opened(name);
    const { datasets, damaged } = valueOf(await after.loadAll());
    expect(damaged).toStrictEqual([]);
    expect(datasets).toStrictEqual([withoutRejects(dataset('a', 0, 0)), withoutRejects(dataset('b', 3, 1))]);
  });

  it('are listed with size and ledger without being read', async () => {
    const store = await opened();
    valueOf(await store.addAll([dataset('a')]));
    const [entry] = valueOf(await store.list());
    expect(entry).toMatchObject({ state: 'ready', id: 'a', file: 'a.csv', rows: 3, info: { ledger: { rejected: 1 } } });
    expect(entry?.state === 'ready' && entry.storedBytes).toBeGreaterThan(0);
  });

  it('keep their rejected rows for the one who asks', async () => {
    const store = await opened();
    const stored = dataset('a');
    valueOf(await store.addAll([stored]));
    expect(valueOf(await store.loadRejects('a'))).toStrictEqual(stored.rejects);
  });

  it('can be renamed, replaced and deleted, and deleting frees their space', async () => {
    const name = newName();
    const store = await opened(name);
    valueOf(await store.addAll([dataset('a'), dataset('b')]));
    valueOf(await store.amend('a', { file: 'March.csv', defaults: { market: 'CH' } }));
    valueOf(await store.replace('b', [dataset('b', 5)]));
    const files = valueOf(await store.list()).map(({ file }) => file);
    expect(files).toStrictEqual(['March.csv', 'b.csv']);
    expect(valueOf(await store.load('a'))).toMatchObject({ sha256: 'ab'.repeat(32), defaults: { market: 'CH' } });
    expect(valueOf(await store.load('b')).table.rows).toBe(5);
    valueOf(await store.replace('b', [dataset('c', 7)]));
    valueOf(await store.remove('a'));
    valueOf(await store.remove('c'));
    expect(valueOf(await store.list())).toStrictEqual([]);
    expect(await countRecords(name, 'parts')).toBe(0);
  });

  it('that do not exist, or exist already, are named', async () => {
    const store = await opened();
    valueOf(await store.addAll([dataset('a')]));
    const missing = { ok: false, error: { kind: 'missing-dataset', id: 'z' } };
    expect(await store.load('z')).toStrictEqual(missing);
    expect(await store.remove('z')).toStrictEqual(missing);
    expect(await store.replace('z', [dataset('y')])).toStrictEqual(missing);
    expect(await store.addAll([dataset('y'), dataset('a')])).toStrictEqual({ ok: false, error: { kind: 'id-taken', id: 'a' } }); // prettier-ignore
    expect(valueOf(await store.list()).map(({ id }) => id)).toStrictEqual(['a']);
  });

  it('report their progress up to the last row', async () => {
    const store = await opened();
    const seen: number[] = [];
    const onProgress = ({ rowsWritten }: { rowsWritten: number }): void => void seen.push(rowsWritten);
    valueOf(await store.addAll([dataset('a', 10), dataset('b', 5)], { onProgress }));
    expect(seen).toStrictEqual([11, 17]);
  });

  it('leave nothing behind when an import is cancelled', async () => {
    const name = newName();
    const store = await opened(name);
    const cancel = new AbortController();
    const onProgress = (): void => {
      cancel.abort();
    };
    const result = await store.addAll([dataset('a'), dataset('b')], { signal: cancel.signal, onProgress });
    expect(result).toStrictEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(valueOf(await store.list())).toStrictEqual([]);
    expect(await countRecords(name, 'parts')).toBe(0);
  });

  it('are gone after clear, and so is the document', async () => {
    const name = newName();
    const store = await opened(name);
    valueOf(await store.addAll([dataset('a')]));
    valueOf(await store.clear());
    expect(valueOf(await store.list())).toStrictEqual([]);
    expect(await countRecords(name, 'parts')).toBe(0);
    expect(valueOf(await store.readDocument())).toBeUndefined();
  });
});
