/** The compressions of Parquet pages that are read: none, snappy and gzip; every other one is refused by its name. */
import { Inflate } from 'fflate';
import type { Compressors } from 'hyparquet';
import { Refusal } from '../refusal.ts';

/** A step of snappy unpacks 3 bytes to 64 at most. */
const MAX_SNAPPY_RATIO = 22;
const MAX_DEFLATE_RATIO = 1100;
const FREE_BYTES = 4096;

type Unpack = (input: Uint8Array, size: number) => Uint8Array;

/** @param uncompress unpacks snappy into an array of the right length */
export function codecs(uncompress: (input: Uint8Array, output: Uint8Array) => void): Compressors {
  const snappy: Unpack = (input, size) => {
    const output = new Uint8Array(sized(input, size, MAX_SNAPPY_RATIO));
    uncompress(input, output);
    return output;
  };
  const gzip: Unpack = (input, size) => ungzip(input, sized(input, size, MAX_DEFLATE_RATIO));
  const unknown = ['LZO', 'BROTLI', 'LZ4', 'ZSTD', 'LZ4_RAW'].map((name) => [name, refuse(name)] as const);
  return Object.fromEntries<Unpack>([['SNAPPY', snappy], ['GZIP', gzip], ...unknown]);
}

function refuse(codec: string): Unpack {
  return () => {
    throw new Refusal('parquet-codec', { codec });
  };
}

/** The stated size, when the compressed bytes can hold that much at all. */
function sized(input: Uint8Array, size: number, ratio: number): number {
  if (size < 0 || size > FREE_BYTES + input.length * ratio) throw new Refusal('zip-bomb');
  return size;
}

function ungzip(input: Uint8Array, size: number): Uint8Array {
  const output = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new Refusal('damaged-parquet', { reason: 'a page is larger than stated' });
    output.set(chunk, length);
    length += chunk.length;
  });
  inflate.push(input.subarray(gzipHeader(input)), true);
  return output.subarray(0, length);
}

/** The length of a gzip member's header. */
function gzipHeader(input: Uint8Array): number {
  const flags = input[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (input[at] ?? 0) + 256 * (input[at + 1] ?? 0);
  for (const flag of [8, 16]) if (flags & flag) at = input.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
}
