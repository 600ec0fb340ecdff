/** A whole table as chunks, so that there is one way into the store. */
import { type Chunk, type ChunkColumn, CHUNK_ROWS } from '../core/chunks.ts';
import type { Column, Table } from '../core/table.ts';

/** The chunks of a table; the first brings the dictionaries. A table without rows has one chunk without rows. */
export function* chunksOfTable({ rows, columns }: Table, chunkRows = CHUNK_ROWS): Generator<Chunk> {
  for (let from = 0; from < Math.max(1, rows); from += chunkRows) {
    const end = Math.min(rows, from + chunkRows);
    const slices = new Map<string, ChunkColumn>();
    for (const [name, column] of columns) slices.set(name, sliceOf(column, from, end));
    yield { rows: end - from, columns: slices };
  }
}

function sliceOf(column: Column, from: number, end: number): ChunkColumn {
  switch (column.kind) {
    case 'text': {
      const { values } = column;
      const added = from === 0 ? { from: 0, added: values } : { from: values.length, added: [] };
      return { kind: 'text', codes: column.codes.subarray(from, end), ...added, mayRepeat: false };
    }
    case 'decimal': {
      const { kind, scale, units, places } = column;
      const rest = places && { places: places.subarray(from, end) };
      return { kind, scale, units: units.subarray(from, end), wide: wideOf(column.wide, from, end), ...rest };
    }
    case 'exact':
      return {
        kind: 'exact',
        low: column.low.subarray(from, end),
        high: column.high?.subarray(from, end),
        places: column.places.subarray(from, end),
        wide: wideOf(column.wide, from, end),
      };
    case 'day':
      return { kind: 'day', days: column.days.subarray(from, end) };
    case 'flag':
      return { kind: 'flag', flags: column.flags.subarray(from, end) };
    case 'count':
      return { kind: 'count', counts: column.counts.subarray(from, end) };
  }
}

function wideOf(wide: ReadonlyMap<number, string>, from: number, end: number): ReadonlyMap<number, string> {
  const slice = new Map<number, string>();
  for (const [row, text] of wide) if (row >= from && row < end) slice.set(row - from, text);
  return slice;
}
