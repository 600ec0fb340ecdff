/** The moments around a term end: the day before, the day, the day after. */
import { describe, expect, it } from 'vitest';
import { lockPhase, locksOf } from '../../src/core/locks.ts';
import { day } from '../support/simulation.ts';

const END = day('2026-12-14');

describe('the locks of a term that ends on 14 December', () => {
  it('are the last day, the day after, and a week after that, each at 00:00 UTC', () => {
    expect(locksOf(END)).toEqual({
      locksAt: day('2026-12-14'),
      renewsFrom: day('2026-12-15'),
      renewedBy: day('2026-12-16'),
      windowEnds: day('2026-12-22'),
    });
  });

  it.each([
    ['2026-12-13', 'open'],
    ['2026-12-14', 'locked'],
    ['2026-12-15', 'renewing'],
    ['2026-12-16', 'window'],
    ['2026-12-21', 'window'],
    ['2026-12-22', 'past'],
  ] as const)('on %s are %s', (asOf, phase) => {
    expect(lockPhase(END, day(asOf))).toBe(phase);
  });
});
