/** Zip archives: the directory is checked before anything is inflated, and every entry is inflated under count. */
import { Inflate } from 'fflate';
import { Crc32 } from '../../core/crc32.ts';
import { MAX_ARCHIVE_ENTRIES } from '../limits.ts';
import type { Bytes } from './bytes.ts';
import { InflateGuard } from './inflate-guard.ts';
import { Refusal } from './refusal.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Position of the compressed bytes. */
  readonly start: number;
  readonly compressed: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const PIECE = 16 * 1024;

/** The files in an archive, folders left out. Refuses damaged, overlapping and overfull directories. */
export function zipEntries(archive: Uint8Array): ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff) throw new Refusal('too-many-entries', { limit: MAX_ARCHIVE_ENTRIES });
  if (at === 0xffffffff) throw new Refusal('damaged-zip', { reason: 'zip64' });
  if (count > MAX_ARCHIVE_ENTRIES) throw new Refusal('too-many-entries', { limit: MAX_ARCHIVE_ENTRIES });
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > archive.length || view.getUint32(at, true) !== ENTRY)
      throw new Refusal('damaged-zip', { reason: 'directory' });
    entries.push(readEntry(view, archive, at));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  refuseOverlaps(entries);
  return entries.filter(({ name }) => !name.endsWith('/') && !name.startsWith('__MACOSX/'));
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  throw new Refusal('damaged-zip', { reason: 'no directory' });
}

function readEntry(view: DataView, archive: Uint8Array, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const compressed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + 30 > archive.length || view.getUint32(local, true) !== LOCAL)
    throw new Refusal('damaged-zip', { reason: 'entry' });
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + compressed > archive.length) throw new Refusal('damaged-zip', { reason: 'entry' });
  return {
    name: new TextDecoder('utf-8').decode(archive.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) === 1,
    crc: view.getUint32(at + 16, true),
    start,
    compressed,
  };
}

/** Entries that share bytes are how small archives unpack to petabytes. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    if (entry.start < end) throw new Refusal('zip-bomb');
    end = entry.start + entry.compressed;
  }
}

/** The bytes of one entry. Refuses encrypted entries, unknown methods and wrong checksums. */
export async function* unzip(archive: Uint8Array, entry: ZipEntry, guard = new InflateGuard()): Bytes {
  if (entry.encrypted) throw new Refusal('encrypted-zip', { entry: entry.name });
  if (entry.method !== 0 && entry.method !== 8)
    throw new Refusal('damaged-zip', { reason: `method ${String(entry.method)}` });
  const crc = new Crc32();
  for (const chunk of inflated(archive.subarray(entry.start, entry.start + entry.compressed), entry.method, guard)) {
    crc.update(chunk);
    yield chunk;
    await Promise.resolve();
  }
  if (crc.value() !== entry.crc) throw new Refusal('damaged-zip', { reason: entry.name });
}

function* inflated(bytes: Uint8Array, method: number, guard: InflateGuard): Iterable<Uint8Array> {
  let out: Uint8Array[] = [];
  const inflater = new Inflate((chunk) => {
    guard.give(chunk.length);
    out.push(chunk);
  });
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    guard.take(piece.length);
    if (method === 0) {
      guard.give(piece.length);
      out.push(piece);
    } else {
      pushOrRefuse(inflater, piece, at + PIECE >= bytes.length);
    }
    yield* out;
    out = [];
  }
}

function pushOrRefuse(inflater: Inflate, piece: Uint8Array, final: boolean): void {
  try {
    inflater.push(piece, final);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('damaged-zip', { reason: 'compressed data' });
  }
}
