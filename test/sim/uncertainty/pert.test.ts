/** PERT quantiles against the closed form of the beta distribution with whole parameters. */
import { describe, expect, it } from 'vitest';
import { pertQuantile, pertTable } from '../../../src/sim/uncertainty/pert.ts';

/** C(5, k). */
const CHOOSE_OF_5 = [1, 5, 10, 10, 5, 1] as const;

/** The chance of falling below x with α + β = 6 and whole α: that of at least α hits in five tries. */
function chanceBelow(x: number, alpha: number): number {
  return CHOOSE_OF_5.reduce<number>(
    (sum, ways, hits) => (hits < alpha ? sum : sum + ways * x ** hits * (1 - x) ** (5 - hits)),
    0,
  );
}

describe('PERT quantiles', () => {
  it.each([1, 2, 3, 4, 5])('fall where the beta distribution of α = %i has its chances', (alpha) => {
    const table = pertTable((alpha - 1) / 4);
    let worst = 0;
    for (let k = 1; k < 20_000; k++) {
      const p = k / 20_000;
      worst = Math.max(worst, Math.abs(chanceBelow(pertQuantile(table, 0, p), alpha) - p));
    }
    expect(worst).toBeLessThan(1e-5);
  });
});
