/** A digest of all rows of a table that does not depend on their order. */
import type { Table } from '../../core/table.ts';
import { SOURCE_ROW } from '../../core/table.ts';
import { combined, hashText, mixed } from '../../core/text-hash.ts';
import { ColumnHashes } from './column-hashes.ts';

/** Rows, their sum and the sum of their squares: what a row holds counts, where it stands does not. */
export function rowsDigest({ rows, columns }: Table): string {
  const hashes = new Uint32Array(rows);
  const names = [...columns.keys()].filter((name) => name !== SOURCE_ROW).sort();
  const header = hashText(names.join('\n'));
  for (const name of names) {
    const column = columns.get(name);
    if (column) new ColumnHashes().addTo(hashes, column);
  }
  let sum = header;
  let product = 0;
  for (const hash of hashes) {
    const identity = mixed(hash);
    sum = (sum + identity) >>> 0;
    product = (product + Math.imul(identity, mixed(combined(identity, header)))) >>> 0;
  }
  return [rows, sum, product].map((part) => part.toString(16)).join('-');
}
