/** Writes the chunks of one table as parts, and keeps what the manifest has to know of them. */
import type { Chunk, ChunkColumn } from '../core/chunks.ts';
import { partsOfChunk } from './encode-chunk.ts';
import type { ColumnLayout, Part } from './layout.ts';
import type { StoredPart, StoredTable } from './manifest.ts';

/** Where parts go; a `PartWriter` is one. */
export interface PartSink {
  add(part: Part): StoredPart;
  countRows(rows: number): void;
  /** Resolves when there is room for more. */
  room(): Promise<void>;
}

export class TableWriter {
  private readonly writer: PartSink;
  private readonly parts: StoredPart[] = [];
  private columns: readonly ColumnLayout[] | undefined;
  private rows = 0;

  constructor(writer: PartSink) {
    this.writer = writer;
  }

  /** Resolves when there is room for more. */
  async write(chunk: Chunk): Promise<void> {
    this.columns = withChunk(this.columns, chunk);
    for (const part of partsOfChunk(chunk, this.rows)) {
      this.parts.push(this.writer.add(part));
      await this.writer.room();
    }
    this.rows += chunk.rows;
    this.writer.countRows(chunk.rows);
  }

  /** What was written so far. */
  stored(): StoredTable {
    return { layout: { rows: this.rows, columns: this.columns ?? [] }, parts: this.parts };
  }
}

/** The layout of the columns with a chunk's columns added. */
function withChunk(columns: readonly ColumnLayout[] | undefined, chunk: Chunk): readonly ColumnLayout[] {
  const fresh = [...chunk.columns];
  if (columns === undefined) return fresh.map(([name, column]) => layoutOf(name, column, undefined));
  if (columns.length !== fresh.length) throw new RangeError('INTERNAL: a chunk has other columns');
  return fresh.map(([name, column], index) => layoutOf(name, column, columns[index]));
}

/** @param before the column's layout up to this chunk; undefined: this is the first */
function layoutOf(name: string, column: ChunkColumn, before: ColumnLayout | undefined): ColumnLayout {
  const { kind } = column;
  const scale = kind === 'decimal' ? column.scale : 0;
  if (before && (name !== before.name || kind !== before.kind || scale !== before.scale))
    throw new RangeError('INTERNAL: a chunk has other columns');
  if (kind !== 'text') return { name, kind, scale, texts: 0 };
  const { added, from, mayRepeat } = column;
  const known = before?.texts ?? 0;
  const count = 'bytes' in added ? added.ends.length : added.length;
  if (count > 0 && from !== known) throw new RangeError('INTERNAL: a chunk skips entries of a dictionary');
  return { name, kind, scale, texts: known + count, ...(mayRepeat && { mayRepeat }) };
}
