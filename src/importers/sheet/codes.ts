/** A growing array of small whole numbers, the last of which wait to be kept or dropped. */

const FIRST_SIZE = 1024;

export class Codes {
  private array = new Uint32Array(FIRST_SIZE);
  private length = 0;
  private taken = 0;

  /** Drops what waits, and gives room for `count` numbers that wait from now on. */
  take(count: number): Uint32Array {
    const needed = this.length + count;
    if (needed > this.array.length) this.grow(needed);
    this.taken = count;
    return this.array.subarray(this.length, needed);
  }

  /** Keeps those of the waiting numbers that stand at these ascending places; `undefined`: all of them. */
  keep(places: readonly number[] | undefined): void {
    if (places === undefined) {
      this.length += this.taken;
    } else {
      const start = this.length;
      for (const place of places) this.array[this.length++] = this.array[start + place] ?? 0;
    }
    this.taken = 0;
  }

  finish(): Uint32Array {
    return this.array.slice(0, this.length);
  }

  private grow(needed: number): void {
    const bigger = new Uint32Array(Math.max(needed, 2 * this.array.length));
    bigger.set(this.array.subarray(0, this.length));
    this.array = bigger;
  }
}
