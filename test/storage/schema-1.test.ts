import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Column, exactAt, textAt } from '../../src/core/table.ts';
import { SCHEMA } from '../../src/storage/database.ts';
import { dataset, newName, opened, rawDatabase, valueOf } from './support/store-fixture.ts';

interface Dump {
  readonly meta: readonly unknown[];
  readonly datasets: readonly unknown[];
  readonly parts: readonly { readonly batch: string; readonly index: number; readonly bytes: string }[];
  readonly expected: readonly {
    readonly id: string;
    readonly rows: number;
    readonly columns: readonly (readonly [name: string, kind: string, cells: readonly unknown[]])[];
  }[];
}

/** Records that the code of schema 1 wrote, and the cells it read back from them. */
const dump = JSON.parse(readFileSync('test/fixtures/storage/schema-1.json', 'utf8')) as Dump;

/** A database as schema 1 left it. */
async function plant(name: string): Promise<void> {
  const request = indexedDB.open(name, 10);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('meta', { keyPath: 'key' });
    request.result.createObjectStore('datasets', { keyPath: 'id' });
    request.result.createObjectStore('parts', { keyPath: ['batch', 'index'] });
  };
  await new Promise((resolve) => (request.onsuccess = resolve));
  const transaction = request.result.transaction(['meta', 'datasets', 'parts'], 'readwrite');
  for (const record of dump.meta) transaction.objectStore('meta').add(record);
  for (const record of dump.datasets) transaction.objectStore('datasets').add(record);
  for (const part of dump.parts) {
    const bytes = Uint8Array.from(Buffer.from(part.bytes, 'base64')).buffer;
    transaction.objectStore('parts').add({ ...part, bytes });
  }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  request.result.close();
}

function cellOf(column: Column, row: number): unknown {
  switch (column.kind) {
    case 'text':
      return textAt(column, row);
    case 'decimal':
    case 'exact': {
      const value = exactAt(column, row);
      return value === undefined ? '' : `${String(value.n)}/${String(value.d)}`;
    }
    case 'day':
      return column.days[row];
    case 'flag':
      return column.flags[row];
    case 'count':
      return column.counts[row];
  }
}

it('datasets of schema 1 open unchanged, whole or by column, and stay beside new ones', async () => {
  const name = newName();
  await plant(name);
  const store = await opened(name);
  expect(store.readOnly).toBeUndefined();
  valueOf(await store.addAll([dataset('new', 3, 99)]));
  expect(valueOf(await store.loadAll()).damaged).toStrictEqual([]);
  for (const { id, rows, columns } of dump.expected) {
    const { table } = valueOf(await store.load(id));
    expect(table.rows).toBe(rows);
    const cells = [...table.columns].map(([column, values]) => [
      column,
      values.kind,
      Array.from({ length: rows }, (_, row) => cellOf(values, row)),
    ]);
    expect(cells).toStrictEqual(columns);
    const [last] = [...table.columns.keys()].slice(-1);
    const alone = valueOf(await store.load(id, [last ?? ''])).table;
    expect([...alone.columns]).toStrictEqual([...table.columns].slice(-1));
  }
});

it('the database says schema 2 afterwards, so that an older build writes nothing', async () => {
  const name = newName();
  await plant(name);
  await opened(name);
  const db = await rawDatabase(name);
  expect(db.version).toBe(10 * SCHEMA);
  db.close();
});
