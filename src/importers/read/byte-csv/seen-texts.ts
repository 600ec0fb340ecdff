/** Distinct texts as UTF-8 in one arena, found again by their bytes. Numbers count from 0 in the order of first sight. */

const FIRST_TEXTS = 64;
const FIRST_BYTES = 1024;
/** Slots per text: half of them stay empty. */
const SLOTS_PER_TEXT = 2;

export class SeenTexts {
  /** How many texts there are. */
  count = 0;
  private bytes = new Uint8Array(FIRST_BYTES);
  private view = new DataView(this.bytes.buffer);
  private ends = new Uint32Array(FIRST_TEXTS);
  private hashes = new Int32Array(FIRST_TEXTS);
  /** Open addressing: the number of a text plus one, 0 where there is none. */
  private slots = new Int32Array(SLOTS_PER_TEXT * FIRST_TEXTS);

  /** Whether text `number` is what stands in `view` between two places. */
  is(number: number, view: DataView, start: number, end: number): boolean {
    const at = number === 0 ? 0 : (this.ends[number - 1] ?? 0);
    const length = end - start;
    if ((this.ends[number] ?? 0) - at !== length) return false;
    const own = this.view;
    if (length < 4) {
      for (let i = 0; i < length; i++) if (view.getUint8(start + i) !== own.getUint8(at + i)) return false;
      return true;
    }
    // Neighbours in a column are more often alike at the front than at the end.
    if (view.getInt32(end - 4) !== own.getInt32(at + length - 4)) return false;
    for (let i = 0; i < length - 4; i += 4) if (view.getInt32(start + i) !== own.getInt32(at + i)) return false;
    return true;
  }

  /** The number of a text, -1 when it has not been seen. */
  find(view: DataView, start: number, end: number): number {
    const hash = hashOf(view, start, end);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] ?? 0) - 1;
      if (number < 0) return -1;
      if (this.hashes[number] === hash && this.is(number, view, start, end)) return number;
    }
  }

  /** Takes in a text that has not been seen; gives its number. */
  add(view: DataView, start: number, end: number): number {
    const number = this.append(view, start, end);
    const hash = hashOf(view, start, end);
    this.hashes[number] = hash;
    this.place(number, hash);
    return number;
  }

  /** Takes up a number with an empty text that is never found. */
  skip(): number {
    return this.append(this.view, 0, 0);
  }

  /** The texts from one number to before another, one after the other, each with its end. */
  slice(
    from = 0,
    to = this.count,
  ): { readonly bytes: Uint8Array<ArrayBuffer>; readonly ends: Uint32Array<ArrayBuffer> } {
    const start = from === 0 ? 0 : (this.ends[from - 1] ?? 0);
    const end = to === 0 ? 0 : (this.ends[to - 1] ?? 0);
    return { bytes: this.bytes.slice(start, end), ends: this.ends.slice(from, to).map((own) => own - start) };
  }

  private append(view: DataView, start: number, end: number): number {
    const number = this.count++;
    const at = number === 0 ? 0 : (this.ends[number - 1] ?? 0);
    this.reserve(at + end - start);
    this.bytes.set(new Uint8Array(view.buffer, view.byteOffset + start, end - start), at);
    this.ends[number] = at + end - start;
    return number;
  }

  private place(number: number, hash: number): void {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = number + 1;
  }

  /** Makes room for one more text that ends at `end`. */
  private reserve(end: number): void {
    if (end > this.bytes.length) {
      const bigger = new Uint8Array(Math.max(end, 2 * this.bytes.length));
      bigger.set(this.bytes);
      this.bytes = bigger;
      this.view = new DataView(bigger.buffer);
    }
    if (this.count <= this.ends.length) return;
    const size = 2 * this.ends.length;
    this.ends = copied(this.ends, new Uint32Array(size));
    this.hashes = copied(this.hashes, new Int32Array(size));
    this.rehash(SLOTS_PER_TEXT * size);
  }

  private rehash(size: number): void {
    const old = this.slots;
    this.slots = new Int32Array(size);
    for (const entry of old) if (entry > 0) this.place(entry - 1, this.hashes[entry - 1] ?? 0);
  }
}

function copied<A extends Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(from: A, to: A): A {
  to.set(from);
  return to;
}

function hashOf(view: DataView, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) hash = mixed(hash, view.getInt32(at));
  for (; at < end; at++) hash = mixed(hash, view.getUint8(at));
  return hash ^ (hash >>> 15);
}

function mixed(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x9e3779b1);
  return product ^ (product >>> 16);
}
