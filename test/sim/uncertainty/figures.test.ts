/** What trials say, against arithmetic by hand and the engine at the same inputs; and what cannot be drawn. */
import { describe, expect, it } from 'vitest';
import { percentileInc } from '../../../src/core/sample-statistics.ts';
import type { Uncertainty } from '../../../src/core/scenario/uncertainty.ts';
import { uncertaintyDocument } from '../../../src/exporters/results/uncertainty.ts';
import { prepareBook, simulate } from '../../../src/sim/index.ts';
import {
  TRIAL_AMOUNTS,
  TrialSums,
  amountOfTrials,
  ownerTrials,
  planTrials,
  runTrials,
  summarise,
  tornadoOf,
} from '../../../src/sim/uncertainty/index.ts';
import { portfolio, price, priceList, scenario } from '../../support/books.ts';
import { day } from '../../support/simulation.ts';
import { TRIALS, samplePlan } from '../../support/uncertain-book.ts';

describe('the figures of trials', () => {
  const limits = [{ amount: 'extra', currency: 'USD', above: '1000' }];
  const plan = samplePlan('spring', limits);
  const sums = new TrialSums(plan);
  sums.add(runTrials(plan, 0, TRIALS));
  const whole = sums.whole();
  const summary = summarise(plan, whole, limits, (owner) => ownerTrials(plan, owner, 0, TRIALS));
  const dollars = plan.currencies.indexOf('USD');
  const extra = amountOfTrials(plan, whole, dollars, TRIAL_AMOUNTS.indexOf('extra'));
  const told = summary.amounts.find(({ currency, amount }) => currency === 'USD' && amount === 'extra');

  it('are those of their totals', () => {
    expect(told?.spread.mean).toBeCloseTo(extra.reduce((a, b) => a + b, 0) / TRIALS, 6);
    expect(told?.spread.percentiles.at(-1)).toBe(percentileInc(extra.toSorted(), 95));
    expect(summary.limits[0]?.crossed).toBe(extra.filter((value) => value > 100_000).length);
  });

  it('add up over months and customers', () => {
    const byMonth = summary.months.filter(({ currency, amount }) => currency === 'USD' && amount === 'extra');
    expect(byMonth.reduce((sum, { spread }) => sum + spread.mean, 0)).toBeCloseTo(told?.spread.mean ?? NaN, 4);
    const places = plan.owners.flatMap(({ currency }, owner) => (currency === dollars ? [owner] : []));
    const all = places.map((owner) => Number(whole.owners[owner])).sort((a, b) => b - a);
    expect(all.reduce((a, b) => a + b, 0)).toBe(extra.reduce((a, b) => a + b, 0));
    const worst = summary.customers
      .filter(({ currency }) => currency === 'USD')
      .map(({ spread }) => spread.mean * TRIALS);
    expect(worst.map(Math.round)).toEqual(all.filter((sum) => sum > 0).slice(0, 10));
  });

  it('stand in the results file with the digits of their currency, without a word on workers', () => {
    const document = uncertaintyDocument({ summary, currencies: plan.currencies, totals: whole.totals });
    expect(Object.keys(document)).toEqual(['trials', 'seed', 'perTrial', 'statistics']);
    expect(document.perTrial).toHaveLength(TRIALS);
    expect(document.perTrial[7]?.['USD']?.extra).toBe(((extra[7] ?? NaN) / 100).toFixed(2));
    const { p95 = '' } = document.statistics.totals['USD']?.['extra'] ?? {};
    expect(Number(p95)).toBeCloseTo(percentileInc(extra.toSorted(), 95) / 100, 4);
    expect(document.statistics.months[0]).toMatchObject({
      month: '2026-11',
      extra: { min: expect.any(String) as string },
    });
  });
});

describe('the tornado', () => {
  const list = priceList([price('P1Y/Annual', '120'), price('P1M/Monthly', '12')]);
  const book = prepareBook({ datasets: [list, portfolio([{ quantity: '10' }])] });
  const window = { asOf: day('2026-11-22'), horizonMonths: 12 };

  /** EST in minor units under constants. */
  function estWith(bridgeDays: number, seats: string): number {
    const value = { value: seats, author: '', at: '', reason: '' };
    const overrides = new Map([['sub', new Map([['quantity', value] as const])]]);
    const result = simulate(book, { scenario: scenario({ est: { bridgeDays }, overrides }), window });
    return result.totals[0]?.est ?? NaN;
  }

  it('has each input at its P10 and P90 and the other at its median', () => {
    const uncertainty: Uncertainty = {
      ...{ trials: 10, seed: '1', loadings: { price: '0', fx: '0', behaviour: '0' }, limits: [] },
      inputs: [
        { what: 'bridgeDays', match: {}, shared: false, distribution: { kind: 'uniform', min: '0', max: '100' } },
        { what: 'seats', match: {}, shared: false, distribution: { kind: 'uniform', min: '-50', max: '50' } },
      ],
    };
    const plan = planTrials(book, { scenario: scenario({ uncertainty }), window });
    if (!plan.ok) throw new Error('cannot be drawn');
    const { median, swings } = tornadoOf(plan.value);
    expect(median[0]).toBe(estWith(50, '10'));
    expect(swings.map(({ low, high }) => [low[0], high[0]])).toEqual([
      [estWith(10, '10'), estWith(90, '10')],
      [estWith(50, '6'), estWith(50, '14')],
    ]);
  });
});

describe('what cannot be drawn', () => {
  const one = { match: {}, shared: false } as const;

  it.each([
    ['trials', { trials: 0 }],
    ['loading', { loadings: { price: '1.01', fx: '0', behaviour: '0' } }],
    ['order', { inputs: [{ ...one, what: 'price', distribution: { kind: 'uniform', min: '2', max: '1' } }] }],
    ['order', { inputs: [{ ...one, what: 'fx', distribution: { kind: 'pert', min: '0', mode: '3', max: '2' } }] }],
    ['spread', { inputs: [{ ...one, what: 'seats', distribution: { kind: 'normal', mean: '0', sd: '-1' } }] }],
    ['mean', { inputs: [{ ...one, what: 'price', distribution: { kind: 'lognormal', mean: '0', sd: '1' } }] }],
    ['weights', { inputs: [{ ...one, what: 'outcome', renews: '0', cancels: '0', est: '0' }] }],
    ['weights', { inputs: [{ ...one, what: 'outcome', renews: '2', cancels: '-1', est: '0' }] }],
    ['limit', { limits: [{ amount: 'profit', currency: 'USD', above: '1' }] }],
  ] satisfies readonly (readonly [string, Partial<Uncertainty>])[])('is named: %s', (code, change) => {
    const loadings = { price: '0', fx: '0', behaviour: '0' };
    const uncertainty: Uncertainty = { trials: 1, seed: '', inputs: [], loadings, limits: [], ...change };
    const book = prepareBook({ datasets: [portfolio([{}])] });
    const window = { asOf: day('2026-11-22'), horizonMonths: 12 };
    const plan = planTrials(book, { scenario: scenario({ uncertainty }), window });
    expect(plan.ok ? [] : plan.error.map((problem) => problem.code)).toEqual([code]);
  });
});
