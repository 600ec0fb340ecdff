/** Everything that a file holds, whatever packs it: parts of archives, their names and comments, in all encodings that hide a text. */
import { unzipSync } from 'fflate';

/** The file's own bytes as text, and those of all parts of an archive, in lower case. */
export function heldTexts(bytes: Uint8Array): readonly string[] {
  const own = new TextDecoder('latin1').decode(bytes).toLowerCase();
  const utf8 = new TextDecoder().decode(bytes).toLowerCase();
  if (!own.startsWith('pk')) return [own, utf8];
  const parts = Object.entries(unzipSync(bytes));
  return [own, ...parts.flatMap(([name, part]) => [name.toLowerCase(), ...heldTexts(part)])];
}

/** Whether one of the texts holds a word: plain, or as base64 at any offset, in UTF-16 or percent-encoded. */
export function holds(texts: readonly string[], word: string): boolean {
  const forms = formsOf(word).map((form) => form.toLowerCase());
  return texts.some((text) => forms.some((form) => text.includes(form)));
}

function formsOf(word: string): readonly string[] {
  const utf16 = [...word].join('\u0000');
  const percent = [...new TextEncoder().encode(word)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  // Without the characters that the neighbours of the word decide.
  const base64 = [0, 1, 2].map((offset) =>
    btoa('\u0000'.repeat(offset) + word).slice(offset === 0 ? 0 : offset + 1, -4),
  );
  return [word, utf16, percent, ...base64.filter((form) => form.length > 7)];
}

/** Whether a figure stands in a text as a number of its own: digits beside it make it another one. */
export function holdsNumber(texts: readonly string[], figure: string): boolean {
  const alone = new RegExp(`(?<![0-9])${figure.replace(/[.]/g, '\\.')}(?![0-9])`);
  return texts.some((text) => text.includes(figure) && alone.test(text));
}
