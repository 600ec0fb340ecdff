/** Which texts have to be looked at, told from their bytes: most texts of a big file never become strings. */
import type { BlockCells } from '../../read/byte-csv/byte-rows.ts';

const APOSTROPHE = 0x27;
const PLUS = 0x2b;
const ZERO = 0x30;
const NINE = 0x39;
/** Numbers with exponent and words for totals are no longer. */
const SHORT = 30;
const LONG_DIGITS = 16;

/**
 * Whether a text may be damaged: it goes beyond ASCII, begins with an apostrophe, may be a number with exponent, is a
 * number too long for a spreadsheet, or is a word without digits that may stand for a total.
 */
export function isSuspect({ bytes, isAscii }: BlockCells, start: number, end: number): boolean {
  if (bytes[start] === APOSTROPHE) return true;
  if (!isAscii && hasBeyondAscii(bytes, start, end)) return true;
  const length = end - start;
  if (length > SHORT) return false;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === PLUS) return true;
    if (byte >= ZERO && byte <= NINE) digits++;
  }
  return digits === 0 || (length >= LONG_DIGITS && digits >= length - 1);
}

function hasBeyondAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) >= 0x80) return true;
  return false;
}
