import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TupleIndex } from '../../src/sim/tuple-index.ts';
import { runs } from '../support/runs.ts';

const place = fc.tuple(fc.integer({ min: -2, max: 3 }), fc.constantFrom(0, 1, -0x80000000, 0x7fffffff));

function columnsOf(places: readonly (readonly [number, number])[]): readonly Int32Array[] {
  return [Int32Array.from(places, ([one]) => one), Int32Array.from(places, ([, other]) => other)];
}

test('combinations are numbered as a dictionary of texts would, and found again from other columns', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), fc.array(place, { maxLength: 20 }), (added, asked) => {
      const index = new TupleIndex(columnsOf(added), added.length);
      const texts = new Map<string, number>();
      added.forEach((one, at) => {
        const text = one.join(' ');
        if (!texts.has(text)) texts.set(text, texts.size);
        expect(index.add(at)).toBe(texts.get(text));
        expect(added[index.first[index.size - 1] ?? 0]?.join(' ')).toBe([...texts.keys()].at(-1));
      });
      expect(index.size).toBe(texts.size);
      asked.forEach((one, at) => {
        expect(index.find(columnsOf(asked), at)).toBe(texts.get(one.join(' ')) ?? -1);
      });
    }),
    { numRuns: runs(60) },
  );
});
