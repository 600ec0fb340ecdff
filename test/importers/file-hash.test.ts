/** The hash of a large file comes from elsewhere, and from here when that fails. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { MAX_BUFFERED_HASH_BYTES } from '../../src/importers/limits.ts';
import { FileHash } from '../../src/importers/read/file-hash.ts';

const BYTES = new TextEncoder().encode('a,b\n1,2\n');
const TRUE_HASH = createHash('sha256').update(BYTES).digest('hex');
const LARGE = MAX_BUFFERED_HASH_BYTES + 1;

async function* once(): AsyncIterable<Uint8Array> {
  yield BYTES;
}

it.each([
  ['a small file', 8, () => Promise.resolve('not asked'), TRUE_HASH],
  ['a large file', LARGE, undefined, TRUE_HASH],
  ['a large file, elsewhere', LARGE, () => Promise.resolve('from elsewhere'), 'from elsewhere'],
  ['a large file, when elsewhere fails', LARGE, () => Promise.reject(new Error('died')), TRUE_HASH],
])('is that of %s', async (_name, size, elsewhere, expected) => {
  const hash = new FileHash(once, size, elsewhere);
  for await (const chunk of hash.open()) expect(chunk).toBe(BYTES);
  expect(await hash.digest()).toBe(expected);
  expect(hash.bytes).toBe(elsewhere && size === LARGE ? LARGE : BYTES.length);
});

it('of a large file is asked for once, and without a pass of its own, when the file is only looked at', async () => {
  let [asked, read] = [0, 0];
  async function* twoChunks(): AsyncIterable<Uint8Array> {
    for (const chunk of [BYTES, BYTES]) {
      read += chunk.length;
      yield chunk;
    }
  }
  const hash = new FileHash(twoChunks, LARGE, () => {
    asked++;
    return Promise.resolve('from elsewhere');
  });
  for (const _look of [1, 2]) for await (const _chunk of hash.open()) break;
  expect(await hash.digest()).toBe('from elsewhere');
  expect({ asked, read }).toStrictEqual({ asked: 1, read: 2 * BYTES.length });
});
