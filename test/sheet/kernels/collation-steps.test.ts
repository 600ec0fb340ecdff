import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collationRanks } from '../../../src/sheet/kernels/collation.ts';
import { collationRankSteps } from '../../../src/sheet/kernels/collation-steps.ts';

function drained(values: readonly string[]): { ranks: Uint32Array; pauses: number } {
  const steps = collationRankSteps(values, 'en');
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done === true) return { ranks: step.value, pauses };
  }
}

describe('ranks in slices', () => {
  it('are those of one go', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 60 }), (values) => {
        expect([...drained(values).ranks]).toEqual([...collationRanks(values, 'en')]);
      }),
    );
  });

  it('pause while a large dictionary is sorted', () => {
    const values = Array.from({ length: 20_000 }, (_, index) => `id ${String((index * 7919) % 20_000)}`);
    const { ranks, pauses } = drained(values);
    expect(pauses).toBeGreaterThan(20);
    expect([...ranks]).toEqual([...collationRanks(values, 'en')]);
  });
});
