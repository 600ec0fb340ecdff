/** CRC-32 (IEEE 802.3), which notices damage. Not a signature: whoever can change the bytes can change their sum. */

/** Bytes that are taken in one step. */
const STEP = 8;

/** Entry `256 * k + byte`: what a byte adds to the sum when `k` bytes come after it in the same step. */
const TABLES = makeTables();

function makeTables(): Int32Array {
  const tables = new Int32Array(STEP * 256);
  for (let byte = 0; byte < 256; byte++) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    tables[byte] = sum;
  }
  for (let i = 256; i < tables.length; i++) {
    const before = tables[i - 256] ?? 0;
    tables[i] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
}

/** The sum of bytes that come piece by piece. */
export class Crc32 {
  private sum = -1;

  update(bytes: Uint8Array): void {
    const stepped = bytes.length - (bytes.length % STEP);
    let sum = steps(this.sum, bytes, stepped);
    for (let i = stepped; i < bytes.length; i++) sum = (sum >>> 8) ^ (TABLES[(sum ^ (bytes[i] ?? 0)) & 0xff] ?? 0);
    this.sum = sum;
  }

  /** The CRC-32 of all bytes so far as an unsigned integer. */
  value(): number {
    return ~this.sum >>> 0;
  }
}

/** Eight bytes at a time; written out, because this runs over every stored byte. All places exist. */
function steps(start: number, bytes: Uint8Array, end: number): number {
  const t = TABLES;
  let sum = start;
  for (let i = 0; i < end; i += STEP) {
    sum ^= (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 3] ?? 0) << 24);
    sum =
      (t[1792 + (sum & 0xff)] ?? 0) ^
      (t[1536 + ((sum >>> 8) & 0xff)] ?? 0) ^
      (t[1280 + ((sum >>> 16) & 0xff)] ?? 0) ^
      (t[1024 + (sum >>> 24)] ?? 0) ^
      (t[768 + (bytes[i + 4] ?? 0)] ?? 0) ^
      (t[512 + (bytes[i + 5] ?? 0)] ?? 0) ^
      (t[256 + (bytes[i + 6] ?? 0)] ?? 0) ^
      (t[bytes[i + 7] ?? 0] ?? 0);
  }
  return sum;
}

/** The CRC-32 of some bytes as an unsigned integer. Synchronous and without WebCrypto, which plain http pages lack. */
export function crc32(bytes: Uint8Array): number {
  const crc = new Crc32();
  crc.update(bytes);
  return crc.value();
}
