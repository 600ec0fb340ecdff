/** What a decision renews to, the promotion at renewal and the day of cancelling (D-07). */
import { describe, expect, it } from 'vitest';
import type { RenewTo, RuleSettings } from '../../src/core/scenario/scenario.ts';
import { explain, prepareBook } from '../../src/sim/index.ts';
import { DEFAULT_RULES } from '../../src/core/scenario/defaults.ts';
import {
  type ScenarioChanges,
  type SubscriptionCells,
  portfolio,
  price,
  priceList,
  promotions,
  result,
  results,
  scenario,
} from '../support/books.ts';
import { day } from '../support/simulation.ts';

const LIST = priceList([
  price('P1Y/Annual', '120'),
  price('P1Y/Monthly', '126'),
  price('P1M/Monthly', '12'),
  price('P3Y/Annual', '360', '360', { effectiveEnd: '2026-12-31' }),
  price('P3Y/Annual', '324', '324', { effectiveStart: '2027-01-01' }),
]);

function decided(renewTo: RenewTo, more: Partial<ScenarioChanges['est'] & { bridgeDays: number }> = {}) {
  const outcome = more.bridgeDays === undefined ? 'renews' : 'est';
  const decisions = [{ match: {}, outcome, renewTo, ...more } as const];
  return results([LIST, portfolio([{}])], { scenario: { decisions } });
}

describe('a decision to renew', () => {
  it('shows the price of the term and plan that it names, on the renewal day', () => {
    const [only] = decided({ termDuration: 'P3Y' }).subscriptions;
    expect(only).toMatchObject({ outcome: 'renews', renewUnit: '10.00', est: '0.00' });
    expect(decided({ billingPlan: 'monthly' }).subscriptions[0]?.renewUnit).toBe('10.50');
    expect(decided({}).subscriptions[0]?.renewUnit).toBe('10.00');
  });

  it('has no price where the lists lack what it names, and says why', () => {
    const { subscriptions, unpriced, totals } = decided({ termDuration: 'P3Y', billingPlan: 'Monthly' });
    expect(subscriptions).toEqual([]);
    expect(unpriced[0]?.reason).toContain('that the decision renews to');
    expect(totals['USD']).toMatchObject({ subscriptions: 1, unpriced: 1 });
  });
});

describe('a decision for EST with a bridge', () => {
  it('compares with the renewal that follows the bridge: its day’s list, its seats', () => {
    const [only] = decided({ termDuration: 'P3Y', quantity: 8 }, { bridgeDays: 31 }).subscriptions;
    // On 1 January 2027 the three-year term costs 9.00; December whole: 8 × 9.00.
    expect(only).toMatchObject({ outcome: 'est-chosen', seats: 10, est: '123.60', renewUnit: '9.00', renew: '72.00' });
    const [earlier] = decided({ termDuration: 'P3Y' }, { bridgeDays: 30 }).subscriptions;
    expect(earlier?.renewUnit).toBe('10.00');
  });

  it('tells term, day, seats and list row in the trail', () => {
    const decisions = [
      { match: {}, outcome: 'est', bridgeDays: 31, renewTo: { termDuration: 'P3Y', quantity: 8 } },
    ] as const;
    const window = { asOf: day('2026-11-22'), horizonMonths: 12 };
    const explained = explain(
      prepareBook({ datasets: [LIST, portfolio([{}])] }),
      { scenario: scenario({ decisions }), window },
      0,
    );
    if ('unpriced' in explained) throw new Error('INTERNAL: no price');
    expect(explained.renewal).toMatchObject({
      plan: 'P3Y/Annual',
      day: day('2027-01-01'),
      seats: 8,
      row: { line: 6, unit: '9.00' },
    });
  });

  it('renews an EST SKU to its base', () => {
    const est = price('P1M/Monthly', '12.36', '12.36', { skuId: '9', skuTitle: 'Suite Extended Service Term' });
    const list = priceList([price('P1Y/Annual', '120'), price('P1M/Monthly', '12'), est]);
    const cells = { skuId: '9', termDuration: 'P1M', billingPlan: 'Monthly', commitmentStart: '2026-11-01' };
    const decisions = [{ match: {}, outcome: 'renews', renewTo: { quantity: 4 } } as const];
    // In EST until 30 November, then four seats for a year: 9 days of 30 at 4 × 10.00.
    expect(result([list, portfolio([cells])], { scenario: { decisions } })).toMatchObject({
      outcome: 'in-est',
      renewUnit: '10.00',
      renew: '12.00',
    });
  });
});

describe('the promotion at renewal', () => {
  const promotion = { promotionId: 'P', productId: 'PRODUCT', skuId: '1', termDuration: 'P1Y', billingPlan: 'Annual', percent: '10', start: '2025-11-01', end: '2026-11-30' }; // prettier-ignore
  const renewUnit = (
    cells: SubscriptionCells,
    promotionAtRenewal: RuleSettings['promotionAtRenewal'],
    renewTo?: RenewTo,
  ) => {
    const decisions = renewTo ? [{ match: {}, outcome: 'renews', renewTo } as const] : [];
    const rules = { ...DEFAULT_RULES, promotionAtRenewal };
    const open = { ...promotion, promotionId: 'OPEN', end: '2027-11-30' };
    return result([LIST, promotions([promotion, open]), portfolio([cells])], { scenario: { rules, decisions } })
      .renewUnit;
  };

  it('stays only while its window is open, or as the scenario says', () => {
    expect(renewUnit({ promotionId: 'P' }, 'in-window')).toBe('10.00');
    expect(renewUnit({ promotionId: 'OPEN' }, 'in-window')).toBe('9.00');
    expect(renewUnit({ promotionId: 'OPEN' }, 'lost')).toBe('10.00');
    expect(renewUnit({ promotionId: 'P' }, 'kept')).toBe('9.00');
    expect(renewUnit({ promotionPercent: '25' }, 'kept')).toBe('7.50');
  });

  it('is never kept on another term or plan', () => {
    expect(renewUnit({ promotionId: 'P' }, 'kept', { termDuration: 'P3Y' })).toBe('10.00');
    expect(renewUnit({ promotionId: 'P' }, 'kept', { quantity: 3 })).toBe('9.00');
  });
});

describe('the day on which an EST is cancelled', () => {
  const est = (bridgeDays: number, refundDayCount: RuleSettings['refundDayCount']) => {
    const run = { scenario: { est: { bridgeDays }, rules: { ...DEFAULT_RULES, refundDayCount } } };
    return result([LIST, portfolio([{}])], run).est;
  };

  it('is refunded, or charged when the scenario says so, and never more than the month', () => {
    // 123.60 less 10 × hu2(12.36 × 21 / 31) = 10 × 8.37, or with 20 days 10 × 7.97.
    expect(est(10, 'cancel-day-refunded')).toBe('39.90');
    expect(est(10, 'cancel-day-charged')).toBe('43.90');
    expect(est(30, 'cancel-day-charged')).toBe('123.60');
    expect(est(31, 'cancel-day-charged')).toBe('123.60');
  });
});
