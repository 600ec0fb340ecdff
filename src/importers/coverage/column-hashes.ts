/** Hashes of a column's cells, row by row; texts are hashed once per entry of the dictionary. */
import type { ChunkColumn } from '../../core/chunks.ts';
import { HIGH_UNIT } from '../../core/exact-column.ts';
import { type Column, NO_DAY } from '../../core/table.ts';
import { combined, hashBytes, hashNumber, hashText } from '../../core/text-hash.ts';

export class ColumnHashes {
  /** Of each entry of the column's dictionary so far. */
  private readonly entries: number[] = [];

  /** Takes the column's cells into the hash of each row. @param hashes as long as the chunk has rows */
  addTo(hashes: Uint32Array, column: Column | ChunkColumn): void {
    const { kind } = column;
    if (kind === 'text') {
      this.learn(column);
      for (let row = 0; row < hashes.length; row++)
        hashes[row] = combined(hashes[row] ?? 0, this.entries[column.codes[row] ?? 0] ?? 0);
    } else if (kind === 'exact' || kind === 'decimal') addNumbers(hashes, column);
    else {
      const cells = kind === 'day' ? column.days : kind === 'flag' ? column.flags : column.counts;
      for (let row = 0; row < hashes.length; row++) hashes[row] = combined(hashes[row] ?? 0, cells[row] ?? NO_DAY);
    }
  }

  private learn(column: Extract<Column | ChunkColumn, { kind: 'text' }>): void {
    if ('values' in column) {
      for (const text of column.values) this.entries.push(hashText(text));
      return;
    }
    const { added } = column;
    if (!('bytes' in added)) {
      for (const text of added) this.entries.push(hashText(text));
      return;
    }
    let start = 0;
    for (const end of added.ends) {
      this.entries.push(hashBytes(added.bytes, start, end));
      start = end;
    }
  }
}

type Numbers = Extract<Column, { kind: 'exact' | 'decimal' }>;

/** Numbers count by their value, however many digits they were written with. */
function addNumbers(hashes: Uint32Array, column: Numbers): void {
  for (let row = 0; row < hashes.length; row++)
    hashes[row] = combined(hashes[row] ?? 0, hashNumber(numberAt(column, row)));
}

function numberAt(column: Numbers, row: number): number {
  const units = (column.kind === 'exact' ? column.low[row] : column.units[row]) ?? NaN;
  if (Number.isNaN(units)) return column.wide.has(row) ? Number(column.wide.get(row)) : Infinity;
  if (column.kind === 'decimal') return units / 10 ** column.scale;
  const high = column.high?.[row] ?? 0;
  return (high === 0 ? units : high * HIGH_UNIT + units) / 10 ** (column.places[row] ?? 0);
}
