/** Hashes for telling whether rows are the same: quick, the same on every machine, no protection against anybody. */

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A 32-bit hash of UTF-8 bytes. */
export function hashBytes(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let hash = FNV_OFFSET;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), FNV_PRIME);
  return mixed(hash);
}

const ENCODER = new TextEncoder();

/** The same hash of a text. */
export function hashText(text: string): number {
  return text === '' ? hashBytes(new Uint8Array(0)) : hashBytes(ENCODER.encode(text));
}

const NUMBER = new Float64Array(1);
const HALVES = new Uint32Array(NUMBER.buffer);

/** A 32-bit hash of a number. */
export function hashNumber(value: number): number {
  // Both zeros are one number.
  NUMBER[0] = value === 0 ? 0 : value;
  return combined(HALVES[0] ?? 0, HALVES[1] ?? 0);
}

/** Takes another hash into a hash; the order counts. */
export function combined(hash: number, other: number): number {
  const both = Math.imul(hash ^ other, 0x9e3779b1);
  return (both ^ (both >>> 15)) + Math.imul(other, 0x85ebca6b);
}

/** Spreads what small inputs differ in over all bits; from 0 to 2^32 − 1. */
export function mixed(hash: number): number {
  let spread = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  spread = Math.imul(spread ^ (spread >>> 13), 0xc2b2ae35);
  return (spread ^ (spread >>> 16)) >>> 0;
}
