/**
 * Philox4x32-10 (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3; SC11): four 32-bit words as a pure
 * function of a counter of four words and a key of two. Whole numbers only, so that every engine gives the same bits.
 */

const MULTIPLY_0 = 0xd251_1f53;
const MULTIPLY_1 = 0xcd9e_8d57;
const WEYL_0 = 0x9e37_79b9;
const WEYL_1 = 0xbb67_ae85;
const ROUNDS = 10;

/** The upper 32 bits of the product of two 32-bit words, as a signed word. */
export function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const low = Math.imul(aLow, bLow);
  const middle = (Math.imul(aHigh, bLow) + (low >>> 16)) | 0;
  const carried = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (carried >>> 16)) | 0;
}

/** What stands beside the first counter word: which draw of whom, and the key of the seed. */
export interface Stream {
  readonly c1: number;
  readonly c2: number;
  readonly c3: number;
  readonly k0: number;
  readonly k1: number;
}

/** Fills `words[0 … 4 × blocks)` with the blocks of counters `first`, `first + 1`, …; four words a block. */
export function philoxBlocks(words: Uint32Array, first: number, blocks: number, stream: Stream): void {
  for (let block = 0; block < blocks; block++) {
    let x0 = (first + block) | 0;
    let x1 = stream.c1 | 0;
    let x2 = stream.c2 | 0;
    let x3 = stream.c3 | 0;
    let k0 = stream.k0 | 0;
    let k1 = stream.k1 | 0;
    for (let round = 0; round < ROUNDS; round++) {
      const high0 = multiplyHigh(MULTIPLY_0, x0);
      const high1 = multiplyHigh(MULTIPLY_1, x2);
      const low0 = Math.imul(MULTIPLY_0, x0);
      const low1 = Math.imul(MULTIPLY_1, x2);
      x0 = high1 ^ x1 ^ k0;
      x1 = low1;
      x2 = high0 ^ x3 ^ k1;
      x3 = low0;
      k0 = (k0 + WEYL_0) | 0;
      k1 = (k1 + WEYL_1) | 0;
    }
    const at = block << 2;
    words[at] = x0;
    words[at + 1] = x1;
    words[at + 2] = x2;
    words[at + 3] = x3;
  }
}

/** A 32-bit word as a number strictly between 0 and 1: the middle of the word's 2^32nd part of the interval. */
export function toUnit(word: number): number {
  return (word + 0.5) * INTERVAL;
}

const INTERVAL = 1 / 0x1_0000_0000;
