import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnId, idsOf, nameId, planFormulas } from '../../../src/sheet/formula/order.ts';
import { needsOf } from '../../../src/sheet/formula/needs.ts';
import { parseFormula } from '../../../src/sheet/formula/parse.ts';
import { runs } from '../../support/runs.ts';

test('a chain of 10,000 that stands in the wrong order', () => {
  const chain = Array.from({ length: 10_000 }, (_, at) => ({
    id: `c${at}`,
    needs: at === 0 ? ['input'] : [`c${at - 1}`],
  }));
  const plan = planFormulas(chain.toReversed());
  expect(plan.order).toEqual(chain.map(({ id }) => id));
  expect(plan.affected(['c5000'])).toHaveLength(5000);
  expect(plan.affected(['input'])).toHaveLength(10_000);
  expect(plan.affected(['elsewhere'])).toEqual([]);
});

test('a ring of 10,000 is named, and what reads it falls with it', () => {
  const ring = Array.from({ length: 10_000 }, (_, at) => ({ id: `c${at}`, needs: [`c${(at + 1) % 10_000}`] }));
  const plan = planFormulas([{ id: 'reader', needs: ['c7'] }, { id: 'free', needs: [] }, ...ring]);
  expect(plan.order).toEqual(['free']);
  expect(plan.cycles.size).toBe(10_001);
  expect(plan.cycles.get('reader')).toHaveLength(10_001);
});

test('two names that read each other', () => {
  const plan = planFormulas([
    { id: 'a', needs: ['b', 'x'] },
    { id: 'b', needs: ['a'] },
    { id: 'c', needs: ['c'] },
    { id: 'd', needs: ['e'] },
    { id: 'e', needs: [] },
  ]);
  expect(plan.order).toEqual(['e', 'd']);
  expect([...plan.cycles]).toEqual([
    ['a', ['a', 'b', 'a']],
    ['b', ['a', 'b', 'a']],
    ['c', ['c', 'c']],
  ]);
});

test('whatever reads whatever: each after what it needs, and only rings are left out', () => {
  const graph = fc.array(fc.array(fc.nat(29), { maxLength: 3 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(graph, fc.nat(29), (needs, changed) => {
      const formulas = needs.map((list, at) => ({ id: String(at), needs: list.map(String) }));
      const { order, cycles, affected } = planFormulas(formulas);
      expect(order.length + cycles.size).toBe(formulas.length);
      const place = new Map(order.map((id, at) => [id, at]));
      for (const { id, needs: list } of formulas) {
        if (cycles.has(id)) continue;
        for (const need of list) if (place.has(need)) expect(place.get(need)).toBeLessThan(place.get(id) ?? -1);
      }
      for (const ring of cycles.values()) {
        expect(ring.at(0)).toBe(ring.at(-1));
        for (const [at, id] of ring.slice(0, -1).entries())
          expect(needs[Number(id)]?.map(String)).toContain(ring[at + 1]);
      }
      const again = affected([String(changed)]);
      expect(again.filter((id) => order.includes(id))).toEqual(again);
    }),
    { numRuns: runs(500) },
  );
});

test('ids of what a formula reads are alike whatever their case', () => {
  const read = parseFormula('=[@Seats]*Other[Cost]*EST_Uplift');
  expect(read.ok && idsOf(needsOf(read.value), 'Portfolio')).toEqual([
    columnId('portfolio', 'SEATS'),
    columnId('OTHER', 'cost'),
    nameId('est_uplift'),
  ]);
});
