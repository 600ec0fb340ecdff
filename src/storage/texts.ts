/** Lists of texts as Arrow columns and back, without losing a code unit, and with few strings on the way. */
import { type Batch, Column, batchType, binary, columnFromArray, utf8 } from '@uwdata/flechette';
import type { Utf8Texts } from '../core/chunks.ts';

/** What flechette gives for a type; its own declaration says `any`. */
type BatchClass = new (parts: Readonly<Record<string, unknown>>) => Batch<unknown>;

/** UTF-8 cannot hold lone surrogates. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** An Arrow column of texts: `utf8`, or `binary` with UTF-16 when a text would not survive UTF-8. */
export function textsToArrow(texts: readonly string[] | Utf8Texts): Column<unknown> {
  if ('bytes' in texts) return utf8Column(texts);
  return texts.some((text) => LONE_SURROGATE.test(text))
    ? columnFromArray(texts.map(toUtf16), binary())
    : utf8Column(encoded(texts));
}

/** The texts of a column made by `textsToArrow`. Throws on a column of another type. */
export function textsFromArrow(column: Column<unknown>): string[] {
  const texts: string[] = [];
  for (const { values, offsets, type, length } of column.data) {
    if (!(values instanceof Uint8Array) || !(offsets instanceof Int32Array))
      throw new TypeError('INTERNAL: a text column holds something else');
    const read = type.typeId === utf8().typeId ? fromUtf8 : fromUtf16;
    read(values, offsets, length, texts);
  }
  return texts;
}

/** One buffer for all texts: encoding each on its own takes several times as long. */
function encoded(texts: readonly string[]): Utf8Texts {
  const joined = texts.join('');
  const bytes = new TextEncoder().encode(joined);
  const ends = new Uint32Array(texts.length);
  let end = 0;
  const isAscii = bytes.length === joined.length;
  for (const [i, text] of texts.entries()) ends[i] = end += isAscii ? text.length : utf8Length(text);
  return { bytes, ends };
}

function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Both halves of a surrogate pair count two of its four bytes.
    length += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return length;
}

function utf8Column({ bytes, ends }: Utf8Texts): Column<unknown> {
  const type = utf8();
  const offsets = new Int32Array(ends.length + 1);
  offsets.set(ends, 1);
  const length = ends.length;
  const Utf8Batch = batchType(type) as BatchClass;
  const batch = new Utf8Batch({ length, nullCount: 0, type, validity: new Uint8Array(0), offsets, values: bytes });
  return new Column([batch], type);
}

/** Decodes all bytes at once and cuts the text where the bytes of each entry end. */
function fromUtf8(values: Uint8Array, offsets: Int32Array, length: number, texts: string[]): void {
  const first = offsets[0] ?? 0;
  const bytes = values.subarray(first, offsets[length] ?? first);
  const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const isAscii = whole.length === bytes.length;
  let start = 0;
  for (let i = 0; i < length; i++) {
    const from = (offsets[i] ?? 0) - first;
    const to = (offsets[i + 1] ?? 0) - first;
    const end = start + (isAscii ? to - from : unitsOf(bytes, from, to));
    texts.push(whole.slice(start, end));
    start = end;
  }
}

/** UTF-16 code units of a piece of UTF-8: one for each first byte, one more for those of four bytes. */
function unitsOf(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

function toUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), true);
  return bytes;
}

function fromUtf16(values: Uint8Array, offsets: Int32Array, length: number, texts: string[]): void {
  const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
  for (let i = 0; i < length; i++) {
    let text = '';
    for (let at = offsets[i] ?? 0; at < (offsets[i + 1] ?? 0); at += 2)
      text += String.fromCharCode(view.getUint16(at, true));
    texts.push(text);
  }
}
