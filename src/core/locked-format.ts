/**
 * A locked file, byte by byte: `termwise/locked@1` and a line feed · rounds (4 bytes, little endian) · salt (16) · nonce prefix (7) · chunks.
 * docs/formats/encrypted.md says what each is for.
 */

export const LOCKED_EXTENSION = '.termwise-locked';
/** What every locked file begins with, whatever its version. */
export const LOCKED_MAGIC = 'termwise/locked@';
export const FIRST_LINE: Uint8Array<ArrayBuffer> = new TextEncoder().encode('termwise/locked@1\n');

export const SALT_BYTES = 16;
export const PREFIX_BYTES = 7;
export const TAG_BYTES = 16;
const ROUNDS_BYTES = 4;
export const HEAD_BYTES = FIRST_LINE.length + ROUNDS_BYTES + SALT_BYTES + PREFIX_BYTES;
/** Bytes of a chunk before it is encrypted; only the last one is shorter. */
export const CHUNK_BYTES = 1_048_576;

/** Rounds of PBKDF2 with SHA-256 that new files have, and the fewest that are read. */
export const ROUNDS = 600_000;
/** A file that asks for more would only keep the machine busy. */
export const MOST_ROUNDS = 10_000_000;

export interface LockedHead {
  readonly rounds: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly prefix: Uint8Array<ArrayBuffer>;
  /** All bytes of the head: every chunk vouches for them. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function writeHead(rounds: number, salt: Uint8Array, prefix: Uint8Array): LockedHead {
  const bytes = new Uint8Array(HEAD_BYTES);
  bytes.set(FIRST_LINE);
  new DataView(bytes.buffer).setUint32(FIRST_LINE.length, rounds, true);
  bytes.set(salt, FIRST_LINE.length + ROUNDS_BYTES);
  bytes.set(prefix, FIRST_LINE.length + ROUNDS_BYTES + SALT_BYTES);
  return { rounds, salt: Uint8Array.from(salt), prefix: Uint8Array.from(prefix), bytes };
}

/** Undefined when this is no head of this version, or one with too few or too many rounds. */
export function readHead(bytes: Uint8Array<ArrayBuffer>): LockedHead | undefined {
  if (bytes.length < HEAD_BYTES || FIRST_LINE.some((byte, at) => bytes[at] !== byte)) return undefined;
  const own = bytes.slice(0, HEAD_BYTES);
  const rounds = new DataView(own.buffer).getUint32(FIRST_LINE.length, true);
  if (rounds < ROUNDS || rounds > MOST_ROUNDS) return undefined;
  const salt = own.slice(FIRST_LINE.length + ROUNDS_BYTES, HEAD_BYTES - PREFIX_BYTES);
  return { rounds, salt, prefix: own.slice(HEAD_BYTES - PREFIX_BYTES), bytes: own };
}

/** The nonce of a chunk: prefix, its position (4 bytes, big endian), and 1 for the last: neither order nor end can be changed. */
export function nonceOf(prefix: Uint8Array, index: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(PREFIX_BYTES + 5);
  nonce.set(prefix);
  new DataView(nonce.buffer).setUint32(PREFIX_BYTES, index, false);
  nonce[PREFIX_BYTES + 4] = isLast ? 1 : 0;
  return nonce;
}

/** What a locked file is inside: its name and media type, in front of its bytes. */
export interface Inside {
  readonly name: string;
  readonly type: string;
}

/** Size of the description (2 bytes, little endian) and the description as JSON. */
export function writeInside({ name, type }: Inside): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify({ name, type }));
  const bytes = new Uint8Array(2 + json.length);
  new DataView(bytes.buffer).setUint16(0, json.length, true);
  bytes.set(json, 2);
  return bytes;
}

/** The description, and where the file's own bytes begin; undefined when it is none. */
export function readInside(
  bytes: Uint8Array<ArrayBuffer>,
): { readonly inside: Inside; readonly from: number } | undefined {
  if (bytes.length < 2) return undefined;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint16(0, true);
  if (bytes.length < 2 + size) return undefined;
  const { name, type } = fieldsOf(new TextDecoder().decode(bytes.subarray(2, 2 + size)));
  return typeof name === 'string' && typeof type === 'string' ? { inside: { name, type }, from: 2 + size } : undefined;
}

function fieldsOf(json: string): { readonly name?: unknown; readonly type?: unknown } {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
