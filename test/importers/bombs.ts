/** Files that unpack to far more than they are: made when a test runs, never stored. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

const MEBIBYTE = 1024 * 1024;
const BLOCK = 16 * MEBIBYTE;

/** Deflated zeros: one flushed block refers to nothing before it, so it can stand there any number of times. */
export function deflatedZeros(mebibytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(BLOCK), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>((mebibytes * MEBIBYTE) / BLOCK).fill(block), deflateRawSync(Buffer.alloc(0))]);
}

export function gzipBomb(mebibytes: number): Uint8Array {
  return Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), deflatedZeros(mebibytes), Buffer.alloc(8)]);
}

export interface ZipPart {
  readonly name: string;
  readonly packed: Uint8Array;
  /** What the directory says; it need not be true. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Points at the part of this number instead of its own. */
  readonly sameAs?: number;
}

/** A part that is stored as it is. */
export function plainPart(name: string, text: string): ZipPart {
  const bytes = Buffer.from(text);
  return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
}

/** A zip archive that says of its parts whatever it is told to say. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const local: Buffer[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    describe(head, 6, part, name.length);
    starts.push(at);
    if (part.sameAs === undefined) {
      local.push(head, name, Buffer.from(part.packed));
      at += 30 + name.length + part.packed.length;
    }
  }
  const directory = parts.flatMap((part, i) => {
    const name = Buffer.from(part.name);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    describe(entry, 8, part, name.length);
    entry.writeUInt32LE(starts[part.sameAs ?? i] ?? 0, 42);
    return [entry, name];
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...directory, end]);
}

/** Flags, method, checksum, sizes and name length, which stand alike in both kinds of headers. */
function describe(
  header: Buffer,
  at: number,
  { packed, size = 0, crc = 0, flags = 0 }: ZipPart,
  nameLength: number,
): void {
  header.writeUInt16LE(flags, at);
  header.writeUInt16LE(8, at + 2);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(packed.length, at + 12);
  header.writeUInt32LE(size, at + 16);
  header.writeUInt16LE(nameLength, at + 20);
}
