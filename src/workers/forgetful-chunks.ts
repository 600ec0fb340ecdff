import type { ChunkWriter } from '../core/chunks.ts';

/** Takes the rows of a bulk file and keeps none: for reading a file only to see what it holds. */
export const FORGETFUL_CHUNKS: ChunkWriter = {
  write: () => Promise.resolve(),
  restart: () => Promise.resolve(),
};
