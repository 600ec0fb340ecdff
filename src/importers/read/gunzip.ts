/** Gzip files of any number of members, inflated piece by piece, counted and checked. */
import { Gunzip } from 'fflate';
import { Crc32 } from '../../core/crc32.ts';
import type { Bytes } from './bytes.ts';
import { concat } from './bytes.ts';
import { InflateGuard } from './inflate-guard.ts';
import { Refusal } from './refusal.ts';

/** Compressed bytes given to the inflater at a time: a bomb shows before a big piece of it is out. */
const PIECE = 16 * 1024;

export async function* gunzip(bytes: Bytes): Bytes {
  const member = new MemberInflater();
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += PIECE) yield* member.push(chunk.subarray(at, at + PIECE), false);
  }
  yield* member.push(new Uint8Array(0), true);
  member.checkEnd();
}

/** Feeds fflate and holds each member against the checksum that follows it. */
class MemberInflater {
  private readonly inflater = new Gunzip();
  private readonly guard = new InflateGuard();
  private crc = new Crc32();
  private out: Uint8Array[] = [];
  /** The last bytes that went in, with the offset of their first one. */
  private tail = new Uint8Array(0);
  private offset = 0;

  constructor() {
    this.inflater.ondata = (chunk) => {
      this.guard.give(chunk.length);
      this.crc.update(chunk);
      if (chunk.length > 0) this.out.push(chunk);
    };
    this.inflater.onmember = (start) => {
      this.checkTrailer(start);
      this.crc = new Crc32();
    };
  }

  push(piece: Uint8Array, final: boolean): Uint8Array[] {
    this.remember(piece);
    this.guard.take(piece.length);
    try {
      this.inflater.push(piece, final);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('damaged-gzip');
    }
    const out = this.out;
    this.out = [];
    return out;
  }

  checkEnd(): void {
    this.checkTrailer(this.offset + this.tail.length);
  }

  private remember(piece: Uint8Array): void {
    const kept = this.tail.subarray(-2 * PIECE);
    this.offset += this.tail.length - kept.length;
    this.tail = concat([kept, piece]);
  }

  /** The 8 bytes before `end` are the member's checksum and length. */
  private checkTrailer(end: number): void {
    const at = end - 8 - this.offset;
    if (at < 0 || at + 8 > this.tail.length) throw new Refusal('damaged-gzip');
    const stated = new DataView(this.tail.buffer, this.tail.byteOffset + at, 4).getUint32(0, true);
    if (stated !== this.crc.value()) throw new Refusal('damaged-gzip');
  }
}
