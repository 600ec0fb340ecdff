/** Draws against theory: mean and variance of every kind, and correlations as they were asked for, within 4 standard errors. */
import { describe, expect, it } from 'vitest';
import type {
  Distribution,
  UncertainInput,
  UncertainNumber,
  Uncertainty,
} from '../../../src/core/scenario/uncertainty.ts';
import { DrawMaker, SLAB } from '../../../src/sim/uncertainty/draws.ts';
import { planInput } from '../../../src/sim/uncertainty/inputs.ts';
import { keyOfSeed } from '../../../src/sim/uncertainty/seed.ts';
import { type PlannedInput, UNCERTAIN } from '../../../src/sim/uncertainty/types.ts';
import { runs } from '../../support/runs.ts';

/** A million in `npm run soak`. */
const COUNT = SLAB * Math.round(runs(400));

const NO_LOADINGS: Uncertainty['loadings'] = { price: '0', fx: '0', behaviour: '0' };

function planned(input: UncertainInput, loadings = NO_LOADINGS): PlannedInput {
  return planInput(input, 0, { trials: COUNT, seed: 'draws', inputs: [input], loadings, limits: [] });
}

function priceOf(distribution: Distribution): UncertainNumber {
  return { what: 'price', match: {}, shared: false, distribution };
}

/** The draws of one subscription in `COUNT` trials. */
function draws(input: PlannedInput, id = 1): Float64Array {
  const maker = new DrawMaker(keyOfSeed('draws'));
  const values = new Float64Array(COUNT);
  const slab = new Int32Array(SLAB);
  for (let first = 0; first < COUNT; first += SLAB) {
    maker.begin(first, SLAB);
    maker.own(slab, input, UNCERTAIN.indexOf(input.what), { c1: id, c2: 0, twin: 0 });
    values.set(slab, first);
  }
  return values;
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
  /** Standard errors of both, by the sample's fourth moment. */
  readonly errorOfMean: number;
  readonly errorOfVariance: number;
}

function moments(values: Float64Array): Moments {
  const count = values.length;
  const power = (n: number, centre: number): number =>
    values.reduce((sum, value) => sum + (value - centre) ** n, 0) / count;
  const mean = power(1, 0);
  const variance = power(2, mean);
  const errorOfVariance = Math.sqrt((power(4, mean) - variance ** 2) / count);
  return { mean, variance, errorOfMean: Math.sqrt(variance / count), errorOfVariance };
}

/** Percentages with their theory. */
const KINDS: readonly { readonly distribution: Distribution; readonly mean: number; readonly variance: number }[] = [
  { distribution: { kind: 'uniform', min: '-5', max: '15' }, mean: 5, variance: 400 / 12 },
  {
    distribution: { kind: 'triangular', min: '-2', mode: '1', max: '12' },
    mean: 11 / 3,
    variance: (4 + 1 + 144 - -2 - -24 - 12) / 18,
  },
  // Mean (a + 4m + b) ÷ 6, variance (mean − a)(b − mean) ÷ 7.
  {
    distribution: { kind: 'pert', min: '0', mode: '5', max: '30' },
    mean: 50 / 6,
    variance: ((50 / 6) * (130 / 6)) / 7,
  },
  { distribution: { kind: 'pert', min: '0', mode: '0', max: '30' }, mean: 5, variance: (5 * 25) / 7 },
  {
    distribution: { kind: 'pert', min: '10', mode: '30', max: '30' },
    mean: 80 / 3,
    variance: ((50 / 3) * (10 / 3)) / 7,
  },
  { distribution: { kind: 'normal', mean: '4', sd: '6' }, mean: 4, variance: 36 },
  { distribution: { kind: 'lognormal', mean: '8', sd: '5' }, mean: 8, variance: 25 },
  {
    distribution: {
      kind: 'discrete',
      values: [
        { value: '20', weight: '1' },
        { value: '0', weight: '5' },
        { value: '3', weight: '2' },
      ],
    },
    mean: 26 / 8,
    variance: (400 + 18) / 8 - (26 / 8) ** 2,
  },
];

describe('draws', () => {
  it.each(KINDS)('have the mean and variance of $distribution.kind', ({ distribution, mean, variance }) => {
    const percents = draws(planned(priceOf(distribution))).map((factor) => factor / 10_000 - 100);
    const found = moments(percents);
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * found.errorOfMean);
    expect(Math.abs(found.variance - variance)).toBeLessThan(4 * found.errorOfVariance);
  });

  it('divide outcomes by their shares', () => {
    const input = planned({ what: 'outcome', match: {}, shared: false, renews: '6', cancels: '1', est: '3' });
    const counts = [0, 0, 0];
    for (const outcome of draws(input)) counts[outcome] = (counts[outcome] ?? 0) + 1;
    for (const [outcome, share] of [0.6, 0.1, 0.3].entries()) {
      const error = Math.sqrt((share * (1 - share)) / COUNT);
      expect(Math.abs((counts[outcome] ?? 0) / COUNT - share)).toBeLessThan(4 * error);
    }
  });

  it('are whole days from 0 on, and no change below losing all', () => {
    const days = draws(planned({ ...priceOf({ kind: 'normal', mean: '2', sd: '10' }), what: 'bridgeDays' }));
    expect(days.every((day) => Number.isInteger(day) && day >= 0)).toBe(true);
    const factors = draws(planned(priceOf({ kind: 'normal', mean: '-90', sd: '30' })));
    expect(factors.reduce((least, factor) => Math.min(least, factor))).toBe(0);
  });

  it('are constant where the spread is nothing', () => {
    const flat: readonly Distribution[] = [
      { kind: 'constant', value: '2.5' },
      { kind: 'uniform', min: '2.5', max: '2.5' },
      { kind: 'pert', min: '2.5', mode: '2.5', max: '2.5' },
      { kind: 'normal', mean: '2.5', sd: '0' },
      {
        kind: 'discrete',
        values: [
          { value: '2.5', weight: '7' },
          { value: '9', weight: '0' },
        ],
      },
    ];
    for (const distribution of flat)
      expect(planned(priceOf(distribution))).toMatchObject({ form: 'constant', value: 1_025_000 });
  });
});

function correlation(one: Float64Array, other: Float64Array): number {
  const [a, b] = [moments(one), moments(other)];
  const sum = one.reduce((total, value, at) => total + (value - a.mean) * ((other[at] ?? 0) - b.mean), 0);
  return sum / one.length / Math.sqrt(a.variance * b.variance);
}

/** Of a sample correlation of normal variables. */
function errorOf(asked: number): number {
  return (1 - asked * asked) / Math.sqrt(COUNT);
}

describe('the common factor', () => {
  const normal: Distribution = { kind: 'normal', mean: '0', sd: '10' };
  const pair = (price: string, fx: string): readonly [Float64Array, Float64Array] => {
    const loadings = { price, fx, behaviour: '0' };
    return [draws(planned(priceOf(normal), loadings)), draws(planned({ ...priceOf(normal), what: 'fx' }, loadings))];
  };

  it.each([
    ['0.8', '0.5', 0.4],
    ['0.9', '-0.7', -0.63],
    ['-0.6', '-0.6', 0.36],
    ['0', '0.9', 0],
    ['1', '1', 1],
  ])('lets loadings of %s and %s correlate by their product', (price, fx, asked) => {
    const achieved = correlation(...pair(price, fx));
    expect(Math.abs(achieved - asked)).toBeLessThanOrEqual(4 * errorOf(asked) + 1e-9);
  });

  it('correlates subscriptions with each other by the square of the loading', () => {
    const input = planned({ ...priceOf(normal), what: 'seats' }, { ...NO_LOADINGS, behaviour: '0.7' });
    const achieved = correlation(draws(input, 1), draws(input, 2));
    expect(Math.abs(achieved - 0.49)).toBeLessThan(4 * errorOf(0.49));
  });

  it('leaves every kind its own distribution', () => {
    const input = planned(priceOf({ kind: 'triangular', min: '-2', mode: '1', max: '12' }), {
      ...NO_LOADINGS,
      price: '-0.8',
    });
    const found = moments(draws(input).map((factor) => factor / 10_000 - 100));
    expect(Math.abs(found.mean - 11 / 3)).toBeLessThan(4 * found.errorOfMean);
    expect(Math.abs(found.variance - 163 / 18)).toBeLessThan(4 * found.errorOfVariance);
  });
});
