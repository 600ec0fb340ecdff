/** A small book with everything uncertain. */
import { makeDay } from '../../src/core/days.ts';
import type { UncertainInput, Uncertainty } from '../../src/core/scenario/uncertainty.ts';
import { makeBook } from '../../src/sample/index.ts';
import { prepareBook } from '../../src/sim/index.ts';
import { type TrialPlan, planTrials } from '../../src/sim/uncertainty/index.ts';

export const UNCERTAIN_INPUTS: readonly UncertainInput[] = [
  { what: 'outcome', match: {}, shared: false, renews: '5', cancels: '1', est: '4' },
  {
    ...{ what: 'bridgeDays', match: {}, shared: false },
    distribution: { kind: 'pert', min: '0', mode: '45', max: '200' },
  },
  { what: 'seats', match: {}, shared: false, distribution: { kind: 'normal', mean: '0', sd: '10' } },
  { what: 'price', match: {}, shared: true, distribution: { kind: 'triangular', min: '0', mode: '5', max: '12' } },
  {
    ...{ what: 'fx', match: { currency: 'EUR' }, shared: false },
    distribution: { kind: 'lognormal', mean: '3', sd: '2' },
  },
];

export const TRIALS = 300;

/** 150 subscriptions in two currencies over twelve months. */
export function samplePlan(seed: string, limits: Uncertainty['limits'] = []): TrialPlan {
  const asOf = makeDay(2026, 11, 22) ?? 0;
  const book = makeBook({ asOf, seed: 1, subscriptions: 150 });
  const loadings = { price: '0.5', fx: '-0.3', behaviour: '0.2' };
  const uncertainty = { trials: TRIALS, seed, inputs: UNCERTAIN_INPUTS, loadings, limits };
  const request = { scenario: { ...book.scenario, uncertainty }, window: { asOf, horizonMonths: 12 } };
  const plan = planTrials(prepareBook({ datasets: book.datasets() }), request);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}
