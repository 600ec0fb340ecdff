/** Byte streams as async iterables: reading, counting, peeking, collecting. */
import { YIELD_BYTES } from '../limits.ts';
import { type Peeked, peek } from './peeked.ts';
import { Refusal } from './refusal.ts';

export type Bytes = AsyncIterable<Uint8Array>;

/** The chunks of a stream. Cancels the stream when the consumer stops early; throws the signal's reason when aborted. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>, signal?: AbortSignal): Bytes {
  const reader = stream.getReader();
  let sinceYield = 0;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await readOrRefuse(reader);
      if (done || value === undefined) return;
      sinceYield += value.length;
      if (sinceYield >= YIELD_BYTES) {
        sinceYield = 0;
        await nextTask();
      }
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function readOrRefuse(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<{ done: boolean; value?: Uint8Array | undefined }> {
  try {
    return await reader.read();
  } catch (error) {
    throw new Refusal('unreadable', { reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Lets the thread's other tasks run; awaiting a promise alone would not. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** The first `size` bytes (or all, if there are fewer) as `head`, and the whole sequence with them. */
export async function peekBytes(
  bytes: Bytes,
  size: number,
): Promise<Peeked<Uint8Array> & { readonly head: Uint8Array }> {
  const peeked = await peek(bytes, (taken) => taken.reduce((sum, chunk) => sum + chunk.length, 0) >= size);
  const [first, ...more] = peeked.taken;
  const enough = first !== undefined && (first.length >= size || more.length === 0);
  return { ...peeked, head: (enough ? first : concat(peeked.taken)).subarray(0, size) };
}

/** All bytes in one array; refused beyond `limit`. */
export async function collect(bytes: Bytes, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > limit) throw new Refusal('too-large', { limit });
    chunks.push(chunk);
  }
  return concat(chunks);
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
