/** SHA-256 (FIPS 180-4), piece by piece: the platform's own digest wants the whole file at once. */

const ROUND = Int32Array.from({ length: 64 }, (_, i) => fractionOf(Math.cbrt(prime(i))) | 0);
const INITIAL = Int32Array.from({ length: 8 }, (_, i) => fractionOf(Math.sqrt(prime(i))) | 0);

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
  private readonly words = new Int32Array(64);
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
      this.compress(this.block, 0, 64);
    }
    const end = bytes.length - ((bytes.length - offset) % 64);
    this.compress(bytes, offset, end);
    this.block.set(bytes.subarray(end));
    this.filled = bytes.length - end;
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
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  /** Takes in whole blocks. */
  private compress(bytes: Uint8Array, from: number, end: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = from; at < end; at += 64) {
      expand(view, at, this.words);
      mix(this.words, this.state);
    }
  }
}

/** The 64 words that a block of 16 becomes. */
function expand(view: DataView, at: number, w: Int32Array): void {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] ?? 0;
    const y = w[i - 2] ?? 0;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = ((w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1) | 0;
  }
}

/**
 * The 64 rounds, four at a time, so that a word is moved once in four rounds. Written out: calls would cost a third more time
 * than the rounds themselves.
 */
function mix(w: Int32Array, s: Int32Array): void {
  let a = s[0] ?? 0;
  let b = s[1] ?? 0;
  let c = s[2] ?? 0;
  let d = s[3] ?? 0;
  let e = s[4] ?? 0;
  let f = s[5] ?? 0;
  let g = s[6] ?? 0;
  let h = s[7] ?? 0;
  for (let i = 0; i < 64; i += 4) {
    h = (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + (g ^ (e & (f ^ g))) + (ROUND[i] ?? 0) + (w[i] ?? 0)) | 0; // prettier-ignore
    d = (d + h) | 0;
    h = (h + (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) | (c & (a | b)))) | 0; // prettier-ignore
    g = (g + (((d >>> 6) | (d << 26)) ^ ((d >>> 11) | (d << 21)) ^ ((d >>> 25) | (d << 7))) + (f ^ (d & (e ^ f))) + (ROUND[i + 1] ?? 0) + (w[i + 1] ?? 0)) | 0; // prettier-ignore
    c = (c + g) | 0;
    g = (g + (((h >>> 2) | (h << 30)) ^ ((h >>> 13) | (h << 19)) ^ ((h >>> 22) | (h << 10))) + ((h & a) | (b & (h | a)))) | 0; // prettier-ignore
    f = (f + (((c >>> 6) | (c << 26)) ^ ((c >>> 11) | (c << 21)) ^ ((c >>> 25) | (c << 7))) + (e ^ (c & (d ^ e))) + (ROUND[i + 2] ?? 0) + (w[i + 2] ?? 0)) | 0; // prettier-ignore
    b = (b + f) | 0;
    f = (f + (((g >>> 2) | (g << 30)) ^ ((g >>> 13) | (g << 19)) ^ ((g >>> 22) | (g << 10))) + ((g & h) | (a & (g | h)))) | 0; // prettier-ignore
    e = (e + (((b >>> 6) | (b << 26)) ^ ((b >>> 11) | (b << 21)) ^ ((b >>> 25) | (b << 7))) + (d ^ (b & (c ^ d))) + (ROUND[i + 3] ?? 0) + (w[i + 3] ?? 0)) | 0; // prettier-ignore
    a = (a + e) | 0;
    e = (e + (((f >>> 2) | (f << 30)) ^ ((f >>> 13) | (f << 19)) ^ ((f >>> 22) | (f << 10))) + ((f & g) | (h & (f | g)))) | 0; // prettier-ignore
    // After four rounds the words stand four places further.
    let moved = a;
    a = e;
    e = moved;
    moved = b;
    b = f;
    f = moved;
    moved = c;
    c = g;
    g = moved;
    moved = d;
    d = h;
    h = moved;
  }
  s[0] = (s[0] ?? 0) + a;
  s[1] = (s[1] ?? 0) + b;
  s[2] = (s[2] ?? 0) + c;
  s[3] = (s[3] ?? 0) + d;
  s[4] = (s[4] ?? 0) + e;
  s[5] = (s[5] ?? 0) + f;
  s[6] = (s[6] ?? 0) + g;
  s[7] = (s[7] ?? 0) + h;
}
