import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshLine } from '../../../src/core/obligations/plus/read.ts';
import { COST_FORMS, type CostLine } from '../../../src/core/obligations/plus/types.ts';
import { plusCost } from '../../../src/sim/obligations/plus-cost.ts';
import { TOLD_PERCENTILES } from '../../../src/sim/uncertainty/types.ts';
import { runs } from '../../support/runs.ts';

const line = (id: string, form: CostLine['form'], ...amounts: readonly number[]): CostLine => {
  const [low = '', likely = '', high = ''] = amounts.map(String);
  return { ...freshLine(id), form, low, likely, high };
};
const lines = fc
  .array(
    fc.record({
      form: fc.constantFrom(...COST_FORMS),
      amounts: fc.array(fc.oneof(fc.nat(1_000_000_000), fc.nat(3)), { minLength: 3, maxLength: 3 }),
    }),
    { maxLength: 7 },
  )
  .map((all) => all.map(({ form, amounts }, at) => line(String(at), form, ...amounts.toSorted((a, b) => a - b))));

const request = { currency: 'USD', trials: 500, seed: '1' };
const FEE = line('fee', 'triangular', 10_000, 20_000, 60_000);
const INSURANCE = line('insurance', 'pert', 5_000, 8_000, 9_000);
const WORK = { ...freshLine('work'), form: 'uniform' as const, low: '1000', high: '4000' };
const THREE = [FEE, INSURANCE, WORK];

describe('the cost range of CSPP Plus', () => {
  it('lies between the sums of the lowest and the highest amounts, its percentiles in order', () => {
    fc.assert(
      fc.property(lines, fc.string(), (all, seed) => {
        const { sums, sorted, spread, median, swings } = plusCost({ ...request, lines: all, seed, trials: 200 });
        const [p5 = NaN] = spread.percentiles;
        const p95 = spread.percentiles.at(-1) ?? NaN;
        const ordered = [sums.low, sorted[0] ?? NaN, ...spread.percentiles, sorted.at(-1) ?? NaN, sums.high];
        expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
        expect(p5).toBeLessThanOrEqual(p95);
        expect(median).toBeGreaterThanOrEqual(sums.low);
        expect(median).toBeLessThanOrEqual(sums.high);
        for (const { atLow, atHigh } of swings) {
          expect(atLow).toBeLessThanOrEqual(median);
          expect(atHigh).toBeGreaterThanOrEqual(median);
        }
        for (const sum of sorted) expect(Number.isSafeInteger(sum)).toBe(true);
      }),
      { numRuns: runs(60) },
    );
  });

  it('is the same to the bit for the same seed, and another for another', () => {
    fc.assert(
      fc.property(lines, fc.string(), (all, seed) => {
        expect(plusCost({ ...request, lines: all, seed })).toEqual(plusCost({ ...request, lines: all, seed }));
      }),
      { numRuns: runs(15) },
    );
    const sums = ['1', '2'].map((seed) => plusCost({ ...request, lines: THREE, seed }).sorted);
    expect(sums[0]).not.toEqual(sums[1]);
  });

  it('keeps the draws of a line whatever other lines there are, and trials whatever their number', () => {
    const alone = plusCost({ ...request, lines: [FEE] });
    const fixed = line('insurance', 'triangular', 70, 70, 70);
    const beside = plusCost({ ...request, lines: [fixed, FEE] });
    expect([...beside.sorted].map((sum) => sum - 7_000)).toEqual([...alone.sorted]);
    const few = plusCost({ ...request, trials: 300, lines: [FEE, INSURANCE] }).sorted;
    const many = new Set(plusCost({ ...request, trials: 1000, lines: [FEE, INSURANCE] }).sorted);
    expect([...few].every((sum) => many.has(sum))).toBe(true);
  });

  it('comes near to what the shapes have as mean and percentiles', () => {
    const trials = 40_000;
    const mean = (one: CostLine) => plusCost({ ...request, trials, lines: [one] }).spread.mean / 100;
    expect(mean(FEE) / 30_000).toBeCloseTo(1, 2);
    expect(mean(INSURANCE) / ((5_000 + 4 * 8_000 + 9_000) / 6)).toBeCloseTo(1, 2);
    expect(mean(WORK) / 2_500).toBeCloseTo(1, 2);
    const { percentiles } = plusCost({ ...request, trials, lines: [WORK] }).spread;
    for (const [at, percent] of TOLD_PERCENTILES.entries()) {
      expect((percentiles[at] ?? 0) / 100 / (1_000 + 30 * percent)).toBeCloseTo(1, 1);
    }
  });

  it('tells first what moves the sum most', () => {
    const { swings, median, lines: drawn } = plusCost({ ...request, lines: [...THREE, freshLine('certification')] });
    expect(swings.map(({ id }) => id)).toEqual(['fee', 'work', 'insurance']);
    expect(drawn).toBe(3);
    // Triangular: 10,000 + √(0.1 × 50,000 × 10,000), and so on.
    expect(swings[0]?.p10).toBe(1_707_107);
    expect(swings[0]?.p90).toBe(6_000_000 - 1_414_214);
    expect(median).toBeGreaterThan(3_000_000);
  });

  it('is nothing for costs of which nothing is said', () => {
    const { lines: drawn, sums, spread } = plusCost({ ...request, lines: [freshLine('fee')] });
    expect({ drawn, sums, p50: spread.percentiles[3] }).toEqual({
      drawn: 0,
      sums: { low: 0, likely: 0, high: 0 },
      p50: 0,
    });
  });
});
