/** What a marked stretch of days shows is what the same days show when they are asked for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, parseExact, toDecimal, ZERO } from '../../../src/core/exact.ts';
import type { UsageGroups } from '../../../src/sim/azure/types.ts';
import { MarkedGroups } from '../../../src/views/azure/consumption/marked.ts';
import { runs } from '../../support/runs.ts';

interface Cell {
  readonly group: number;
  readonly period: number;
  readonly exact: string;
  readonly rows: number;
}

const NAMES = ['A', 'B', 'C', 'D'];

function groupsOf(cells: readonly Cell[]): UsageGroups {
  return {
    groups: NAMES.map((name) => [name]),
    names: NAMES.map((name) => [`Name ${name}`]),
    totals: NAMES.map(() => '0'),
    group: Uint32Array.from(cells, ({ group }) => group),
    period: Int32Array.from(cells, ({ period }) => period),
    value: Float64Array.from(cells, ({ exact }) => Number(exact)),
    exact: cells.map(({ exact }) => exact),
    rows: Uint32Array.from(cells, ({ rows }) => rows),
    sum: '0',
    units: [],
  };
}

const sumOf = (cells: readonly Cell[]): string =>
  toDecimal(
    cells.reduce((sum, { exact }) => add(sum, parseExact(exact) ?? ZERO), ZERO),
    0,
    24,
  );

const amount = fc
  .tuple(fc.integer({ min: -9_000_000, max: 9_000_000 }), fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }))
  .map(([whole, rest]) => `${String(whole)}.${rest.toString().padStart(18, '0')}`);
const cell = fc.record({
  group: fc.nat(3),
  period: fc.integer({ min: 20_000, max: 20_020 }),
  exact: amount,
  rows: fc.integer({ min: 1, max: 9 }),
});

describe('a marked stretch', () => {
  it('has the exact sums and the lines of its days, and no group without lines', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 60 }), fc.nat(20), fc.nat(20), (cells, a, b) => {
        const periods = cells.map(({ period }) => period);
        const clamp = (day: number): number =>
          Math.min(Math.max(20_000 + day, Math.min(...periods)), Math.max(...periods));
        const [from, to] = [Math.min(clamp(a), clamp(b)), Math.max(clamp(a), clamp(b))];
        const inside = cells.filter(({ period }) => period >= from && period <= to);
        const found = new MarkedGroups(groupsOf(cells)).between(from, to);
        expect(found.sum).toBe(sumOf(inside));
        const expected = NAMES.flatMap((name, group) => {
          const own = inside.filter((one) => one.group === group);
          return own.length === 0 ? [] : [[name, sumOf(own), own.reduce((sum, { rows }) => sum + rows, 0)]];
        });
        const rows = found.groups.map(([name], at) => [name, found.totals[at], found.rows[at]]);
        expect(rows.toSorted((x, y) => String(x[0]).localeCompare(String(y[0])))).toEqual(expected);
        expect([...found.value]).toEqual([...found.value].toSorted((x, y) => y - x));
      }),
      { numRuns: runs(100) },
    );
  });

  it('of nothing is nothing', () => {
    expect(new MarkedGroups(groupsOf([])).between(20_000, 20_001).groups).toEqual([]);
  });
});
