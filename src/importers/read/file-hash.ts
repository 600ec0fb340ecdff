/** The hash of a file that is being read anyway: the first whole pass over it pays for the hash too. */
import { MAX_BUFFERED_HASH_BYTES } from '../limits.ts';
import { type Bytes, concat } from './bytes.ts';
import { Sha256 } from '../../core/sha256.ts';

/** Makes openings of a file that hash it on the way. */
export class FileHash {
  /** Size of the file, known once its hash is. */
  bytes = 0;
  private readonly source: () => Bytes;
  private readonly size: number;
  private readonly elsewhere: (() => Promise<string>) | undefined;
  private result: Promise<string> | undefined;

  /** @param elsewhere takes the hash of a large file beside the first pass over it */
  constructor(source: () => Bytes, size: number, elsewhere?: () => Promise<string>) {
    this.source = source;
    this.size = size;
    this.elsewhere = size > MAX_BUFFERED_HASH_BYTES ? elsewhere : undefined;
  }

  /** The file from its start; the first pass, or the first one that gets to the end, settles the hash. */
  async *open(): Bytes {
    if (this.begun() !== undefined) {
      yield* this.source();
      return;
    }
    const hasher = this.makeHasher();
    let bytes = 0;
    for await (const chunk of this.source()) {
      bytes += chunk.length;
      hasher.update(chunk);
      yield chunk;
    }
    this.bytes = bytes;
    this.result = Promise.resolve(hasher.digest());
  }

  /** The hash that is known or on its way. The first look at a large file lets another thread read it too. */
  private begun(): Promise<string> | undefined {
    if (this.result !== undefined || this.elsewhere === undefined) return this.result;
    this.bytes = this.size;
    this.result = this.elsewhere();
    // Looked at in the end only; until then a failure is no one's.
    this.result.catch(() => undefined);
    return this.result;
  }

  private makeHasher(): Hasher {
    return this.size <= MAX_BUFFERED_HASH_BYTES && hasDigest() ? new PlatformHasher() : new Sha256();
  }

  private async passOver(): Promise<string> {
    const hasher = new Sha256();
    for await (const chunk of this.source()) hasher.update(chunk);
    return hasher.digest();
  }

  /** Lower-case hex digest; reads the file once more if no pass got to its end, or the other thread could not read it. */
  async digest(): Promise<string> {
    if (this.begun() === undefined) for await (const _chunk of this.open());
    const result = this.result ?? this.passOver();
    return this.elsewhere ? result.catch(() => this.passOver()) : result;
  }
}

interface Hasher {
  update(chunk: Uint8Array): void;
  digest(): string | Promise<string>;
}

/** Pages that are not a secure context have no digest of the platform's. */
function hasDigest(): boolean {
  return (globalThis as { crypto?: { subtle?: unknown } }).crypto?.subtle !== undefined;
}

/** Collects the file and lets the platform digest it, which runs beside our own work. */
class PlatformHasher implements Hasher {
  private readonly chunks: Uint8Array[] = [];
  update(chunk: Uint8Array): void {
    this.chunks.push(chunk);
  }
  async digest(): Promise<string> {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', concat(this.chunks)));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}
