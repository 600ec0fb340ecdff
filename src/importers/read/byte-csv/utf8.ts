/** UTF-8 in blocks of bytes. */
import { Refusal } from '../refusal.ts';

/** Throws where bytes are no UTF-8; keeps byte order marks, which are characters anywhere but at the start of a file. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether no byte between two places is beyond ASCII. */
export function isAscii(bytes: Uint8Array, from: number, end: number): boolean {
  // Up to four bytes at a time are looked at together, which typed arrays allow at multiples of four only.
  const aligned = Math.min(end, from + (-(bytes.byteOffset + from) & 3));
  const count = (end - aligned) >> 2;
  const words = new Int32Array(bytes.buffer, count === 0 ? 0 : bytes.byteOffset + aligned, count);
  let seen = 0;
  for (let i = 0; i < count; i++) seen |= words[i] ?? 0;
  for (let at = from; at < aligned; at++) seen |= bytes[at] ?? 0;
  for (let at = aligned + 4 * count; at < end; at++) seen |= bytes[at] ?? 0;
  return (seen & 0x80808080) === 0;
}

/** The text of some bytes. Refuses what is no UTF-8. */
export function textOf(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Refusal('not-utf8', { encoding: 'utf-8' });
  }
}

/** How many UTF-16 units the text of some bytes has. */
export function unitsOf(bytes: Uint8Array): number {
  let units = 0;
  for (const byte of bytes) units += (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
  return units;
}

/** The texts that stand one after another in `bytes`; text `i` ends before `ends[i]`. The bytes are known to be UTF-8. */
export function textsOf(bytes: Uint8Array, ends: Uint32Array): string[] {
  const whole = textOf(bytes);
  const texts: string[] = [];
  if (whole.length === bytes.length) {
    let start = 0;
    for (const end of ends) texts.push(whole.slice(start, (start = end)));
    return texts;
  }
  let start = 0;
  let unit = 0;
  for (const end of ends) {
    const units = unitsOf(bytes.subarray(start, end));
    texts.push(whole.slice(unit, (unit += units)));
    start = end;
  }
  return texts;
}
