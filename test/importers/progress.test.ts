/** What an import says while it reads: rows and bytes of a pass that only grow, then that the hash is awaited. */
import { expect, it } from 'vitest';
import { importFile } from '../../src/importers/import-file.ts';
import type { ImportProgress } from '../../src/importers/types.ts';

const HEADER = 'CustomerId,CustomerName,Domain\r\n';
const ROWS = 20_000;

function customers(): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: ROWS }, (_, i) => `c-${String(i)},Customer ${String(i)},c${String(i)}.example\r\n`);
  return new TextEncoder().encode(HEADER + rows.join(''));
}

it('says growing rows and bytes, then that it takes the hash', async () => {
  const bytes = customers();
  const said: ImportProgress[] = [];
  const stream = () => new Blob([bytes]).stream();
  await importFile(
    { name: 'customers.csv', size: bytes.length, stream },
    { onProgress: (progress) => said.push(progress) },
  );
  const lastPass = said.slice(said.findLastIndex(({ rows }) => rows === 0));
  const rows = lastPass.map((progress) => progress.rows);
  expect(rows).toStrictEqual(rows.toSorted((a, b) => a - b));
  expect(rows.length).toBeGreaterThan(2);
  expect(said.at(-1)).toStrictEqual({ file: 'customers.csv', bytesRead: bytes.length, bytesTotal: bytes.length, rows: ROWS, stage: 'hashing' }); // prettier-ignore
});
