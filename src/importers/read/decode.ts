/** Bytes to text: the encoding is decided once, and bytes that do not fit it are an error, never U+FFFD. */
import { type Bytes, peekBytes } from './bytes.ts';
import { DECODE_BYTES, HEAD_BYTES } from '../limits.ts';
import { Refusal } from './refusal.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The encoding that a file's first bytes tell: a byte order mark, or UTF-16 by its zero bytes; else UTF-8. */
export function sniffEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(head.length, 2048) >> 1;
  if (pairs === 0) return 'utf-8';
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) evenZeros++;
    if (head[2 * i + 1] === 0) oddZeros++;
  }
  if (oddZeros > pairs / 2 && evenZeros < pairs / 8) return 'utf-16le';
  if (evenZeros > pairs / 2 && oddZeros < pairs / 8) return 'utf-16be';
  return 'utf-8';
}

/** The text of a file in pieces, without byte order mark. `encoding`: the user's choice; undefined: as sniffed. */
export async function* decode(bytes: Bytes, encoding?: Encoding): AsyncIterable<string> {
  const { head, all } = await peekBytes(bytes, HEAD_BYTES);
  const label = encoding ?? sniffEncoding(head);
  const decoder = new TextDecoder(label, { fatal: true });
  for await (const chunk of all) {
    for (let start = 0; start < chunk.length; start += DECODE_BYTES) {
      const text = decodeOrRefuse(decoder, label, chunk.subarray(start, start + DECODE_BYTES));
      if (text !== '') yield text;
    }
  }
  const rest = decodeOrRefuse(decoder, label);
  if (rest !== '') yield rest;
}

/** The text of a UTF-8 file's first bytes, without byte order mark and without a character that is cut off. */
export function headText(head: Uint8Array, complete: boolean): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const text = decodeOrRefuse(decoder, 'utf-8', head);
  return complete ? text + decodeOrRefuse(decoder, 'utf-8') : text;
}

function decodeOrRefuse(decoder: TextDecoder, label: Encoding, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new Refusal(label === 'utf-8' ? 'not-utf8' : 'bad-encoding', { encoding: label });
  }
}
