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
    this.elsewhere = elsewhere;
  }

  /** The file from its start; a pass that gets to the end settles the hash. */
  async *open(): Bytes {
    if (this.result !== undefined) {
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
    // What went wrong elsewhere is made good here, by one more pass.
    this.result = Promise.resolve(hasher.digest()).catch(() => this.passOver());
  }

  private makeHasher(): Hasher {
    if (this.size > MAX_BUFFERED_HASH_BYTES) return this.elsewhere ? new HasherElsewhere(this.elsewhere) : new Sha256();
    return hasDigest() ? new PlatformHasher() : new Sha256();
  }

  private async passOver(): Promise<string> {
    const hasher = new Sha256();
    for await (const chunk of this.source()) hasher.update(chunk);
    return hasher.digest();
  }

  /** Lower-case hex digest; reads the file once more if no pass got to its end. */
  async digest(): Promise<string> {
    if (this.result === undefined) for await (const _chunk of this.open());
    return this.result ?? '';
  }
}

interface Hasher {
  update(chunk: Uint8Array): void;
  digest(): string | Promise<string>;
}

/** Another thread reads the file too, from the moment on that this one does. */
class HasherElsewhere implements Hasher {
  private readonly hash: Promise<string>;
  constructor(elsewhere: () => Promise<string>) {
    this.hash = elsewhere();
    // Looked at in the end only; until then a failure is no one's.
    this.hash.catch(() => undefined);
  }
  update(): void {
    // The other thread has its own bytes.
  }
  digest(): Promise<string> {
    return this.hash;
  }
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
