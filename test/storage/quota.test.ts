import { describe, expect, it } from 'vitest';
import { storeErrorText } from '../../src/storage/store-error.ts';
import { type Quota, storageNeeded } from '../../src/storage/quota.ts';
import { newName, opened } from './support/store-fixture.ts';

const quotaOf = (usage: number, quota: number): Quota => ({
  estimate: async () => ({ usage, quota }),
  persisted: async () => false,
});

describe('before an import', () => {
  it('a file that does not fit is refused with both sizes in words', async () => {
    const store = await opened(newName(), { quota: quotaOf(1_700_000_000, 2_000_000_000) });
    const result = await store.fits(storageNeeded([{ bytes: 2_000_000_000, compressed: false }]));
    expect(result).toStrictEqual({ ok: false, error: { kind: 'quota-short', needed: 2_000_000_000, free: 300_000_000 } }); // prettier-ignore
    expect(result.ok ? '' : storeErrorText(result.error)).toContain('about 2 GB of storage, 300 MB are free');
  });

  it('a file that fits may start, also where the browser does not say how much is free', async () => {
    const store = await opened(newName(), { quota: quotaOf(0, 1e9) });
    const roomy = { ok: true, value: undefined };
    expect(await store.fits(storageNeeded([{ bytes: 2e6, compressed: true }]))).toStrictEqual(roomy);
    const silent = await opened();
    expect(await silent.fits(1e15)).toStrictEqual(roomy);
  });

  it('an archive counts with what it inflates to', () => {
    const csv = storageNeeded([{ bytes: 1000, compressed: false }]);
    expect(storageNeeded([{ bytes: 1000, compressed: true }])).toBe(10 * csv);
  });
});

describe('the state of storage', () => {
  it('is told', async () => {
    const store = await opened(newName(), { quota: quotaOf(5, 10) });
    expect(await store.usage()).toStrictEqual({ used: 5, quota: 10, persisted: false });
  });

  it('is unknown where the browser does not say', async () => {
    const store = await opened();
    expect(await store.usage()).toStrictEqual({ used: undefined, quota: undefined, persisted: false });
  });
});
