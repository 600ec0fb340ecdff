import { MAX_JSON_CHARS } from '../limits.ts';
import { Refusal } from './refusal.ts';

/** The text of a small file in one piece. */
export async function collectText(pieces: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > MAX_JSON_CHARS) throw new Refusal('too-large', { limit: MAX_JSON_CHARS });
    parts.push(piece);
  }
  return parts.join('');
}
