/** SHA-256 (FIPS 180-4), piece by piece: the platform's own digest wants the whole file at once. */

const ROUND = Uint32Array.from({ length: 64 }, (_, i) => fractionOf(Math.cbrt(prime(i))));
const INITIAL = Uint32Array.from({ length: 8 }, (_, i) => fractionOf(Math.sqrt(prime(i))));

/** The first 32 bits of the fractional part, as the standard defines its constants. */
function fractionOf(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) >>> 0;
}

function prime(index: number): number {
  let candidate = 1;
  for (let left = index; left >= 0;) {
    candidate++;
    let divisor = 2;
    while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor++;
    if (divisor * divisor > candidate) left--;
  }
  return candidate;
}

export class Sha256 {
  private readonly state = INITIAL.slice();
  private readonly words = new Uint32Array(64);
  private readonly block = new Uint8Array(64);
  private filled = 0;
  private length = 0;

  update(bytes: Uint8Array): void {
    this.length += bytes.length;
    let offset = 0;
    if (this.filled > 0) {
      offset = Math.min(64 - this.filled, bytes.length);
      this.block.set(bytes.subarray(0, offset), this.filled);
      this.filled += offset;
      if (this.filled < 64) return;
      this.compress(this.block, 0);
      this.filled = 0;
    }
    for (; offset + 64 <= bytes.length; offset += 64) this.compress(bytes, offset);
    this.block.set(bytes.subarray(offset));
    this.filled = bytes.length - offset;
  }

  /** Lower-case hex of everything so far; no update may follow. */
  digest(): string {
    const bits = this.length * 8;
    const padding = new Uint8Array((this.filled < 56 ? 56 : 120) - this.filled + 8);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(padding.length - 4, bits >>> 0);
    this.update(padding);
    return Array.from(this.state, (word) => word.toString(16).padStart(8, '0')).join('');
  }

  private compress(bytes: Uint8Array, offset: number): void {
    const w = this.words;
    const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 64);
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(i * 4);
    for (let i = 16; i < 64; i++) {
      const x = at(w, i - 15);
      const y = at(w, i - 2);
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1;
    }
    this.mix(w);
  }

  private mix(w: Uint32Array): void {
    const s = this.state;
    let a = at(s, 0), b = at(s, 1), c = at(s, 2), d = at(s, 3), e = at(s, 4), f = at(s, 5), g = at(s, 6), h = at(s, 7); // prettier-ignore
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(ROUND, i) + at(w, i)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0; // prettier-ignore
    }
    s[0] = at(s, 0) + a;
    s[1] = at(s, 1) + b;
    s[2] = at(s, 2) + c;
    s[3] = at(s, 3) + d; // prettier-ignore
    s[4] = at(s, 4) + e;
    s[5] = at(s, 5) + f;
    s[6] = at(s, 6) + g;
    s[7] = at(s, 7) + h; // prettier-ignore
  }
}

/** An element that is always there, for the type checker. */
function at(array: Uint32Array, index: number): number {
  return array[index] ?? 0;
}
