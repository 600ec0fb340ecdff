/** CRC-32 (IEEE 802.3), which notices damage. Not a signature: whoever can change the bytes can change their sum. */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The sum of bytes that come piece by piece. */
export class Crc32 {
  private sum = -1;

  update(bytes: Uint8Array): void {
    let sum = this.sum;
    for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0);
    this.sum = sum;
  }

  /** The CRC-32 of all bytes so far as an unsigned integer. */
  value(): number {
    return ~this.sum >>> 0;
  }
}

/** The CRC-32 of some bytes as an unsigned integer. Synchronous and without WebCrypto, which plain http pages lack. */
export function crc32(bytes: Uint8Array): number {
  const crc = new Crc32();
  crc.update(bytes);
  return crc.value();
}
