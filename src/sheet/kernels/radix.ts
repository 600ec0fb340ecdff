/** Stable radix sort of row numbers by unsigned 32-bit keys: the one kernel behind every sort of the sheet. */

const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const DIGIT_MASK = BUCKETS - 1;
const WORD_BITS = 32;

/** All rows in their own order: 0, 1, 2, … */
export function allRows(rows: number): Uint32Array {
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  return order;
}

/**
 * `order` sorted by the words of each row, the least significant word first; rows that tie keep their order.
 * @param order row numbers; left as they are
 * @param words each indexed by row number
 */
export function radixSort(order: Uint32Array, words: readonly Uint32Array[]): Uint32Array {
  let from = order.slice();
  let to = new Uint32Array(order.length);
  for (const word of words) {
    for (let shift = 0; shift < WORD_BITS; shift += DIGIT_BITS) {
      if (!scatter(from, to, word, shift)) continue;
      [from, to] = [to, from];
    }
  }
  return from;
}

/** One pass by one digit. False, and `to` is of no use, when all rows share the digit. */
function scatter(from: Uint32Array, to: Uint32Array, word: Uint32Array, shift: number): boolean {
  const starts = new Uint32Array(BUCKETS);
  const rows = from.length;
  for (let i = 0; i < rows; i++) {
    const digit = ((word[from[i] ?? 0] ?? 0) >>> shift) & DIGIT_MASK;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  let start = 0;
  for (let digit = 0; digit < BUCKETS; digit++) {
    const count = starts[digit] ?? 0;
    if (count === rows) return false;
    starts[digit] = start;
    start += count;
  }
  for (let i = 0; i < rows; i++) {
    const row = from[i] ?? 0;
    const digit = ((word[row] ?? 0) >>> shift) & DIGIT_MASK;
    const at = starts[digit] ?? 0;
    to[at] = row;
    starts[digit] = at + 1;
  }
  return true;
}
