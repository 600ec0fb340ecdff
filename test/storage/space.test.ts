import { describe, expect, it } from 'vitest';
import type { NewDataset } from '../../src/storage/staging.ts';
import { runs } from '../support/runs.ts';
import { countRecords, dataset, newName, opened, valueOf } from './support/store-fixture.ts';

/** With its original file, as an import keeps it. */
function withSource(id: string, rows: number, order = 0): NewDataset {
  return { ...dataset(id, rows, order), source: new Blob([`${id}\n`.repeat(rows)]) };
}

async function recordsIn(name: string): Promise<readonly number[]> {
  return Promise.all(['datasets', 'parts', 'meta'].map((store) => countRecords(name, store)));
}

/** `npm run soak` goes through 100. */
const CYCLES = Math.min(100, runs(10));

describe('space', () => {
  it('is free again when a dataset is deleted, and the parts of the others stay', async () => {
    const name = newName();
    const store = await opened(name);
    valueOf(await store.addAll([withSource('stays', 50)]));
    const before = await recordsIn(name);
    valueOf(await store.addAll([withSource('goes', 5000, 1)]));
    expect((await recordsIn(name))[1]).toBeGreaterThan(before[1] ?? 0);
    valueOf(await store.remove('goes'));
    expect(await recordsIn(name)).toStrictEqual(before);
    expect(await valueOf(await store.loadSource('stays'))?.text()).toBe('stays\n'.repeat(50));
  });

  it(`does not grow over ${String(CYCLES)} cycles of import and delete, cancelled imports and starts between them`, async () => {
    const name = newName();
    let store = await opened(name);
    valueOf(await store.addAll([withSource('stays', 5)]));
    const before = await recordsIn(name);
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      valueOf(await store.addAll([withSource('a', 300, 1), withSource('b', 20, 2)]));
      const cancel = new AbortController();
      const onProgress = (): void => {
        cancel.abort();
      };
      await store.addAll([withSource('c', 300, 3)], { signal: cancel.signal, onProgress });
      valueOf(await store.replace('a', [withSource('a', 200, 1)]));
      valueOf(await store.remove('a'));
      valueOf(await store.remove('b'));
      expect(await recordsIn(name)).toStrictEqual(before);
      if (cycle % 10 !== 0) continue;
      store.close();
      store = await opened(name);
    }
  });
});
