/** Rows as a screen asks for them: the file's columns, a page at a time, only the columns that show. */
import { describe, expect, it } from 'vitest';
import type { NewDataset } from '../../src/storage/staging.ts';
import type { Store } from '../../src/storage/store.ts';
import { rowFacts, rowPage } from '../../src/workers/row-page.ts';
import { dataset, opened, valueOf } from '../storage/support/store-fixture.ts';

async function holding(...datasets: readonly NewDataset[]): Promise<Store> {
  const store = await opened();
  valueOf(await store.addAll(datasets));
  return store;
}

describe('rows of a stored dataset', () => {
  it('have the header of their file, after the line in it', async () => {
    const fileColumns = [{ column: 'subscriptionId', header: 'Abonnement' }];
    const store = await holding({ ...dataset('a', 5), fileColumns });
    expect(await rowFacts(store, 'a')).toStrictEqual({
      rows: 5,
      columns: [
        { name: '#row', header: '', kind: 'count' },
        { name: 'subscriptionId', header: 'Abonnement', kind: 'text' },
      ],
    });
  });

  it('come column by column, fewer at the end, none of columns that there are not', async () => {
    const store = await holding(dataset('a', 5));
    const request = { id: 'a', from: 3, count: 500, columns: ['#row', 'none', 'subscriptionId'] };
    expect(await rowPage(store, request)).toStrictEqual([['5', '6'], [], ['a-3', 'a-4']]);
  });

  it('are trouble with a name when the dataset is gone', async () => {
    const store = await holding(dataset('a', 5));
    const gone = { kind: 'missing-dataset', id: 'b' };
    expect(await rowFacts(store, 'b')).toStrictEqual(gone);
    expect(await rowPage(store, { id: 'b', from: 0, count: 1, columns: ['#row'] })).toStrictEqual(gone);
  });

  it('of an empty dataset are none', async () => {
    const store = await holding(dataset('a', 0));
    expect(await rowFacts(store, 'a')).toMatchObject({ rows: 0 });
    expect(await rowPage(store, { id: 'a', from: 0, count: 500, columns: ['#row'] })).toStrictEqual([[]]);
  });
});
