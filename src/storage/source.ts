/** The original file beside its dataset, compressed, so that it can be read again in another way. */
import type { PartWriter } from './part-writer.ts';
import type { Part } from './layout.ts';
import type { StoredPart, StoredSource } from './manifest.ts';

/** Larger files are not kept: the user still has them, and space is scarce. */
export const MAX_SOURCE_BYTES = 32 * 1024 * 1024;

/** The bytes of a file as it came. A `Blob` is one. */
export interface SourceFile {
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

const PART_BYTES = 1_000_000;

/** Writes the parts of a file. */
export async function writeSource(writer: PartWriter, file: SourceFile): Promise<StoredSource> {
  const parts: StoredPart[] = [];
  let from = 0;
  for await (const bytes of pieces(through(file.stream(), new CompressionStream('gzip')))) {
    const part: Part = { holds: 'source', column: -1, from, count: bytes.byteLength, bytes };
    parts.push(writer.add(part));
    from += bytes.byteLength;
    await writer.room();
  }
  return { bytes: file.size, parts };
}

/** The file that was written as these compressed bytes. Throws on damage. */
export async function readSource(bytes: readonly ArrayBuffer[]): Promise<Blob> {
  const stream = through(new Blob([...bytes]).stream(), new DecompressionStream('gzip'));
  return new Response(stream).blob();
}

function through(
  stream: ReadableStream<Uint8Array>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  // The types of the two ends differ in whether their buffers may be shared; none here is.
  return stream.pipeThrough(transform as unknown as ReadableWritablePair<Uint8Array, Uint8Array>);
}

/** The bytes of a stream in pieces of about `PART_BYTES`. */
async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<ArrayBuffer> {
  const reader = stream.getReader();
  let waiting: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (value !== undefined) {
      waiting.push(value);
      size += value.byteLength;
    }
    if (size >= PART_BYTES || (done && size > 0)) {
      yield joined(waiting, size);
      waiting = [];
      size = 0;
    }
    if (done) return;
  }
}

function joined(pieces: readonly Uint8Array[], size: number): ArrayBuffer {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole.buffer;
}
