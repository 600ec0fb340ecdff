/** UTF-8 that somebody read as Windows-1252 and saved again: `MÃ¼ller`, `â€™`. Undone only where the way back is certain. */
import type { CellRepair } from './cell-repair.ts';

/** First byte of a UTF-8 sequence followed by a continuation byte, both as Windows-1252 shows them. */
const SUSPECT =
  /[\u00C2-\u00F4][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/;
/** Text that went wrong several times is mended as often. */
const ROUNDS = 3;

/** What Windows-1252 shows for the bytes 0x80 to 0x9F; the others show their own code point. */
const SHOWN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
/** Not by `TextDecoder`: some versions of Node take Windows-1252 for Latin-1. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [SHOWN.charAt(byte - 0x80) || String.fromCharCode(byte), byte]),
);

/** The text as it was before it was read in the wrong encoding; undefined when nothing says that it was. */
export function mendMojibake(text: string): string | undefined {
  let mended = text;
  for (let round = 0; round < ROUNDS && SUSPECT.test(mended); round++) {
    const back = backToUtf8(mended);
    if (back === undefined || !isCredible(back)) break;
    mended = back;
  }
  return mended === text ? undefined : mended;
}

function backToUtf8(text: string): string | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = BYTES.get(text.charAt(i));
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Letters and signs of European text; a lone sign of phonetic script (`É®` read as `ɮ`) is more likely a coincidence. */
const EUROPEAN = /^[\p{ASCII}\u00A0-\u017F\u0218-\u021B\u2010-\u203A\u20AC\u2122\uFEFF]*$/u;
/** Greek, Cyrillic, Hebrew, Arabic and all scripts beyond; two letters in a row are no coincidence. */
const OTHER_SCRIPT = /[\u0370-\u06FF\u0900-\u1FFF\u3040-\uFFDC]{2}|[\u{10000}-\u{1FFFF}]/u;

function isCredible(text: string): boolean {
  return EUROPEAN.test(text) || OTHER_SCRIPT.test(text);
}

export const mojibake: CellRepair = () => ({
  code: 'mojibake',
  mend: (text) => (SUSPECT.test(text) ? mendMojibake(text) : undefined),
  certainty: () => 'sure',
});
