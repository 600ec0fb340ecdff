/** Chunks to parts in Arrow IPC. Column names stay in the layout, so that no header can upset an Arrow reader. */
import { type Column as ArrowColumn, columnFromArray, tableFromColumns, tableToIPC } from '@uwdata/flechette';
import { type Chunk, type ChunkColumn, CHUNK_ROWS, type ChunkTexts, type Utf8Texts } from '../core/chunks.ts';
import { NO_DAY } from '../core/table.ts';
import type { PackedField, Part, PartPlace } from './layout.ts';
import { type Numbers, pack } from './pack.ts';
import { textsToArrow } from './texts.ts';

/** A part of dictionary texts ends early when it holds this many bytes or characters. */
const PART_TEXTS = 4_000_000;

/**
 * The parts of a chunk, made one after the other so that only one is in memory: one for the cells of each column, before it
 * the texts that its dictionary gains. @param from rows of the dataset before this chunk
 */
export function* partsOfChunk({ rows, columns }: Chunk, from: number): Generator<Part> {
  let index = 0;
  for (const column of columns.values()) {
    if (column.kind === 'text') yield* dictionaryParts(column, index);
    yield cellsPart(column, index, from, rows);
    if ('wide' in column && column.wide.size > 0) yield widePart(column.wide, index, from);
    index++;
  }
}

interface FieldValues {
  readonly name: PackedField['name'];
  readonly values: Numbers;
  readonly empty?: number;
}

/** The arrays of a column, in a fixed order. */
function fieldsOf(column: ChunkColumn): readonly FieldValues[] {
  switch (column.kind) {
    case 'text':
      return [{ name: 'codes', values: column.codes }];
    case 'decimal':
      return [{ name: 'units', values: column.units, empty: NaN }, ...placesOf(column.places)];
    case 'exact':
      return [
        { name: 'low', values: column.low, empty: NaN },
        ...(column.high ? [{ name: 'high' as const, values: column.high }] : []),
        ...placesOf(column.places),
      ];
    case 'day':
      return [{ name: 'days', values: column.days, empty: NO_DAY }];
    case 'flag':
      return [{ name: 'flags', values: column.flags }];
    case 'count':
      return [{ name: 'counts', values: column.counts }];
  }
}

function placesOf(places: Uint8Array | undefined): readonly FieldValues[] {
  return places ? [{ name: 'places', values: places }] : [];
}

function cellsPart(column: ChunkColumn, index: number, from: number, rows: number): Part {
  const fields: PackedField[] = [];
  const arrays: ArrowColumn<unknown>[] = [];
  for (const { name, values, empty } of fieldsOf(column)) {
    if (values.length !== rows) throw new RangeError('INTERNAL: a column is not as long as its chunk');
    const { packing, data } = pack(values, empty);
    fields.push({ name, packing });
    if (data !== undefined) arrays.push(columnFromArray<unknown>(data));
  }
  return part({ holds: 'cells', column: index, from, count: rows, fields }, arrays);
}

function* dictionaryParts({ added, from }: ChunkTexts, column: number): Generator<Part> {
  const count = 'bytes' in added ? added.ends.length : added.length;
  for (let start = 0; start < count;) {
    const end = endOfPart(added, start, count);
    const place = { holds: 'texts', column, from: from + start, count: end - start } as const;
    yield part(place, [textsToArrow(sliceOf(added, start, end))]);
    start = end;
  }
}

function endOfPart(added: Utf8Texts | readonly string[], start: number, count: number): number {
  const limit = Math.min(count, start + CHUNK_ROWS);
  let end = start;
  for (let size = 0; end < limit && size < PART_TEXTS; end++)
    size += 'bytes' in added ? (added.ends[end] ?? 0) - startOf(added, end) : (added[end]?.length ?? 0);
  return end;
}

function sliceOf(added: Utf8Texts | readonly string[], start: number, end: number): Utf8Texts | readonly string[] {
  if (!('bytes' in added)) return added.slice(start, end);
  const first = startOf(added, start);
  const bytes = added.bytes.subarray(first, startOf(added, end));
  return { bytes, ends: added.ends.subarray(start, end).map((at) => at - first) };
}

/** Where an entry begins. */
function startOf({ ends }: Utf8Texts, entry: number): number {
  return entry === 0 ? 0 : (ends[entry - 1] ?? 0);
}

function widePart(wide: ReadonlyMap<number, string>, column: number, from: number): Part {
  const rows = columnFromArray<unknown>(Uint32Array.from(wide.keys(), (row) => from + row));
  return part({ holds: 'wide', column, from: 0, count: wide.size }, [rows, textsToArrow([...wide.values()])]);
}

function part(place: PartPlace, columns: readonly ArrowColumn<unknown>[]): Part {
  if (columns.length === 0) return { ...place, bytes: new ArrayBuffer(0) };
  const named = columns.map((column, index): [string, ArrowColumn<unknown>] => [String(index), column]);
  const bytes = tableToIPC(tableFromColumns(named), { format: 'stream' });
  if (bytes === null) throw new TypeError('INTERNAL: no Arrow bytes were made');
  return { ...place, bytes: exactBuffer(bytes) };
}

/** The bytes as an `ArrayBuffer` of their own: the store keeps buffers, never Blobs (Safari loses those). */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength ? buffer : bytes.slice().buffer;
}
