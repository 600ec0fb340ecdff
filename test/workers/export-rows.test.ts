/** The CSV of a dataset in many parts: byte by byte what came in, with progress, and gone when it is cancelled. */
import { describe, expect, it } from 'vitest';
import type { Chunk, ChunkColumn, ChunkTexts } from '../../src/core/chunks.ts';
import { ExactBuilder } from '../../src/core/exact-column.ts';
import { emptyTable } from '../../src/core/table.ts';
import type { Store } from '../../src/storage/store.ts';
import { type RowsWritten, exportRows } from '../../src/workers/export-rows.ts';
import { dataset, opened, valueOf } from '../storage/support/store-fixture.ts';

const CHUNKS = 40;
const ROWS = 60;
/** The importer forgets what it has seen after so many chunks, so that texts come twice. */
const FORGETS = 7;

const id = (row: number): string => ['007', '1E5', '9007199254740993', `c${String(row % 90)}`][row % 4] ?? '';
const amount = (row: number): string =>
  [`${String(row)}.10`, `-0.${'0'.repeat(20)}${String(row)}`, '0.00', ''][row % 4] ?? '';

function chunksOf(rowsOfAll: number): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let known = new Map<string, number>();
  let next = 1;
  for (let first = 0; first < rowsOfAll; first += ROWS) {
    if ((first / ROWS) % FORGETS === 0) known = new Map([['', 0]]);
    const from = first === 0 ? 0 : next;
    const added = first === 0 ? [''] : [];
    const exact = new ExactBuilder();
    const codes = Uint32Array.from({ length: ROWS }, (_, row) => {
      const text = id(first + row);
      exact.push(amount(first + row));
      const code = known.get(text);
      if (code !== undefined) return code;
      known.set(text, next);
      added.push(text);
      return next++;
    });
    const texts: ChunkTexts = { kind: 'text', codes, from, added, mayRepeat: true };
    chunks.push({ rows: ROWS, columns: new Map<string, ChunkColumn>([['customerId', texts], ['subtotal', exact.finish()]]) }); // prettier-ignore
  }
  return chunks;
}

async function filled(): Promise<Store> {
  const store = await opened();
  const result = await store.importing(undefined, async ({ open, commit }) => {
    const chunks = open();
    for (const chunk of chunksOf(CHUNKS * ROWS)) await chunks.write(chunk);
    const fileColumns = [
      { column: 'subtotal', header: 'Subtotal' },
      { column: 'customerId', header: 'CustomerId' },
    ];
    return commit([{ ...dataset('a'), fileColumns, table: emptyTable(), chunks }], []);
  });
  valueOf(valueOf(result));
  return store;
}

describe('the rows of a dataset in many parts', () => {
  it('leave byte by byte, part after part, and say how far they are', async () => {
    const store = await filled();
    const seen: RowsWritten[] = [];
    const file = await exportRows(store, { id: 'a', asOf: 0 }, new AbortController().signal, (written) => {
      seen.push(written);
    });
    if ('kind' in file) throw new Error(file.kind);
    const lines = Array.from({ length: CHUNKS * ROWS }, (_, row) => `${amount(row)},${id(row)}\r\n`);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.bytes.arrayBuffer())).toBe(
      `\uFEFFSubtotal,CustomerId\r\n${lines.join('')}`,
    );
    expect(seen).toHaveLength(CHUNKS);
    expect(seen.at(-1)).toStrictEqual({ rows: CHUNKS * ROWS, of: CHUNKS * ROWS });
  });

  it('stop when the user cancels', async () => {
    const store = await filled();
    const cancel = new AbortController();
    let slices = 0;
    const writing = exportRows(store, { id: 'a', asOf: 0 }, cancel.signal, () => {
      if (++slices === 3) cancel.abort();
    });
    expect(await writing).toStrictEqual({ kind: 'cancelled' });
    expect(slices).toBe(3);
  });

  it('are refused by name when there is no such dataset', async () => {
    const store = await filled();
    const file = await exportRows(store, { id: 'b', asOf: 0 }, new AbortController().signal, () => undefined);
    expect(file).toStrictEqual({ kind: 'missing-dataset', id: 'b' });
  });
});
