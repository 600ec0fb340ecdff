import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../src/storage/database.ts';
import type { StoredDocument } from '../../src/storage/document.ts';
import { newName, opened, tamper, valueOf } from './support/store-fixture.ts';

const document: StoredDocument = {
  version: 1,
  name: 'Contoso, March',
  scenario: '{"name":"base"}',
  asOf: 20_779,
  horizonMonths: 24,
  mappings: new Map([['9f86d081', { quantity: 'Anzahl', decimals: ',' }]]),
  views: new Map([['exposure', { month: null, customers: ['a'], wide: true, top: 20 }]]),
};

describe('the document', () => {
  it('is there after a reload, and absent before the first write', async () => {
    const name = newName();
    const before = await opened(name);
    expect(valueOf(await before.readDocument())).toBeUndefined();
    valueOf(await before.writeDocument(document));
    valueOf(await before.writeDocument({ ...document, asOf: undefined }));
    before.close();
    expect(valueOf(await (await opened(name)).readDocument())).toStrictEqual({ ...document, asOf: undefined });
  });

  const damages: readonly (readonly [string, object])[] = [
    ['another version', { version: 2 }],
    ['no name', { name: 7 }],
    ['half a day', { asOf: 0.5 }],
    ['a negative horizon', { horizonMonths: -1 }],
    ['mappings that are no map', { mappings: {} }],
    ['settings that JSON cannot say', { views: new Map([['exposure', NaN]]) }],
  ];
  it.each(damages)('with %s is reported as damaged instead of used', async (_, damage) => {
    const name = newName();
    const store = await opened(name);
    await tamper(name, 'meta', (meta) => meta.put({ key: 'document', document: { ...document, ...damage } }));
    expect(await store.readDocument()).toStrictEqual({ ok: false, error: { kind: 'damaged-document' } });
    expect(valueOf(await store.list())).toStrictEqual([]);
  });

  it('is not written over newer data', async () => {
    const name = newName();
    const store = await opened(name);
    await tamper(name, 'meta', (meta) => meta.put({ key: 'schema', schema: SCHEMA + 1 }));
    expect(await store.writeDocument(document)).toStrictEqual({ ok: false, error: { kind: 'newer-schema' } });
    expect(valueOf(await store.readDocument())).toBeUndefined();
  });
});
