/** Against NIST's univariate data sets NumAcc1–4 (StRD) and examples of Excel's PERCENTILE.INC. */
import { describe, expect, it } from 'vitest';
import { percentileInc, sampleStatistics } from '../../src/core/sample-statistics.ts';

/** Digits that agree with a certified value. */
function digits(value: number, certified: number): number {
  return value === certified ? 16 : -Math.log10(Math.abs(value - certified) / Math.abs(certified));
}

/** `first`, then `pairs` times two values in turn. */
function alternating(first: number, odd: number, even: number, pairs: number): Float64Array {
  return Float64Array.from([first, ...Array.from({ length: pairs }, () => [odd, even]).flat()]);
}

const SETS = [
  { name: 'NumAcc1', values: Float64Array.of(10_000_001, 10_000_003, 10_000_002), mean: 10_000_002, sd: 1, least: 9 },
  { name: 'NumAcc2', values: alternating(1.2, 1.1, 1.3, 500), mean: 1.2, sd: 0.1, least: 9 },
  {
    name: 'NumAcc3',
    values: alternating(1_000_000.2, 1_000_000.1, 1_000_000.3, 500),
    mean: 1_000_000.2,
    sd: 0.1,
    least: 9,
  },
  {
    name: 'NumAcc4',
    values: alternating(10_000_000.2, 10_000_000.1, 10_000_000.3, 500),
    mean: 10_000_000.2,
    sd: 0.1,
    least: 8,
  },
];

describe('sample statistics', () => {
  it.each(SETS)('have the digits that $name asks for', ({ values, mean, sd, least }) => {
    const statistics = sampleStatistics(values);
    expect(digits(statistics.mean, mean)).toBeGreaterThanOrEqual(least);
    expect(digits(statistics.sd, sd)).toBeGreaterThanOrEqual(least);
  });

  it('know the ends, and how sure the mean is', () => {
    const { min, max, count, standardError } = sampleStatistics(Float64Array.of(3, -1, 4, 2));
    expect({ min, max, count }).toEqual({ min: -1, max: 4, count: 4 });
    expect(standardError).toBeCloseTo(1.0801234497346435, 14);
    expect(sampleStatistics(Float64Array.of(7))).toMatchObject({ mean: 7, sd: 0, standardError: 0 });
    expect(sampleStatistics(new Float64Array(0)).mean).toBeNaN();
  });
});

describe('percentiles', () => {
  it.each([
    // Microsoft's own example of PERCENTILE.INC.
    { values: [1, 2, 3, 4], percent: 30, is: 1.9 },
    { values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], percent: 95, is: 9.55 },
    { values: [15, 20, 35, 40, 50], percent: 40, is: 29 },
    { values: [1, 3], percent: 0, is: 1 },
    { values: [1, 3], percent: 100, is: 3 },
    { values: [7], percent: 37, is: 7 },
  ])('are those of PERCENTILE.INC: $values at $percent', ({ values, percent, is }) => {
    expect(percentileInc(Float64Array.from(values), percent)).toBeCloseTo(is, 12);
  });
});
