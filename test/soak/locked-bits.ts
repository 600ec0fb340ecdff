/** A locked file with any one bit flipped, or with fewer rounds, is refused; as it is, it opens. */
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { FIRST_LINE, ROUNDS } from '../../src/core/locked-format.ts';
import { RANDOM_BYTES, lockFile, unlockFile } from '../../src/workers/locked/lock-file.ts';

const PASSPHRASE = 'seven green ladders';
const INSIDE = { name: 'recipe.json', type: 'application/json' };
const CONTENT = '{"schema":"termwise/recipe@2"}';

/** Tries every bit of a file, and round counts below the least; says how many were tried and which were let through. */
export async function everyBitCounts(): Promise<boolean> {
  const made = await lockFile(new Blob([CONTENT]), INSIDE, PASSPHRASE, Uint8Array.from(randomBytes(RANDOM_BYTES)));
  if (!made.ok) throw new Error(made.error);
  const file = new Uint8Array(await made.value.arrayBuffer());
  const whole = await unlockFile(new Blob([file]), PASSPHRASE);
  if (!whole.ok || (await whole.value.blob.text()) !== CONTENT) {
    console.error('locked file: it does not open as it was written');
    return false;
  }
  const bits = Array.from({ length: file.length * 8 }, (_, bit) => bit);
  const open = await failing(bits, (bit) => withFlipped(file, bit));
  const lower = [0, 1, 1000, 100_000, 599_999, ROUNDS - 1];
  const weak = await failing(lower, (rounds) => withRounds(file, rounds));
  console.log(
    `locked file: ${String(bits.length)} bits of ${String(file.length)} bytes flipped one by one, ${String(open.length)} let through; ` +
      `${String(lower.length)} lowered round counts, ${String(weak.length)} let through`,
  );
  for (const bit of open) console.error(`let through: bit ${String(bit % 8)} of byte ${String(Math.floor(bit / 8))}`);
  for (const rounds of weak) console.error(`let through: ${String(rounds)} rounds`);
  return open.length === 0 && weak.length === 0;
}

/** Those whose file was not refused. */
async function failing(cases: readonly number[], fileOf: (one: number) => Uint8Array<ArrayBuffer>): Promise<number[]> {
  const found: number[] = [];
  const left = cases.values();
  const work = async (): Promise<void> => {
    for (const one of left) {
      const result = await unlockFile(new Blob([fileOf(one)]), PASSPHRASE);
      if (result.ok || result.error !== 'refused') found.push(one);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
}

function withFlipped(file: Uint8Array<ArrayBuffer>, bit: number): Uint8Array<ArrayBuffer> {
  const changed = file.slice();
  const at = Math.floor(bit / 8);
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
  return changed;
}

function withRounds(file: Uint8Array<ArrayBuffer>, rounds: number): Uint8Array<ArrayBuffer> {
  const changed = file.slice();
  new DataView(changed.buffer).setUint32(FIRST_LINE.length, rounds, true);
  return changed;
}
