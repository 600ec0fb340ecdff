/** A growing array of small whole numbers. */
export class Codes {
  private array = new Uint32Array(1024);
  private length = 0;

  push(code: number): void {
    if (this.length === this.array.length) {
      const bigger = new Uint32Array(this.array.length * 2);
      bigger.set(this.array);
      this.array = bigger;
    }
    this.array[this.length++] = code;
  }

  finish(): Uint32Array {
    return this.array.slice(0, this.length);
  }
}
