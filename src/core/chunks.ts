/**
 * Rows on their way from an importer to storage, chunk by chunk, so that no file has to fit into memory.
 *
 * Chunks are like tables, but for texts: their codes count on over all chunks of a dataset, and each chunk brings only the
 * dictionary entries that no chunk before it had.
 */
import type { CountColumn, DayColumn, DecimalColumn, ExactColumn, FlagColumn } from './table.ts';

/** Texts as UTF-8 without a JavaScript string for each: text `i` ends before `ends[i]` and begins where the one before ended. */
export interface Utf8Texts {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

export interface ChunkTexts {
  readonly kind: 'text';
  /** Positions in the dictionary of the whole dataset. */
  readonly codes: Uint32Array;
  /** Position of the first entry of `added`. */
  readonly from: number;
  /** New entries. The first chunk brings the empty text as entry 0. */
  readonly added: Utf8Texts | readonly string[];
  /**
   * Some entry may stand in the dictionary twice: an importer that has seen too many different texts to remember them all
   * forgets and goes on counting. Once true for a column, it stays true.
   */
  readonly mayRepeat: boolean;
}

/** Decimals come as `exact` columns from bulk files; a `decimal` column (of a whole table) has one scale in all its chunks. */
export type ChunkColumn = ChunkTexts | ExactColumn | DecimalColumn | DayColumn | FlagColumn | CountColumn;

/** A chunk is complete when it has this many rows; those that were read together with its last ones may still join it. */
export const CHUNK_ROWS = 65_536;

export interface Chunk {
  readonly rows: number;
  /** By name; all chunks of a dataset have the same columns of the same kinds in the same order. */
  readonly columns: ReadonlyMap<string, ChunkColumn>;
}

/** Takes the rows of one dataset. */
export interface ChunkWriter {
  /** Takes the next rows and may keep their arrays. Resolves when there is room for more. */
  write(chunk: Chunk): Promise<void>;
  /** Forgets all that was written: the file is read again in another way. */
  restart(): Promise<void>;
}
