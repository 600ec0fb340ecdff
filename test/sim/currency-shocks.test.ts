/** Currency shocks: list prices of one currency move, what was paid does not, and the cliff says what the shock adds. */
import { describe, expect, it } from 'vitest';
import type { FxShock } from '../../src/core/scenario/scenario.ts';
import { day } from '../support/simulation.ts';
import {
  type Run,
  type SubscriptionCells,
  portfolio,
  price,
  priceList,
  result,
  results,
  simulation,
} from '../support/books.ts';

const LIST = priceList([
  price('P1Y/Annual', '120', '150'),
  price('P1Y/Monthly', '126', '157.56'),
  price('P1M/Monthly', '12', '15'),
  price('P1Y/Annual', '12000', '15000', { market: 'JP', currency: 'JPY' }),
  price('P1M/Monthly', '1200', '1500', { market: 'JP', currency: 'JPY' }),
]);

function shocked(shocks: readonly FxShock[], run: Run = {}): Run {
  return { ...run, scenario: { ...run.scenario, fx: { shocks, rates: [], reporting: undefined } } };
}

function only(cells: SubscriptionCells, ...shocks: readonly FxShock[]) {
  return result([LIST, portfolio([cells])], shocked(shocks));
}

const UP: FxShock = { currency: 'usd', from: day('2026-12-01'), percent: '10' };

describe('a currency shock', () => {
  it('moves the EST price and the renewal, and is a step of its own', () => {
    expect(only({}, UP)).toMatchObject({
      currentUnit: '10.00',
      renewUnit: '11.00',
      // hu2(13.20 × 1.03) against hu2(12.00 × 1.03).
      estUnit: '13.60',
      cliff: { promotion: '0.00', listMove: '0.00', commitment: '2.00', estUplift: '0.36', currency: '1.24' },
    });
  });

  it('touches neither what was paid nor another currency', () => {
    expect(only({ pricePaid: '9' }, UP).currentUnit).toBe('9.00');
    expect(only({ pricePaid: '9' }, { ...UP, from: day('2020-01-01') }).currentUnit).toBe('9.00');
    expect(only({}, { ...UP, from: day('2020-01-01') }).currentUnit).toBe('10.00');
    const yen = { market: 'JP', currency: 'JPY' };
    expect(only(yen, UP)).toEqual(only(yen));
  });

  it('begins on its day: cycles before it cost what they did', () => {
    const document = results(
      [LIST, portfolio([{}])],
      shocked([{ ...UP, from: day('2027-01-02') }], { horizonMonths: 4 }),
    );
    expect(document.months.map(({ month, est }) => [month, est])).toEqual([
      ['2026-12', '123.60'],
      ['2027-01', '123.60'],
      ['2027-02', '136.00'],
      ['2027-03', '92.13'],
    ]);
    const { totals } = simulation(
      [LIST, portfolio([{}])],
      shocked([{ ...UP, from: day('2027-01-02') }], { horizonMonths: 4 }),
    );
    // February whole: 10 × 1.24; March 21 of 31 days.
    expect(totals[0]?.currencyMove).toBe(1240 + 840);
  });

  it('comes after the price changes and keeps whole instalments, one shock after the other', () => {
    const rise = { match: {}, from: day('2026-01-01'), kind: 'percent', value: '5', columns: 'both' } as const;
    const monthly = { billingPlan: 'Monthly' };
    const run = { scenario: { priceChanges: [rise] } };
    const twice = [UP, { ...UP, percent: '3' }];
    // 12 × hu2(126 × 1.05 / 12) = 12 × 11.03; × 1.1 = 12 × 12.13; × 1.03 = 12 × 12.49.
    expect(result([LIST, portfolio([monthly])], shocked(twice, run)).renewUnit).toBe('12.49');
  });

  it('moves both sides of a subscription in EST, so that only their difference is its step', () => {
    const est = price('P1M/Monthly', '12.36', '12.36', { skuId: '9', skuTitle: 'Suite Extended Service Term' });
    const list = priceList([price('P1Y/Annual', '120'), price('P1M/Monthly', '12'), est]);
    const cells = { skuId: '9', termDuration: 'P1M', billingPlan: 'Monthly', commitmentStart: '2026-11-01' };
    const run = shocked([{ ...UP, from: day('2026-11-22') }]);
    expect(result([list, portfolio([cells])], run)).toMatchObject({
      currentUnit: '11.00',
      estUnit: '13.60',
      cliff: { promotion: '0.00', listMove: '0.00', commitment: '2.00', estUplift: '0.36', currency: '0.24' },
    });
  });
});
