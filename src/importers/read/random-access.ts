/** Bytes that can be read at any place. */
import { type Bytes, collect } from './bytes.ts';

export interface RandomAccess {
  readonly size: number;
  /** The bytes from `start` up to `end`, both within the size. */
  slice(start: number, end: number): Promise<Uint8Array>;
}

/** The bytes of a stream, held in memory; refused beyond `limit`. */
export async function heldBytes(bytes: Bytes, limit: number): Promise<RandomAccess> {
  const all = await collect(bytes, limit);
  return { size: all.length, slice: (start, end) => Promise.resolve(all.subarray(start, end)) };
}
