import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharing } from '../../src/core/scenario/share.ts';
import { runs } from '../support/runs.ts';

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(undefined, null, 0, -0, 1, NaN, '', 'a', 1n, 2n, true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
    fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), tie('value')), { maxLength: 3 }).map((items) => new Map(items)),
    fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }).map((items) => new Set(items)),
  ),
})).value;

describe('sharing', () => {
  it('gives a value equal to the next one, whatever was before', () => {
    fc.assert(
      fc.property(value, value, (before, next) => {
        const shared: unknown = sharing(before, next);
        expect(shared).toStrictEqual(next);
        if (shared instanceof Map && next instanceof Map) expect([...shared]).toStrictEqual([...next]);
      }),
      { numRuns: runs(500) },
    );
  });

  it('gives the value before when a clone of it comes', () => {
    fc.assert(
      fc.property(value, (before) => {
        expect(Object.is(sharing(before, structuredClone(before)), before)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps the parts that are equal', () => {
    const before = { clauses: new Map([['a', { cap: 3 }]]), est: { bridge: 30, twins: [{ id: 'x' }] } };
    const next = structuredClone(before);
    next.est.bridge = 31;
    const shared = sharing(before, next);
    expect(shared.clauses).toBe(before.clauses);
    expect(shared.est).not.toBe(before.est);
    expect(shared.est.twins).toBe(before.est.twins);
  });
});
