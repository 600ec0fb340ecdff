import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chunk, ChunkTexts, Utf8Texts } from '../../src/core/chunks.ts';
import type { Column, Table } from '../../src/core/table.ts';
import { NO_DAY } from '../../src/core/table.ts';
import { TableDecoder } from '../../src/storage/decode-table.ts';
import type { Part, TableLayout } from '../../src/storage/layout.ts';
import { pack, unpack } from '../../src/storage/pack.ts';
import { chunksOfTable } from '../../src/storage/table-chunks.ts';
import { TableWriter } from '../../src/storage/table-writer.ts';
import { tables } from './support/arbitrary-tables.ts';

/** The parts of a table, written in chunks of some rows. */
async function encode(table: Table, chunkRows?: number): Promise<{ layout: TableLayout; parts: readonly Part[] }> {
  const parts: Part[] = [];
  const add = (part: Part) => ({ ...part, index: parts.push(part) - 1, size: part.bytes.byteLength, crc32: 0 });
  const writer = new TableWriter({ add, countRows: () => undefined, room: () => Promise.resolve() });
  for (const chunk of chunksOfTable(table, chunkRows)) await writer.write(chunk);
  return structuredClone({ layout: writer.stored().layout, parts });
}

function decode(layout: TableLayout, parts: readonly Part[], wanted?: ReadonlySet<string>): Table {
  const decoder = new TableDecoder(layout, wanted);
  for (const part of parts) if (decoder.wants(part)) decoder.add(part);
  return decoder.finish();
}

/** The table that comes back when these chunks were written. */
async function written(chunks: readonly Chunk[]): Promise<Table> {
  const parts: Part[] = [];
  const add = (part: Part) => ({ ...part, index: parts.push(part) - 1, size: part.bytes.byteLength, crc32: 0 });
  const writer = new TableWriter({ add, countRows: () => undefined, room: () => Promise.resolve() });
  for (const chunk of chunks) await writer.write(chunk);
  return decode(writer.stored().layout, parts);
}

async function roundTrip(table: Table, chunkRows?: number): Promise<Table> {
  const { layout, parts } = await encode(table, chunkRows);
  return decode(layout, parts);
}

const tableWith = (rows: number, columns: readonly (readonly [string, Column])[]): Table => ({
  rows,
  columns: new Map(columns),
});

describe('a table survives the way through Arrow parts', () => {
  it('whatever its columns hold and however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(tables(), fc.integer({ min: 1, max: 50 }), async (table, chunkRows) => {
        expect(await roundTrip(table, chunkRows)).toStrictEqual(table);
      }),
    );
  });

  it('and each of its columns alone, from the parts of that column alone', async () => {
    await fc.assert(
      fc.asyncProperty(tables(), async (table) => {
        const { layout, parts } = await encode(table, 7);
        for (const [name, column] of table.columns) {
          const own = decode(layout, parts, new Set([name]));
          expect(own).toStrictEqual({ rows: table.rows, columns: new Map([[name, column]]) });
        }
      }),
    );
  });

  it('with no rows, no columns, or neither', async () => {
    for (const table of [
      tableWith(0, []),
      tableWith(7, []),
      tableWith(0, [['a', { kind: 'text', codes: new Uint32Array(), values: [''] }]]),
    ])
      expect(await roundTrip(table)).toStrictEqual(table);
  });

  it('with headers that upset objects, in their order', async () => {
    const count: Column = { kind: 'count', counts: Uint32Array.of(1, 2) };
    const names = ['__proto__', 'constructor', '2', '1', '', '\ud800', 'hasOwnProperty'];
    const table = tableWith(2, names.map((name) => [name, count] as const)); // prettier-ignore
    expect([...(await roundTrip(table)).columns.keys()]).toStrictEqual(names);
  });

  it('with texts that UTF-8 or a decoder would change', async () => {
    const values = ['', '\ufeffbyte order mark', 'lone \udc00', '\u0000', '😀', 'e\u0301', 'é'];
    const table = tableWith(1, [['t', { kind: 'text', codes: Uint32Array.of(1), values }]]);
    expect(await roundTrip(table)).toStrictEqual(table);
  });

  it('with empty days, negative zero and wide decimals', async () => {
    const wide = new Map([[2, '123456789012345678901234567890.123456789012345678']]);
    const table = tableWith(3, [
      ['day', { kind: 'day', days: Int32Array.of(NO_DAY, 0, 2_932_896) }],
      ['price', { kind: 'decimal', scale: 4, units: Float64Array.of(-0, 9_007_199_254_740_991, NaN), wide }],
    ]);
    const column = (await roundTrip(table)).columns.get('price');
    expect(await roundTrip(table)).toStrictEqual(table);
    expect(column?.kind === 'decimal' && Object.is(column.units[0], -0)).toBe(true);
  });

  it('over several parts, with a dictionary of more than 65,536 texts', async () => {
    const rows = 150_000;
    const values = ['', ...Array.from({ length: rows }, (_, i) => `CFQ7TTC0:${String(i)}`)];
    const table = tableWith(rows, [
      ['id', { kind: 'text', codes: Uint32Array.from({ length: rows }, (_, i) => rows - i), values }],
      ['#row', { kind: 'count', counts: Uint32Array.from({ length: rows }, (_, i) => i + 2) }],
    ]);
    const { parts } = await encode(table);
    expect(parts.map(({ holds, count, column }) => `${holds} ${String(column)} ${String(count)}`)).toStrictEqual([
      'texts 0 65536', 'texts 0 65536', 'texts 0 18929', 'cells 0 65536', 'cells 1 65536', 'cells 0 65536',
      'cells 1 65536', 'cells 0 18928', 'cells 1 18928',
    ]); // prettier-ignore
    const back = await roundTrip(table);
    expect(back.columns.get('#row')).toStrictEqual(table.columns.get('#row'));
    expect(back.columns.get('id')).toStrictEqual(table.columns.get('id'));
  });
});

describe('cells that are small or alike', () => {
  it('take little space, a column of one value none', async () => {
    const rows = 50_000;
    const counts = Uint32Array.from({ length: rows }, (_, i) => 1_000_000 + (i % 200));
    const low = Float64Array.from({ length: rows }, (_, i) => (i % 7 === 0 ? NaN : (i % 1000) - 500));
    const { parts } = await encode(
      tableWith(rows, [
        ['alike', { kind: 'day', days: new Int32Array(rows).fill(20_000) }],
        ['empty', { kind: 'text', codes: new Uint32Array(rows), values: [''] }],
        ['near', { kind: 'count', counts }],
        ['amount', { kind: 'exact', low, high: undefined, places: new Uint8Array(rows).fill(2), wide: new Map() }],
      ]),
    );
    const sizes = parts.filter(({ holds }) => holds === 'cells').map(({ bytes }) => bytes.byteLength);
    expect(sizes.slice(0, 2)).toStrictEqual([0, 0]);
    expect(sizes[2]).toBeLessThan(rows + 1000);
    expect(sizes[3]).toBeLessThan(2 * rows + 1000);
  });

  it('come back exactly whatever the numbers are', () => {
    const odd = fc.oneof(
      fc.constantFrom(NaN, -0, 0, 2 ** 53 - 1, 1 - 2 ** 53, 0xffff_ffff, 2 ** 32, 255, 256),
      fc.maxSafeInteger(),
    );
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 20 }), (numbers) => {
        const values = Float64Array.from(numbers);
        const back = new Float64Array(values.length + 2);
        unpack(back, 1, values.length, pack(values, NaN), NaN);
        expect([...back.subarray(1, -1)]).toStrictEqual([...values]);
      }),
    );
  });
});

describe('a dictionary', () => {
  const chunk = (codes: readonly number[], from: number, added: ChunkTexts['added'], mayRepeat: boolean): Chunk => ({
    rows: codes.length,
    columns: new Map([['t', { kind: 'text', codes: Uint32Array.from(codes), from, added, mayRepeat }]]),
  });
  const utf8 = (texts: readonly string[]): Utf8Texts => {
    const pieces = texts.map((text) => new TextEncoder().encode(text));
    let end = 0;
    return { bytes: Uint8Array.from(pieces.flatMap((piece) => [...piece])), ends: Uint32Array.from(pieces, ({ length }) => (end += length)) }; // prettier-ignore
  };

  it('grows from chunk to chunk, from strings or bytes, and holds each text once', async () => {
    const table = await written([
      chunk([1, 2, 0], 0, ['', 'a', 'é€😀'], false),
      chunk([3, 1, 4], 3, utf8(['\ufeffb', 'a']), true),
      chunk([5, 6, 0], 5, utf8(['é€😀', 'new']), true),
    ]);
    expect(table.columns.get('t')).toStrictEqual({
      kind: 'text',
      codes: Uint32Array.of(1, 2, 0, 3, 1, 1, 2, 4, 0),
      values: ['', 'a', 'é€😀', '\ufeffb', 'new'],
    });
  });

  it('with a gap, or a chunk of other columns, is our own mistake', async () => {
    const first = chunk([0], 0, [''], false);
    await expect(written([first, chunk([2], 2, ['a'], false)])).rejects.toThrow('skips entries');
    const other: Chunk = { rows: 1, columns: new Map([['u', { kind: 'flag', flags: Uint8Array.of(1) }]]) };
    await expect(written([first, other])).rejects.toThrow('other columns');
  });
});

describe('parts that do not fit their layout', () => {
  it('are refused', async () => {
    const table = tableWith(2, [['n', { kind: 'count', counts: Uint32Array.of(1, 2) }]]);
    const { layout, parts } = await encode(table);
    expect(() => decode(layout, [])).toThrow('rows are missing');
    expect(() => decode({ ...layout, rows: 1 }, parts)).toThrow('beyond the table');
    const plain = parts.map((part): Part => ({ ...part, holds: 'rows' }));
    expect(() => decode({ ...layout, columns: [] }, plain)).toThrow('other columns');
  });
});
