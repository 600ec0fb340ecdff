import { describe, expect, test } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import type { TrailSubject } from '../../../src/state/trail.svelte.ts';
import { currencyToShow, totalsOf } from '../../../src/views/exposure/currencies.ts';
import { exposureKpis } from '../../../src/views/exposure/kpis.ts';
import { stageOf } from '../../../src/views/exposure/stage.ts';
import { totals } from '../../support/simulation.ts';

const USD = totals('USD', {
  subscriptions: 412,
  exposed: 51,
  atRisk: 42,
  est: 80_848_905,
  extra: 24_004_004,
  promotion: 5_307_723,
  absorbed: -120,
});
const EUR = totals('EUR', { subscriptions: 9, exposed: 60 });

describe('the open currency', () => {
  test('is the chosen one while there is one, else the one with the most exposed subscriptions', () => {
    expect(currencyToShow([USD, EUR], undefined)).toBe('EUR');
    expect(currencyToShow([USD, EUR], 'USD')).toBe('USD');
    expect(currencyToShow([EUR], 'USD')).toBe('EUR');
    expect(currencyToShow([], undefined)).toBe('');
  });

  test('has zeros when a filter leaves none of its rows', () => {
    expect(totalsOf({ totals: [EUR] }, 'USD')).toMatchObject({ currency: 'USD', exposed: 0, est: 0 });
  });
});

test('key figures show the totals with their signs, and open the trail of the sum behind them', () => {
  const followed: TrailSubject[] = [];
  let atRiskOnly = false;
  const kpis = exposureKpis(USD, 12, createFormat('en-GB'), {
    follow: (subject) => followed.push(subject),
    showAtRisk: () => (atRiskOnly = true),
  });
  expect(kpis.map(({ value, of, unit }) => [unit ?? of, value])).toEqual([
    ['of 412', '51'],
    ['of 51', '42'],
    ['USD', '808,489.05'],
    ['USD', '+240,040.04'],
    ['USD', '+53,077.23'],
    ['USD', '−1.20'],
  ]);
  for (const { onOpen } of kpis) onOpen?.();
  expect(followed).toHaveLength(6);
  expect(atRiskOnly).toBe(true);
  expect(followed.slice(0, 2)).toEqual([
    { kind: 'count', currency: 'USD', count: 'exposed' },
    { kind: 'count', currency: 'USD', count: 'at-risk' },
  ]);
  expect(followed[4]).toEqual({ kind: 'total', currency: 'USD', amount: 'promotion' });
});

test.each([
  ['nothing', { hasPrices: false, subscriptions: 0, unpriced: 0, waiting: 0, totals: totals('') }],
  ['no-subscriptions', { hasPrices: true, subscriptions: 0, unpriced: 0, waiting: 0, totals: totals('') }],
  ['waiting', { hasPrices: true, subscriptions: 0, unpriced: 0, waiting: 2, totals: totals('') }],
  ['waiting', { hasPrices: false, subscriptions: 0, unpriced: 0, waiting: 2, totals: totals('') }],
  ['no-prices', { hasPrices: false, subscriptions: 3, unpriced: 3, waiting: 0, totals: USD }],
  ['unpriced', { hasPrices: true, subscriptions: 3, unpriced: 3, waiting: 0, totals: totals('USD') }],
  ['not-exposed', { hasPrices: true, subscriptions: 3, unpriced: 1, waiting: 0, totals: totals('USD') }],
  ['results', { hasPrices: true, subscriptions: 3, unpriced: 1, waiting: 0, totals: USD }],
])('the screen is at the stage %s', (stage, facts) => {
  expect(stageOf(facts)).toBe(stage);
});
