/**
 * A backup file, byte by byte: `termwise/workbook@1` and a line feed · size of the manifest (4 bytes, little endian) · the
 * manifest (JSON) · its SHA-256 · each entry in the order of the manifest, followed by its SHA-256 · the seal.
 *
 * Nothing is compressed, so no file can grow beyond its own size, and each byte is covered: the first line is compared, sizes
 * must add up to the size of the file, entries have hashes, and the seal is the SHA-256 of the first line, the size and
 * all hashes in their order.
 */
import { WORKBOOK_SCHEMA } from '../../core/schema/workbook.ts';
import { Sha256 } from '../../core/sha256.ts';

export const HASH_BYTES = 32;
const SIZE_BYTES = 4;
/** A manifest larger than this is none of ours; it is held in memory. */
export const MAX_MANIFEST_BYTES = 256_000_000;

export const FIRST_LINE: Uint8Array<ArrayBuffer> = new TextEncoder().encode(`${WORKBOOK_SCHEMA}\n`);

/** Bytes before the manifest. */
export const HEAD_BYTES = FIRST_LINE.length + SIZE_BYTES;

/** What stands before the manifest. */
export function headOf(manifestBytes: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(HEAD_BYTES);
  head.set(FIRST_LINE);
  new DataView(head.buffer).setUint32(FIRST_LINE.length, manifestBytes, true);
  return head;
}

/** The size of the manifest, undefined when this is not the head of a backup of this version. */
export function manifestBytesOf(head: Uint8Array): number | undefined {
  if (head.length < HEAD_BYTES || FIRST_LINE.some((byte, at) => head[at] !== byte)) return undefined;
  return new DataView(head.buffer, head.byteOffset).getUint32(FIRST_LINE.length, true);
}

/** Size of a whole file with this manifest and entries of these sizes. */
export function fileBytes(manifestBytes: number, entrySizes: readonly number[]): number {
  const hashes = (entrySizes.length + 2) * HASH_BYTES;
  return HEAD_BYTES + manifestBytes + hashes + entrySizes.reduce((sum, size) => sum + size, 0);
}

/** Collects what the seal covers. */
export class Seal {
  private readonly hash = new Sha256();

  constructor(head: Uint8Array) {
    this.hash.update(head);
  }

  add(entryHash: Uint8Array): void {
    this.hash.update(entryHash);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return bytesOfHex(this.hash.digest());
  }
}

/** SHA-256 of bytes; by the platform where the page is a secure context, which is many times as fast. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { crypto } = globalThis as { readonly crypto?: { readonly subtle?: SubtleCrypto } };
  if (crypto?.subtle !== undefined) return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = new Sha256();
  hash.update(bytes);
  return bytesOfHex(hash.digest());
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}
