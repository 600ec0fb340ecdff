/** Plain decimals (`-12.50`) from their bytes to the two parts of an `exact` column, without a text between. */
import type { MarkEvidence } from '../../cells/decimals.ts';

const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e - ZERO;
/** Digits that a part holds. */
const PART = 15;
/** Powers of ten up to that of a part. */
const POWERS = Float64Array.from({ length: PART + 1 }, (_, power) => 10 ** power);

/** Reads decimals one after the other; what it read stands in its fields until the next. */
export class DigitReader {
  low = 0;
  high = 0;
  places = 0;
  /** What the decimal tells about the mark of its column. */
  evidence: MarkEvidence = 'none';

  /** False when the bytes are no plain decimal of at most 30 digits; then the fields mean nothing. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    const first = bytes[start] === MINUS ? start + 1 : start;
    let point = end;
    let count = 0;
    let front = 0;
    let value = 0;
    for (let at = first; at < end; at++) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit >= 0 && digit <= 9) {
        if (count === PART) {
          front = value;
          value = 0;
        }
        value = value * 10 + digit;
        count++;
      } else if (digit === POINT && point === end) {
        point = at;
      } else {
        return false;
      }
    }
    const whole = point - first;
    const hasLeadingZero = whole > 1 && bytes[first] === ZERO;
    if (whole === 0 || point === end - 1 || hasLeadingZero || count > 2 * PART) return false;
    this.places = point === end ? 0 : end - point - 1;
    this.split(front, value, count);
    if (first > start) {
      this.low = -this.low;
      this.high = -this.high;
    }
    const mayBeThousands = this.places === 3 && whole <= 3 && bytes[first] !== ZERO;
    this.evidence = point === end ? 'none' : mayBeThousands ? 'either' : '.';
    return true;
  }

  /** Moves the border between the parts to fifteen digits from the end, where it stood fifteen from the front. */
  private split(front: number, value: number, count: number): void {
    this.high = 0;
    this.low = value;
    if (count <= PART) return;
    const moved = POWERS[2 * PART - count] ?? 1;
    this.high = Math.floor(front / moved);
    this.low = (front - this.high * moved) * (POWERS[count - PART] ?? 1) + value;
  }
}
