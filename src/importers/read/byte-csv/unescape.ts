import { QUOTE } from './ascii.ts';

/** Makes one quote of each doubled one between two places, moving what follows to the front; gives the new end. */
export function undouble(bytes: Uint8Array, start: number, end: number): number {
  let to = start;
  for (let from = start; from < end; from++) {
    const byte = bytes[from] ?? 0;
    bytes[to++] = byte;
    if (byte === QUOTE) from++;
  }
  return to;
}
