/** Growing arrays of numbers, the last of which wait to be kept or dropped. */

type Numbers = Uint32Array | Int32Array | Uint8Array | Float64Array;

const FIRST_SIZE = 1024;

export class Waiting<A extends Numbers> {
  /** How many numbers are kept. */
  length = 0;
  private array: A;
  private taken = 0;
  private readonly make: (size: number) => A;

  constructor(make: (size: number) => A) {
    this.make = make;
    this.array = make(FIRST_SIZE);
  }

  /** Drops what waits, and gives room for `count` numbers that wait from now on. */
  take(count: number): A {
    const needed = this.length + count;
    if (needed > this.array.length) this.grow(needed);
    this.taken = count;
    return this.waiting;
  }

  /** The room of the numbers that wait. */
  get waiting(): A {
    return this.array.subarray(this.length, this.length + this.taken) as A;
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

  finish(): A {
    return this.array.slice(0, this.length) as A;
  }

  /** The kept numbers, which are forgotten here. */
  takeAll(): A {
    const all = this.finish();
    this.length = 0;
    return all;
  }

  private grow(needed: number): void {
    const bigger = this.make(Math.max(needed, 2 * this.array.length));
    bigger.set(this.array.subarray(0, this.length));
    this.array = bigger;
  }
}

/** Numbers of rows' texts, or of lines. */
export class Codes extends Waiting<Uint32Array> {
  constructor() {
    super((size) => new Uint32Array(size));
  }
}
