import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  CHUNK_BYTES,
  HEAD_BYTES,
  nonceOf,
  PREFIX_BYTES,
  ROUNDS,
  SALT_BYTES,
  TAG_BYTES,
} from '../../../src/core/locked-format.ts';
import { lockFile, RANDOM_BYTES, unlockFile } from '../../../src/workers/locked/lock-file.ts';
import { runs } from '../../support/runs.ts';

const PASSPHRASE = 'correct horse, Zoë';
const INSIDE = { name: 'Northwind.termwise', type: 'application/octet-stream' };
const FIRST_LINE = 'termwise/locked@1\n';
const ROUNDS_AT = FIRST_LINE.length;

async function locked(content: Uint8Array<ArrayBuffer> | string, passphrase = PASSPHRASE): Promise<Buffer> {
  const random = Uint8Array.from(randomBytes(RANDOM_BYTES));
  const result = await lockFile(new Blob([content]), INSIDE, passphrase, random);
  if (!result.ok) throw new Error(result.error);
  return Buffer.from(await result.value.arrayBuffer());
}

function opened(bytes: Buffer, passphrase = PASSPHRASE): ReturnType<typeof unlockFile> {
  return unlockFile(new Blob([Uint8Array.from(bytes)]), passphrase);
}

/** A second reader, from docs/formats/encrypted.md and Node's own cryptography. */
function readByNode(file: Buffer, passphrase: string): { readonly inside: unknown; readonly content: Buffer } {
  expect(file.subarray(0, FIRST_LINE.length).toString()).toBe(FIRST_LINE);
  const rounds = file.readUInt32LE(ROUNDS_AT);
  const salt = file.subarray(ROUNDS_AT + 4, ROUNDS_AT + 20);
  const prefix = file.subarray(ROUNDS_AT + 20, ROUNDS_AT + 27);
  const head = file.subarray(0, ROUNDS_AT + 27);
  const key = pbkdf2Sync(passphrase.normalize('NFKC'), salt, rounds, 32, 'sha256');
  const plain: Buffer[] = [];
  for (let index = 0, at = head.length; index === 0 || at < file.length; index++, at += 1_048_592) {
    const chunk = file.subarray(at, at + 1_048_592);
    const counter = Buffer.alloc(5);
    counter.writeUInt32BE(index);
    counter[4] = at + 1_048_592 >= file.length ? 1 : 0;
    const cipher = createDecipheriv('aes-256-gcm', key, Buffer.concat([prefix, counter]));
    cipher.setAAD(head);
    cipher.setAuthTag(chunk.subarray(chunk.length - 16));
    plain.push(cipher.update(chunk.subarray(0, chunk.length - 16)), cipher.final());
  }
  const whole = Buffer.concat(plain);
  const size = whole.readUInt16LE(0);
  return { inside: JSON.parse(whole.subarray(2, 2 + size).toString()), content: whole.subarray(2 + size) };
}

/** A second writer. */
function writeByNode(content: Buffer, passphrase: string, rounds = ROUNDS): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(FIRST_LINE);
  head.writeUInt32LE(rounds, ROUNDS_AT);
  randomBytes(SALT_BYTES + PREFIX_BYTES).copy(head, ROUNDS_AT + 4);
  const key = pbkdf2Sync(passphrase, head.subarray(ROUNDS_AT + 4, ROUNDS_AT + 20), rounds, 32, 'sha256');
  const json = Buffer.from(JSON.stringify(INSIDE));
  const size = Buffer.alloc(2);
  size.writeUInt16LE(json.length);
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(head.subarray(HEAD_BYTES - PREFIX_BYTES), 0, true));
  cipher.setAAD(head);
  const body = Buffer.concat([cipher.update(Buffer.concat([size, json, content])), cipher.final()]);
  return Buffer.concat([head, body, cipher.getAuthTag()]);
}

describe('a locked file', () => {
  test('gives back what was put in, with its name, and nothing of it shows', async () => {
    const file = await locked('Contoso owes 1,234.56');
    const result = await opened(file);
    expect(result).toMatchObject({ ok: true, value: INSIDE });
    expect(result.ok && (await result.value.blob.text())).toBe('Contoso owes 1,234.56');
    expect(file.toString('latin1')).not.toMatch(/Contoso|Northwind|octet-stream/);
  });

  test('is read by a second implementation, which writes what we read', async () => {
    const { inside, content } = readByNode(await locked('Ærø 北'), PASSPHRASE);
    expect(inside).toEqual(INSIDE);
    expect(content.toString()).toBe('Ærø 北');
    const result = await opened(writeByNode(Buffer.from('from Node'), PASSPHRASE));
    expect(result.ok && (await result.value.blob.text())).toBe('from Node');
  });

  test('of several chunks is whole, and refused when chunks change places or the last is missing', async () => {
    const content = Uint8Array.from({ length: 2 * CHUNK_BYTES + 5 }, (_, at) => at % 251);
    const file = await locked(content);
    const result = await opened(file);
    expect(result.ok && Buffer.from(await result.value.blob.arrayBuffer()).equals(Buffer.from(content))).toBe(true);
    expect(readByNode(file, PASSPHRASE).content.equals(Buffer.from(content))).toBe(true);
    const step = CHUNK_BYTES + TAG_BYTES;
    const [head, one, two, rest] = [0, HEAD_BYTES, HEAD_BYTES + step, HEAD_BYTES + 2 * step].map((from, at, all) =>
      file.subarray(from, all[at + 1]),
    );
    const joined = (...parts: (Buffer | undefined)[]): Buffer =>
      Buffer.concat(parts.filter((part) => part !== undefined));
    for (const broken of [joined(head, two, one, rest), joined(head, one, two), joined(head, one, two, rest, rest)])
      expect(await opened(broken)).toEqual({ ok: false, error: 'refused' });
  });

  test('has a salt and a nonce of its own each time', async () => {
    const files = await Promise.all([locked('same'), locked('same')]);
    const heads = files.map((file) => file.subarray(ROUNDS_AT + 4, HEAD_BYTES).toString('hex'));
    expect(new Set(heads).size).toBe(2);
  });

  test('an accent typed in either way is the same passphrase, another letter is not', async () => {
    const file = await locked('text', 'Zo\u00EB');
    expect((await opened(file, 'Zoe\u0308')).ok).toBe(true);
    expect(await opened(file, 'Zoe')).toEqual({ ok: false, error: 'refused' });
  });

  test('fewer rounds are refused, and so are more than anybody waits for', async () => {
    expect(await opened(writeByNode(Buffer.from('weak'), PASSPHRASE, ROUNDS - 1))).toEqual({
      ok: false,
      error: 'refused',
    });
    const endless = await locked('text');
    endless.writeUInt32LE(0xffff_ffff, ROUNDS_AT);
    expect(await opened(endless)).toEqual({ ok: false, error: 'refused' });
  });
});

describe('a locked file with one bit changed, or cut', () => {
  let file: Buffer;
  beforeAll(async () => {
    file = await locked('Contoso owes 1,234.56');
  });

  test('is refused, wherever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length * 8 - 1 }), async (bit) => {
        // Rounds that rose would only take their time.
        fc.pre(Math.floor(bit / 8) < ROUNDS_AT + 2 || Math.floor(bit / 8) >= ROUNDS_AT + 4);
        const changed = Buffer.from(file);
        changed[Math.floor(bit / 8)] = (changed[Math.floor(bit / 8)] ?? 0) ^ (1 << (bit % 8));
        expect(await opened(changed)).toEqual({ ok: false, error: 'refused' });
      }),
      { numRuns: runs(15) },
    );
  });

  test('is refused, wherever it ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length - 1 }), async (end) => {
        expect(await opened(file.subarray(0, end))).toEqual({ ok: false, error: 'refused' });
      }),
      { numRuns: runs(5) },
    );
  });
});
