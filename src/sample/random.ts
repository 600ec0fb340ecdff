/**
 * Counter-based pseudo-random numbers: the k-th number of a stream is a hash of (seed, stream, index, k).
 * Streams don't touch each other, so customer 7 is the same customer whether the sample has 40 or 40,000 of them.
 */

export interface Random {
  /** A float in [0, 1) with 32 random bits. */
  readonly next: () => number;
  /** A whole number in [0, limit). */
  readonly below: (limit: number) => number;
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean;
  /** One entry of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** What the numbers are for; each purpose has streams of its own. */
const STREAMS = {
  customer: 1,
  subscription: 2,
  id: 3,
  contract: 4,
  trap: 5,
  'month-before': 6,
  usage: 7,
  invoice: 8,
  agreement: 9,
} as const;
export type Stream = keyof typeof STREAMS;

const GOLDEN = 0x9e3779b9;

/** The 32-bit finalizer of MurmurHash3: every input bit changes about half of the output bits. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The numbers for one thing, such as subscription `index`. */
export function randomStream(seed: number, stream: Stream, index: number): Random {
  const start = mix(mix(mix(seed + GOLDEN) ^ Math.imul(STREAMS[stream], GOLDEN)) + index);
  let drawn = 0;
  const next = (): number => mix(start + Math.imul(++drawn, GOLDEN)) / 0x100000000;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const entry = list[below(list.length)];
      if (entry === undefined) throw new RangeError('INTERNAL: nothing to pick from');
      return entry;
    },
  };
}

/** A lower-case GUID of version 4 made from a stream. */
export function guid(random: Random): string {
  const hex = (digits: number): string =>
    Math.floor(random.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const variant = '89ab'.charAt(random.below(4));
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`;
}
