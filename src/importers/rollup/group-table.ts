/** Distinct combinations of numbers, each found again by its numbers. Numbers of groups count from 0 in order of first sight. */

const FIRST_SIZE = 1024;
/** Slots per group: half of them stay empty. */
const SLOTS_PER_GROUP = 2;

export class GroupTable {
  count = 0;
  /** The numbers of the groups, one array per place. */
  readonly columns: Int32Array[];
  private hashes = new Int32Array(FIRST_SIZE);
  /** Open addressing: the number of a group plus one, 0 where there is none. */
  private slots = new Int32Array(SLOTS_PER_GROUP * FIRST_SIZE);

  /** @param width numbers in each combination */
  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => new Int32Array(FIRST_SIZE));
  }

  /** The group of a combination, which is taken in when it is new. */
  groupOf(numbers: Int32Array): number {
    const hash = hashOf(numbers);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let held = this.slots[slot] ?? 0; held !== 0; held = this.slots[slot] ?? 0) {
      if (this.hashes[held - 1] === hash && this.isGroup(held - 1, numbers)) return held - 1;
      slot = (slot + 1) & mask;
    }
    return this.add(numbers, hash, slot);
  }

  private isGroup(group: number, numbers: Int32Array): boolean {
    for (let place = 0; place < numbers.length; place++)
      if (this.columns[place]?.[group] !== numbers[place]) return false;
    return true;
  }

  private add(numbers: Int32Array, hash: number, slot: number): number {
    const group = this.count++;
    this.slots[slot] = group + 1;
    if (group === this.hashes.length) this.grow();
    this.hashes[group] = hash;
    for (const [place, column] of this.columns.entries()) column[group] = numbers[place] ?? 0;
    return group;
  }

  private grow(): void {
    const size = 2 * this.hashes.length;
    for (const [place, column] of this.columns.entries()) this.columns[place] = larger(column, size);
    this.hashes = larger(this.hashes, size);
    const old = this.slots;
    this.slots = new Int32Array(SLOTS_PER_GROUP * size);
    const mask = this.slots.length - 1;
    for (const held of old) {
      if (held === 0) continue;
      let slot = this.hashOfHeld(held) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = held;
    }
  }

  /** The hash of the group in a slot; the newest has none yet. */
  private hashOfHeld(held: number): number {
    return this.hashes[held - 1] ?? 0;
  }
}

function larger(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(size);
  bigger.set(array);
  return bigger;
}

function hashOf(numbers: Int32Array): number {
  let hash = 0;
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
