/** A growing array of small whole numbers. */
export class Codes {
  private readonly parts: Uint32Array[] = [];
  private length = 0;

  /** Keeps the array itself, which must not change any more. */
  append(codes: Uint32Array): void {
    this.parts.push(codes);
    this.length += codes.length;
  }

  finish(): Uint32Array {
    const whole = new Uint32Array(this.length);
    let offset = 0;
    for (const part of this.parts) {
      whole.set(part, offset);
      offset += part.length;
    }
    return whole;
  }
}
