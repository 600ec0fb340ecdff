/** The items of a JSON file as they came, packed or not, for what is to be said in full again. */
import { HEAD_BYTES, MAX_ARCHIVE_BYTES } from '../limits.ts';
import { type Bytes, collect, peekBytes } from '../read/bytes.ts';
import { sniffContainer } from '../read/container.ts';
import { decode, sniffEncoding } from '../read/decode.ts';
import { gunzip } from '../read/gunzip.ts';
import { isObject } from '../read/json-access.ts';
import { jsonItems, newAside } from '../read/json-items.ts';
import type { JsonObject } from '../read/json.ts';
import { Refusal } from '../read/refusal.ts';
import { firstThen } from '../read/peeked.ts';
import { unzip, zipEntries } from '../read/zip.ts';

/** All objects in the JSON files of a file; files of other kinds have none. What cannot be read ends the items. */
export async function* sourceItems(open: () => Bytes): AsyncIterable<JsonObject> {
  try {
    yield* itemsIn(open, 0);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function* itemsIn(open: () => Bytes, level: number): AsyncIterable<JsonObject> {
  const { head, all, close } = await peekBytes(open(), HEAD_BYTES);
  const container = sniffContainer(head);
  const bytes = firstThen(all, open);
  if (container === 'plain' && isJson(head)) {
    for await (const batch of jsonItems(decode(bytes()), newAside())) yield* batch.filter(isObject);
  } else if (container === 'gzip' && level < 2) {
    yield* itemsIn(() => gunzip(bytes()), level + 1);
  } else if (container === 'zip' && level < 1) {
    const archive = await collect(bytes(), MAX_ARCHIVE_BYTES);
    for (const entry of zipEntries(archive)) yield* itemsIn(() => unzip(archive, entry), level + 1);
  } else {
    await close();
  }
}

function isJson(head: Uint8Array): boolean {
  return /^\uFEFF?\s*[[{]/.test(new TextDecoder(sniffEncoding(head)).decode(head, { stream: true }));
}
