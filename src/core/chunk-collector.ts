/** Chunks put together in memory, for readers that have no store: tests and the headless runner. */
import type { Chunk, ChunkColumn, ChunkWriter } from './chunks.ts';
import { distinctTexts } from './distinct-texts.ts';
import type { Column, Table } from './table.ts';
import { stringsOf } from './utf8-texts.ts';

export class ChunkCollector implements ChunkWriter {
  private chunks: Chunk[] = [];

  async write(chunk: Chunk): Promise<void> {
    this.chunks.push(chunk);
    return Promise.resolve();
  }

  async restart(): Promise<void> {
    this.chunks = [];
    return Promise.resolve();
  }

  /** All rows so far. */
  table(): Table {
    const rows = this.chunks.reduce((sum, chunk) => sum + chunk.rows, 0);
    const columns = new Map<string, Column>();
    for (const [name, first] of this.chunks[0]?.columns ?? [])
      columns.set(name, this.column(first, rows, this.chunks.map((chunk) => chunk.columns.get(name) ?? first))); // prettier-ignore
    return { rows, columns };
  }

  private column(first: ChunkColumn, rows: number, parts: readonly ChunkColumn[]): Column {
    switch (first.kind) {
      case 'text':
        return textColumn(this.joined(new Uint32Array(rows), parts, 'codes'), parts);
      case 'decimal': {
        const places = first.places && { places: this.joined(new Uint8Array(rows), parts, 'places') };
        const units = this.joined(new Float64Array(rows), parts, 'units');
        return { kind: 'decimal', scale: first.scale, units, wide: this.wide(parts), ...places };
      }
      case 'exact':
        return {
          kind: 'exact',
          low: this.joined(new Float64Array(rows), parts, 'low'),
          high: parts.some((part) => part.kind === 'exact' && part.high)
            ? this.joined(new Float64Array(rows), parts, 'high')
            : undefined,
          places: this.joined(new Uint8Array(rows), parts, 'places'),
          wide: this.wide(parts),
        };
      case 'day':
        return { kind: 'day', days: this.joined(new Int32Array(rows), parts, 'days') };
      case 'flag':
        return { kind: 'flag', flags: this.joined(new Uint8Array(rows), parts, 'flags') };
      case 'count':
        return { kind: 'count', counts: this.joined(new Uint32Array(rows), parts, 'counts') };
    }
  }

  /** The arrays of one field, one after the other; a chunk without it leaves zeros. */
  private joined<A extends Uint32Array | Float64Array | Int32Array | Uint8Array>(
    target: A,
    parts: readonly ChunkColumn[],
    field: string,
  ): A {
    let from = 0;
    for (const [index, part] of parts.entries()) {
      const values: unknown = Reflect.get(part, field);
      if (ArrayBuffer.isView(values)) target.set(values as A, from);
      from += this.chunks[index]?.rows ?? 0;
    }
    return target;
  }

  private wide(parts: readonly ChunkColumn[]): ReadonlyMap<number, string> {
    const wide = new Map<number, string>();
    let from = 0;
    for (const [index, part] of parts.entries()) {
      if ('wide' in part) for (const [row, text] of part.wide) wide.set(from + row, text);
      from += this.chunks[index]?.rows ?? 0;
    }
    return wide;
  }
}

function textColumn(codes: Uint32Array, parts: readonly ChunkColumn[]): Column {
  const values: string[] = [];
  let mayRepeat = false;
  for (const part of parts) {
    if (part.kind !== 'text') continue;
    for (const text of stringsOf(part.added)) values.push(text);
    mayRepeat ||= part.mayRepeat;
  }
  return mayRepeat ? distinctTexts(codes, values) : { kind: 'text', codes, values };
}
