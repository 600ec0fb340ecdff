import { describe, expect, test } from 'vitest';
import { dayToText } from '../../../src/core/days.ts';
import { prepareBook } from '../../../src/sim/index.ts';
import { customerView } from '../../../src/sim/payers/customer-view.ts';
import type { CustomerSubscription } from '../../../src/sim/payers/types.ts';
import {
  portfolio,
  price,
  priceList,
  type PriceCells,
  scenario,
  type ScenarioChanges,
  type SubscriptionCells,
} from '../../support/books.ts';
import { day } from '../../support/simulation.ts';

/** Cost is four fifths of the retail price. */
const LIST: readonly PriceCells[] = [
  price('P1Y/Annual', '96.00', '120.00'),
  price('P1Y/Monthly', '100.80', '126.00'),
  price('P1M/Monthly', '9.60', '12.00'),
];

function viewed(rows: readonly SubscriptionCells[], changes: ScenarioChanges = {}): readonly CustomerSubscription[] {
  const book = prepareBook({ datasets: [priceList(LIST), portfolio(rows)] });
  return customerView(book, { scenario: scenario(changes), window: { asOf: day('2026-11-22'), horizonMonths: 12 } });
}

describe('what a customer sees', () => {
  test('today, EST and every term at its own prices, for all seats and a month', () => {
    const clauses = new Map([['customer', { passThrough: true }]]);
    const [seen] = viewed([{}], { clauses });
    // Retail: 10 a month today, 10.50 billed monthly, 12 month by month, 12.36 in EST.
    expect(seen).toMatchObject({
      ...{ id: 'sub', seats: 10, currency: 'USD', outcome: 'est-drift', today: 10_000, isDecided: false },
      renewals: [
        { plan: 'P1Y/Annual', month: 10_000 },
        { plan: 'P1Y/Monthly', month: 10_500 },
        { plan: 'P1M/Monthly', month: 12_000 },
      ],
    });
    expect(seen?.est?.month).toBe(12_360);
    expect(dayToText(seen?.est?.from ?? 0)).toBe('2026-12-01');
    expect(dayToText(seen?.deadline.locksAt ?? 0)).toBe('2026-11-30');
  });

  test('a price of its own, and what the clause lets it become', () => {
    const clauses = new Map([['customer', { passThrough: true, capPercent: '5', noticeDays: 30 }]]);
    const [seen] = viewed([{ customerPrice: '9.90' }], { clauses });
    // 9.90 may rise by 5 % to 10.40, after 30 days from 22 November.
    expect(seen).toMatchObject({ today: 9_900, est: { month: 10_400 } });
    expect(dayToText(seen?.est?.priceFrom ?? 0)).toBe('2026-12-22');
    const [kept] = viewed([{ customerPrice: '9.90' }], { clauses: new Map([['customer', { passThrough: false }]]) });
    expect(kept?.est?.month).toBe(9_900);
  });

  test('without a clause nothing more in EST, and a new term at the price of the rule', () => {
    const [seen] = viewed([{ customerPrice: '9.00' }]);
    expect(seen).toMatchObject({ today: 9_000, est: { month: 9_000 } });
    expect(seen?.renewals.map(({ month }) => month)).toEqual([10_000, 10_500, 12_000]);
  });

  test('no price that would tell what the seat costs, not even through a clause that keeps it', () => {
    // 10.50 was paid, above the retail price: kept between both, the price is the cost, and no clause lets it rise.
    const margin = { business: { kind: 'markup', percent: '18' }, clamp: true } as const;
    const clauses = new Map([['customer', { passThrough: false }]]);
    const [seen] = viewed([{ pricePaid: '10.50' }], { margin, clauses });
    expect(seen).toMatchObject({ today: undefined, est: { month: undefined } });
    expect(JSON.stringify(seen)).not.toContain('10500');
  });

  test('a decision that was made, and no EST where none comes', () => {
    const decisions = [{ match: { subscriptionId: 'sub' }, outcome: 'renews' }] as const;
    expect(viewed([{}], { decisions })[0]).toMatchObject({ outcome: 'renews', isDecided: true, est: undefined });
  });

  test('the next term end first, and nothing of what has no price', () => {
    const rows = [{ commitmentEnd: '2027-02-28' }, { commitmentEnd: '2026-12-31' }, { skuId: 'unknown' }];
    expect(viewed(rows).map(({ row }) => row)).toEqual([1, 0]);
  });
});
