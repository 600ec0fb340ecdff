/** One hash over all data of a store, whatever its layout: what a backup has to bring back. */
import { createHash } from 'node:crypto';
import { type Column, countAt, dayAt, exactAt, flagAt, textAt } from '../../../src/core/table.ts';
import type { Store } from '../../../src/storage/store.ts';
import { valueOf } from './store-fixture.ts';

function cellText(column: Column, row: number): string {
  switch (column.kind) {
    case 'text':
      return JSON.stringify(textAt(column, row));
    case 'decimal':
    case 'exact': {
      const value = exactAt(column, row);
      return value === undefined ? '' : `${String(value.n)}/${String(value.d)}`;
    }
    case 'day':
      return String(dayAt(column, row));
    case 'flag':
      return String(flagAt(column, row));
    case 'count':
      return String(countAt(column, row));
  }
}

/** SHA-256 of the document and of each dataset: what is known of it, every cell and every rejected row. */
export async function canonicalHash(store: Store): Promise<string> {
  const hash = createHash('sha256');
  const document = valueOf(await store.readDocument());
  hash.update(
    JSON.stringify(document ? { ...document, mappings: [...document.mappings], views: [...document.views] } : null),
  );
  for (const entry of valueOf(await store.list())) {
    if (entry.state !== 'ready') throw new Error(`${entry.file} is damaged`);
    const { table } = valueOf(await store.load(entry.id));
    hash.update(`\n${JSON.stringify(entry.info)}\n`);
    for (const [name, column] of table.columns) {
      hash.update(`\n${JSON.stringify(name)}`);
      for (let row = 0; row < table.rows; row++) hash.update(`\n${cellText(column, row)}`);
    }
    hash.update(JSON.stringify(valueOf(await store.loadRejects(entry.id))));
  }
  return hash.digest('hex');
}
