/** The search itself, on functions whose every value is known: no solution, one, several, plateaus, jumps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Probe } from '../../../src/sim/what-if/bracket.ts';
import { type Sought, seek } from '../../../src/sim/what-if/seek.ts';
import { runs } from '../../support/runs.ts';
import { finished } from './book.ts';

function sought(f: (at: number) => number, from: number, to: number, present = from): Sought & { probes: number } {
  const known = new Map<number, Probe>();
  const probe = (at: number): Probe => {
    if (at < from || at > to || !Number.isInteger(at)) throw new Error(`INTERNAL: outside: ${String(at)}`);
    const gap = f(at);
    const found = known.get(at) ?? { at, gap, sign: Math.sign(gap) };
    known.set(at, found);
    return found;
  };
  return { ...finished(seek({ from, to, present, probe })), probes: known.size };
}

const places = ({ meetings }: Sought) => meetings.map(({ at }) => at.at);

describe('seek', () => {
  it('finds where a monotone step function meets the target: no place of the grid is nearer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2000, max: 2000 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.array(fc.nat(50), { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        (target, width, [a = 1, b = 1, c = 1], falls) => {
          const f = (at: number): number =>
            (falls ? -1 : 1) * (Math.floor((at * (a + 1)) / (b + 1)) + (at > width / 2 ? c * 20 : 0)) - target;
          const all = Array.from({ length: width + 1 }, (_, at) => f(at));
          const best = Math.min(...all.map(Math.abs));
          const result = sought(f, 0, width);
          expect(Math.abs(result.closest?.gap ?? NaN)).toBe(best);
          const meets = all.some((gap) => gap === 0) || Math.sign(all[0] ?? 0) !== Math.sign(all.at(-1) ?? 0);
          expect(result.meetings.length).toBe(meets ? 1 : 0);
          for (const { at, beside } of result.meetings) {
            expect(Math.abs(at.gap)).toBe(best);
            if (at.sign !== 0) expect([at.sign * (beside?.sign ?? 0), Math.abs(at.at - (beside?.at ?? NaN))]).toEqual([-1, 1]); // prettier-ignore
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('needs few steps more than bisection on a million places', () => {
    expect(sought((at) => at * at * at - 2e17, 0, 1_000_000).probes).toBeLessThan(33 + 20);
    expect(sought((at) => (at < 777_777 ? -1e9 : 1), 0, 1_000_000).probes).toBeLessThan(33 + 20);
  });

  it('finds all meetings of a curve, and each plateau once', () => {
    expect(places(sought((at) => (at - 100) * (at - 500) * (at - 900), 0, 1000))).toEqual([100, 500, 900]);
    const plateau = sought((at) => Math.max(0, at - 600) + Math.min(0, at - 400), 0, 1000);
    expect(plateau.meetings).toHaveLength(1);
    expect(plateau.meetings[0]?.at.sign).toBe(0);
  });

  it('looks closer where a curve only just reaches the target between two places of the first look', () => {
    expect(places(sought((at) => 50 - Math.abs(at - 312_345), 0, 1_000_000))).toEqual([312_295, 312_395]);
    expect(places(sought((at) => -Math.abs(at - 312_345), 0, 1_000_000))).toEqual([312_345]);
  });

  it('says what comes closest when nothing meets the target, and when nothing changes', () => {
    const none = sought((at) => 7 + Math.abs(at - 4321), 0, 10_000);
    expect([none.meetings.length, none.closest?.at, none.isFlat]).toEqual([0, 4321, false]);
    expect(sought(() => 3, 0, 100).isFlat).toBe(true);
    expect(sought((at) => (at === 50 ? 4 : 3), 0, 100, 50).isFlat).toBe(false);
  });

  it('passes over places without a result', () => {
    const result = sought((at) => (at < 10 ? NaN : at - 30), 0, 100);
    expect(places(result)).toEqual([30]);
  });
});
