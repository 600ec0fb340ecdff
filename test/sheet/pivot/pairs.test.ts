import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstCodes, groupPairs, pairOf, secondCodes } from '../../../src/sheet/pivot/pairs.ts';
import { runs } from '../../support/runs.ts';

const item = (size: number): fc.Arbitrary<readonly [number, number]> => fc.tuple(fc.nat(size - 1), fc.nat(size - 1));

describe.each([
  ['few, ticked off in a table', 7],
  ['many, sorted', 3_000_000],
])('pairs out of %s', (_, size) => {
  test('are numbered in order, and found again', () => {
    fc.assert(
      fc.property(fc.array(item(size)), (items) => {
        const pairs = groupPairs(Uint32Array.from(items, ([one]) => one), size, Uint32Array.from(items, ([, two]) => two), size); // prettier-ignore
        expect([...pairs.keys]).toEqual(
          [...new Set(items.map(([one, two]) => one * size + two))].sort((a, b) => a - b),
        );
        const [first, second] = [firstCodes(pairs), secondCodes(pairs)];
        for (const [index, pair] of items.entries()) {
          const id = pairs.ids[index] ?? -1;
          expect([first[id], second[id]]).toEqual(pair);
          expect(pairOf(pairs, ...pair)).toBe(id);
        }
        expect(pairOf(pairs, size, 0)).toBe(-1);
      }),
      { numRuns: runs(100) },
    );
  });
});
