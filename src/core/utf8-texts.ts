/** Texts that came as bytes. */
import type { Utf8Texts } from './chunks.ts';

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** A dictionary's new entries as strings. */
export function stringsOf(texts: Utf8Texts | readonly string[]): readonly string[] {
  if (!('bytes' in texts)) return texts;
  let start = 0;
  return Array.from(texts.ends, (end) => {
    const text = DECODER.decode(texts.bytes.subarray(start, end));
    start = end;
    return text;
  });
}
