/** Lists of texts as Arrow columns and back, without losing a code unit. */
import { type Column, binary, columnFromArray, utf8 } from '@uwdata/flechette';

/** UTF-8 cannot hold lone surrogates, and the decoder of flechette drops a byte order mark at the start of a text. */
const NOT_FOR_UTF8 = /^\uFEFF|\p{Surrogate}/u;

/** An Arrow column of texts: `utf8`, or `binary` with UTF-16 when a text would not survive UTF-8. */
export function textsToArrow(texts: readonly string[]): Column<unknown> {
  return texts.some((text) => NOT_FOR_UTF8.test(text))
    ? columnFromArray(texts.map(toUtf16), binary())
    : columnFromArray([...texts], utf8());
}

/** The texts of a column made by `textsToArrow`. Throws on a column of another type. */
export function textsFromArrow(column: Column<unknown>): string[] {
  return Array.from(column, (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Uint8Array) return fromUtf16(value);
    throw new TypeError('INTERNAL: a text column holds something else');
  });
}

function toUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), true);
  return bytes;
}

function fromUtf16(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let i = 0; i < bytes.byteLength; i += 2) text += String.fromCharCode(view.getUint16(i, true));
  return text;
}
