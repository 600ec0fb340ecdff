/** Numbers combinations of codes in the order in which they are met: a dictionary over several columns, without a string for any key. */

const FREE = -1;

export class TupleIndex {
  /** Of each number the place in the columns where it was met at first. */
  readonly first: Int32Array;
  size = 0;
  private readonly columns: readonly Int32Array[];
  /** Open addressing: numbers at the places that their hashes say, or after. */
  private readonly slots: Int32Array;

  /** @param most places that are going to be added */
  constructor(columns: readonly Int32Array[], most: number) {
    this.columns = columns;
    this.first = new Int32Array(most);
    let slots = 16;
    while (slots < 2 * most) slots *= 2;
    this.slots = new Int32Array(slots).fill(FREE);
  }

  /** The number of the combination at a place, a new one if it is met for the first time. */
  add(at: number): number {
    const slot = this.slotOf(this.columns, at);
    const known = this.slots[slot] ?? FREE;
    if (known !== FREE) return known;
    this.first[this.size] = at;
    this.slots[slot] = this.size;
    return this.size++;
  }

  /** The number of a combination that stands in other columns of the same codes; -1: it was never added. */
  find(columns: readonly Int32Array[], at: number): number {
    return this.slots[this.slotOf(columns, at)] ?? FREE;
  }

  /** Where a combination is, or where it belongs. */
  private slotOf(columns: readonly Int32Array[], at: number): number {
    const mask = this.slots.length - 1;
    let slot = hashAt(columns, at) & mask;
    for (;;) {
      const number = this.slots[slot] ?? FREE;
      if (number === FREE || this.isEqual(this.first[number] ?? 0, columns, at)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private isEqual(place: number, columns: readonly Int32Array[], at: number): boolean {
    for (let column = 0; column < columns.length; column++) {
      if (this.columns[column]?.[place] !== columns[column]?.[at]) return false;
    }
    return true;
  }
}

function hashAt(columns: readonly Int32Array[], at: number): number {
  let hash = 0;
  for (const column of columns) {
    hash = Math.imul(hash ^ (column[at] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** Codes of a dictionary as signed numbers, the same memory. */
export function signedCodes({ buffer, byteOffset, length }: Uint32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}
