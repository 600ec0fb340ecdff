import { describe, expect, it } from 'vitest';
import type { Chunk } from '../../src/core/chunks.ts';
import { emptyTable } from '../../src/core/table.ts';
import type { NewDataset } from '../../src/storage/staging.ts';
import { countRecords, dataset, failWrite, newName, opened, valueOf } from './support/store-fixture.ts';

/** A chunk of rows with one text each; the first one brings the empty text. */
function chunk(first: number, rows: number): Chunk {
  const ids = Array.from({ length: rows }, (_, i) => `row-${String(first + i)}`);
  const codes = Uint32Array.from({ length: rows }, (_, i) => 1 + first + i);
  const added = first === 0 ? ['', ...ids] : ids;
  const from = first === 0 ? 0 : first + 1;
  return { rows, columns: new Map([['id', { kind: 'text', codes, from, added, mayRepeat: false }]]) };
}

const bulk = (id: string, chunks: NewDataset['chunks']): NewDataset => ({
  ...dataset(id),
  table: emptyTable(),
  ...(chunks && { chunks }),
});

describe('an import that stores rows while they are read', () => {
  it('shows all its datasets at once, those that came in chunks beside whole tables', async () => {
    const store = await opened();
    const seen: number[] = [];
    const result = await store.importing(undefined, async ({ open, commit }) => {
      const rows = open();
      await rows.write(chunk(0, 3));
      await rows.write(chunk(3, 2));
      seen.push(valueOf(await store.list()).length);
      return commit([bulk('a', rows), dataset('b', 4, 1)], []);
    });
    valueOf(valueOf(result));
    expect(seen).toStrictEqual([0]);
    const { table } = valueOf(await store.load('a'));
    expect(table.columns.get('id')).toMatchObject({ values: ['', 'row-0', 'row-1', 'row-2', 'row-3', 'row-4'] });
    expect(valueOf(await store.loadRejects('a'))).toHaveLength(1);
    expect(valueOf(await store.list()).map((entry) => entry.state === 'ready' && entry.rows)).toStrictEqual([5, 4]);
  });

  it('forgets what was written before a restart', async () => {
    const name = newName();
    const store = await opened(name);
    await store.importing(undefined, async ({ open, commit }) => {
      const rows = open();
      await rows.write(chunk(0, 5000));
      await rows.restart();
      await rows.write(chunk(0, 2));
      valueOf(await commit([bulk('a', rows)], []));
    });
    expect(valueOf(await store.load('a')).table.rows).toBe(2);
    // A dictionary and cells of the rows, a dictionary and cells of each of the rejects' five columns.
    expect(await countRecords(name, 'parts')).toBe(2 + 5 + 4);
  });

  it('leaves nothing when it ends without storing, or throws', async () => {
    const name = newName();
    const store = await opened(name);
    valueOf(
      await store.importing(undefined, async ({ open }) => {
        await open().write(chunk(0, 100_000));
      }),
    );
    const gone = store.importing(undefined, async ({ open }) => {
      await open().write(chunk(0, 100_000));
      throw new Error('given up');
    });
    await expect(gone).rejects.toThrow('given up');
    expect(await countRecords(name, 'parts')).toBe(0);
    expect(valueOf(await store.list())).toStrictEqual([]);
  });

  it('leaves nothing when it is cancelled while it writes', async () => {
    const name = newName();
    const store = await opened(name);
    const cancel = new AbortController();
    const result = await store.importing(cancel.signal, async ({ open }) => {
      const rows = open();
      for (let first = 0; ; first += 60_000) {
        await rows.write(chunk(first, 60_000));
        if (first > 500_000) cancel.abort();
      }
    });
    expect(result).toStrictEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await countRecords(name, 'parts')).toBe(0);
  });

  it('says that storage is full at any of its writes, leaves the old state, and works when tried again', async () => {
    const store = await opened();
    valueOf(await store.addAll([dataset('old')]));
    const run = () =>
      store.importing(undefined, async ({ open, commit }) => {
        const rows = open();
        for (const first of [0, 150_000]) await rows.write(chunk(first, 150_000));
        return commit([bulk('a', rows)], []);
      });
    for (let nth = 1; ; nth += 3) {
      const fault = failWrite(nth, 'QuotaExceededError');
      const result = await run();
      fault.restore();
      if (fault.seen() < nth) {
        expect(nth).toBeGreaterThan(10);
        valueOf(valueOf(result));
        return;
      }
      expect(result.ok ? result.value : result).toStrictEqual({ ok: false, error: { kind: 'quota-exceeded' } });
      expect(valueOf(await store.list()).map(({ id }) => id)).toStrictEqual(['old']);
    }
  });

  it('may not hand over rows of another import', async () => {
    const store = await opened();
    const strange = { write: () => Promise.resolve(), restart: () => Promise.resolve() };
    const gone = store.importing(undefined, ({ commit }) => commit([bulk('a', strange)], []));
    await expect(gone).rejects.toThrow('another import');
  });
});

describe('the file that a dataset came from', () => {
  it('is kept compressed and comes back byte by byte', async () => {
    const store = await opened();
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * i) % 251);
    valueOf(await store.addAll([{ ...dataset('a'), source: new Blob([bytes]) }, dataset('b')]));
    const file = valueOf(await store.loadSource('a'));
    expect(file && Buffer.from(await file.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    expect(valueOf(await store.loadSource('b'))).toBeUndefined();
    const entries = valueOf(await store.list());
    expect(entries.map((entry) => entry.state === 'ready' && entry.hasSource)).toStrictEqual([true, false]);
    expect(valueOf(await store.load('a'))).not.toHaveProperty('source');
  });

  it('of no bytes is kept as well', async () => {
    const store = await opened();
    valueOf(await store.addAll([{ ...dataset('a'), source: new Blob([]) }]));
    expect(valueOf(await store.loadSource('a'))?.size).toBe(0);
  });
});
