/** The generator against its authors' known answers, and seeds against each other. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { philoxBlocks, toUnit } from '../../../src/sim/uncertainty/philox.ts';
import { keyOfSeed } from '../../../src/sim/uncertainty/seed.ts';

const VECTORS = join(import.meta.dirname, '../../../../shared/samples/rng-kat/kat_vectors');

/** Counter, key and result in hexadecimal words. */
function answer(line: string): { readonly given: readonly number[]; readonly expected: readonly string[] } {
  const words = line.trim().split(/\s+/);
  return { given: words.slice(0, 6).map((word) => Number.parseInt(word, 16)), expected: words.slice(6) };
}

function block([c0 = 0, c1 = 0, c2 = 0, c3 = 0, k0 = 0, k1 = 0]: readonly number[]): readonly string[] {
  const words = new Uint32Array(4);
  philoxBlocks(words, c0, 1, { c1, c2, c3, k0, k1 });
  return Array.from(words, (word) => word.toString(16).padStart(8, '0'));
}

const PUBLISHED = [
  '00000000 00000000 00000000 00000000 00000000 00000000 6627e8d5 e169c58d bc57ac4c 9b00dbd8',
  'ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff 408f276d 41c83b0e a20bc7c6 6d5451fd',
  '243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 d16cfe09 94fdcceb 5001e420 24126ea1',
];

describe('Philox4x32-10', () => {
  it.each(PUBLISHED)('gives the published words: %s', (line) => {
    const { given, expected } = answer(line);
    expect(block(given)).toEqual(expected);
  });

  it.skipIf(!existsSync(VECTORS))("passes all its authors' vectors (skipped where the samples are absent)", () => {
    const lines = readFileSync(VECTORS, 'utf8').split('\n');
    const own = lines.filter((line) => /^philox4x32\s+10\s/.test(line));
    expect(own.length).toBeGreaterThanOrEqual(3);
    for (const line of own) {
      const { given, expected } = answer(line.replace(/^\S+\s+\S+/, ''));
      expect(block(given)).toEqual(expected);
    }
  });

  it('gives the same words in whichever range of counters they are asked for', () => {
    const stream = { c1: 7, c2: 8, c3: 9, k0: 10, k1: 11 };
    const whole = new Uint32Array(40);
    philoxBlocks(whole, 5, 10, stream);
    const parts = new Uint32Array(40);
    philoxBlocks(parts.subarray(0, 12), 5, 3, stream);
    philoxBlocks(parts.subarray(12), 8, 7, stream);
    expect(parts).toEqual(whole);
  });

  it('stays strictly between 0 and 1', () => {
    expect(toUnit(0)).toBeGreaterThan(0);
    expect(toUnit(2 ** 32 - 1)).toBeLessThan(1);
  });
});

const COUNT = 20_000;

function sample(seed: string): Float64Array {
  const [k0, k1] = keyOfSeed(seed);
  const words = new Uint32Array(COUNT);
  philoxBlocks(words, 0, COUNT / 4, { c1: 0, c2: 0, c3: 0, k0, k1 });
  return Float64Array.from(words, (word) => toUnit(word) - 0.5);
}

/** In standard errors; independent samples are within 4. */
function correlation(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < COUNT; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return (sum * 12) / Math.sqrt(COUNT);
}

describe('seeds', () => {
  const seeds = ['', '0', '1', '2', '3', '4294967295', '4294967296', 'a', 'b'];

  it('give streams that have nothing in common, also where they are neighbours', () => {
    const samples = seeds.map(sample);
    for (const [at, one] of samples.entries()) {
      for (const other of samples.slice(at + 1)) expect(Math.abs(correlation(one, other))).toBeLessThan(4);
    }
  });

  it('give streams that are spread evenly', () => {
    for (const seed of seeds) {
      const values = sample(seed);
      const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
      expect(Math.abs(mean) * Math.sqrt(12 * COUNT)).toBeLessThan(4);
    }
  });
});
