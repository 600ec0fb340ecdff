/** Locks files with a passphrase, and opens them again: PBKDF2 with SHA-256, then AES-256-GCM chunk by chunk (docs/formats/encrypted.md). */
import { type Result, err, ok } from '../../core/result.ts';
import {
  CHUNK_BYTES,
  HEAD_BYTES,
  type Inside,
  type LockedHead,
  nonceOf,
  PREFIX_BYTES,
  readHead,
  readInside,
  ROUNDS,
  SALT_BYTES,
  TAG_BYTES,
  writeHead,
  writeInside,
} from '../../core/locked-format.ts';

export interface LockOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: LockProgress) => void) | undefined;
}

export interface LockProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

/** One answer for a wrong passphrase and for every damage: nobody can tell which. `no-crypto`: the page is no secure context. */
export type LockedRefusal = 'refused' | 'no-crypto' | 'cancelled';

export interface OpenedFile extends Inside {
  readonly blob: Blob;
}

/** Bytes of chance that each file needs of its own. */
export const RANDOM_BYTES = SALT_BYTES + PREFIX_BYTES;

/** Undefined where the browser offers no cryptography: on pages that came neither by https nor from this machine. */
function subtleCrypto(): SubtleCrypto | undefined {
  const { crypto } = globalThis as { readonly crypto?: { readonly subtle?: SubtleCrypto } };
  return crypto?.subtle;
}

/**
 * A file in a locked one.
 * @param random `RANDOM_BYTES` fresh bytes, never used for another file
 */
export async function lockFile(
  file: Blob,
  inside: Inside,
  passphrase: string,
  random: Uint8Array,
  { signal, onProgress }: LockOptions = {},
): Promise<Result<Blob, LockedRefusal>> {
  const subtle = subtleCrypto();
  if (!subtle) return err('no-crypto');
  const head = writeHead(ROUNDS, random.slice(0, SALT_BYTES), random.slice(SALT_BYTES, RANDOM_BYTES));
  const key = await keyOf(subtle, passphrase, head);
  const whole = new Blob([writeInside(inside), file]);
  const pieces: Blob[] = [new Blob([head.bytes])];
  for (let index = 0, at = 0; index === 0 || at < whole.size; index++, at += CHUNK_BYTES) {
    if (signal?.aborted) return err('cancelled');
    const isLast = at + CHUNK_BYTES >= whole.size;
    const plain = await whole.slice(at, at + CHUNK_BYTES).arrayBuffer();
    pieces.push(new Blob([await subtle.encrypt(paramsOf(head, index, isLast), key, plain)]));
    onProgress?.({ bytesDone: Math.min(at + CHUNK_BYTES, whole.size), bytesTotal: whole.size });
  }
  return ok(new Blob(pieces, { type: 'application/octet-stream' }));
}

/** The file in a locked one, once every byte of it has been vouched for. */
export async function unlockFile(
  locked: Blob,
  passphrase: string,
  { signal, onProgress }: LockOptions = {},
): Promise<Result<OpenedFile, LockedRefusal>> {
  const subtle = subtleCrypto();
  if (!subtle) return err('no-crypto');
  const head = readHead(await bytesOf(locked.slice(0, HEAD_BYTES)));
  if (!head) return err('refused');
  const key = await keyOf(subtle, passphrase, head);
  const pieces: Blob[] = [];
  const step = CHUNK_BYTES + TAG_BYTES;
  for (let index = 0, at = HEAD_BYTES; index === 0 || at < locked.size; index++, at += step) {
    if (signal?.aborted) return err('cancelled');
    const plain = await openChunk(
      subtle,
      key,
      paramsOf(head, index, at + step >= locked.size),
      locked.slice(at, at + step),
    );
    if (!plain) return err('refused');
    pieces.push(new Blob([plain]));
    onProgress?.({ bytesDone: Math.min(at + step, locked.size), bytesTotal: locked.size });
  }
  return insideOf(new Blob(pieces));
}

async function openChunk(
  subtle: SubtleCrypto,
  key: CryptoKey,
  params: AesGcmParams,
  chunk: Blob,
): Promise<ArrayBuffer | undefined> {
  try {
    return await subtle.decrypt(params, key, await chunk.arrayBuffer());
  } catch {
    return undefined;
  }
}

async function insideOf(whole: Blob): Promise<Result<OpenedFile, LockedRefusal>> {
  const LONGEST_INSIDE = 2 + 0xffff;
  const read = readInside(await bytesOf(whole.slice(0, LONGEST_INSIDE)));
  if (!read) return err('refused');
  const { inside, from } = read;
  return ok({ ...inside, blob: whole.slice(from, whole.size, inside.type) });
}

function paramsOf({ prefix, bytes }: LockedHead, index: number, isLast: boolean): AesGcmParams {
  return { name: 'AES-GCM', iv: nonceOf(prefix, index, isLast), additionalData: bytes, tagLength: TAG_BYTES * 8 };
}

/** The same passphrase typed on another keyboard is the same: NFKC. */
async function keyOf(subtle: SubtleCrypto, passphrase: string, { rounds, salt }: LockedHead): Promise<CryptoKey> {
  const words = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  const from = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds };
  return subtle.deriveKey(from, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
