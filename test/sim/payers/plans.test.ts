/** Notices, effects of price changes, traced margins, sweeps and compared lists. */
import { describe, expect, it } from 'vitest';
import type { Clause, MarginRules, PriceChange, Scenario } from '../../../src/core/scenario/scenario.ts';
import type { Dataset } from '../../../src/core/schema/dataset.ts';
import { prepareBook, simulate } from '../../../src/sim/index.ts';
import { changeEffect } from '../../../src/sim/payers/change-effects.ts';
import { compareLists } from '../../../src/sim/payers/compare-lists.ts';
import { marginTrace } from '../../../src/sim/payers/margin-trace.ts';
import { notices } from '../../../src/sim/payers/notices.ts';
import { sweepPoint } from '../../../src/sim/payers/sweep.ts';
import { MARKS, type Notice } from '../../../src/sim/payers/types.ts';
import {
  type ScenarioChanges,
  type SubscriptionCells,
  portfolio,
  price,
  priceList,
  scenario,
} from '../../support/books.ts';
import { day } from '../../support/simulation.ts';

const LIST = priceList([price('P1Y/Annual', '120', '150'), price('P1M/Monthly', '12', '15')]);
const NEWER = priceList(
  [
    price('P1Y/Annual', '132', '165', { effectiveStart: '2026-12-01' }),
    price('P1Y/Annual', '60', '80', { effectiveStart: '2026-12-01', skuId: '2', skuTitle: 'Other' }),
  ],
  1,
);
const WINDOW = { asOf: day('2026-11-22'), horizonMonths: 3 };

function setUp(rows: readonly SubscriptionCells[], changes: ScenarioChanges = {}, lists: readonly Dataset[] = [LIST]) {
  const datasets = [...lists, portfolio(rows)];
  return { datasets, book: prepareBook({ datasets }), request: { scenario: scenario(changes), window: WINDOW } };
}
const clauses = (clause: Clause): Partial<Scenario> => ({ clauses: new Map([['customer', clause]]) });

describe('notices', () => {
  const notice = (clause: Clause, cells: SubscriptionCells = {}): Notice | undefined => {
    const { book, request } = setUp([cells], clauses(clause));
    return notices(book, request)[0];
  };
  const passes: Clause = { passThrough: true };

  it('count the notice back from the first cycle that costs the customer more', () => {
    expect(notice({ ...passes, noticeDays: 5 })).toMatchObject({
      ...{ from: day('2026-12-01'), sendBy: day('2026-11-26'), state: 'due', subscriptions: 1, seats: 10 },
      ...{ monthly: 2950, delayed: 0 },
    });
  });

  it('say what a late letter costs: each month the allowed rise', () => {
    const overdue = notice({ ...passes, noticeDays: 30 });
    expect(overdue).toMatchObject({ state: 'overdue', sendBy: day('2026-11-01'), monthly: 2950, delayed: 2950 });
    expect(notice({ ...passes, noticeDays: 30, noticeGiven: day('2026-11-01') })).toMatchObject({
      state: 'given',
      delayed: 0,
    });
    expect(notice({ ...passes, noticeDays: 30, noticeGiven: day('2026-11-02') })).toMatchObject({
      state: 'late',
      delayed: 2950,
    });
  });

  it('wait for the end of a price lock', () => {
    expect(notice({ ...passes, noticeDays: 10, priceLockUntil: day('2026-12-15') })).toMatchObject({
      ...{ from: day('2027-01-01'), sendBy: day('2026-12-22'), lockedUntil: day('2026-12-15'), state: 'due' },
    });
  });

  it('are for renewals too, and only where the clause lets a price rise', () => {
    const changes = {
      priceChanges: [{ match: {}, from: day('2026-12-01'), kind: 'percent', value: '10', columns: 'both' }] as const,
    };
    const { book, request } = setUp([{ autoRenew: 'true' }], { ...changes, ...clauses(passes) });
    expect(notices(book, request)).toMatchObject([{ monthly: 1250, from: day('2026-12-01') }]);
    expect(notice({ passThrough: false })).toBeUndefined();
    expect(notice({ ...passes, capPercent: '0' })).toBeUndefined();
  });
});

describe('a price change', () => {
  const change = (match: PriceChange['match'], value = '10'): PriceChange => ({
    ...{ match, from: day('2026-12-01'), kind: 'percent', value, columns: 'both' },
  });
  const rows = [{}, { customerId: 'other', autoRenew: 'true' }];

  it('has the effect of the figures with it less those without it', () => {
    const { book, request } = setUp(rows, { priceChanges: [change({}), change({ customerId: 'other' }, '50')] });
    const [first, second] = [changeEffect(book, request, 0), changeEffect(book, request, 1)];
    expect(first).toMatchObject({ subscriptions: 2, seats: 20 });
    expect(second).toMatchObject({ subscriptions: 1, seats: 10 });
    const extra = (priceChanges: readonly PriceChange[]): number =>
      simulate(book, { ...request, scenario: { ...request.scenario, priceChanges } }).totals[0]?.extra ?? 0;
    const all = request.scenario.priceChanges;
    const est = extra(all) - extra(all.slice(1));
    // The other subscription renews: 11.00 × 1.5 less 10.00 × 1.5 for 2 months and 21 of 28 days.
    expect(first.amounts).toMatchObject([{ currency: 'USD', extra: est + 1500 + 1500 + 1125 }]);
  });

  it('touches nobody when nobody owns what it names', () => {
    const { book, request } = setUp(rows, { priceChanges: [change({ skuId: '7' })] });
    expect(changeEffect(book, request, 0)).toEqual({ subscriptions: 0, seats: 0, amounts: [] });
  });

  it('of the monthly price touches those whose EST price is made from it', () => {
    const { book, request } = setUp([{}], { priceChanges: [change({ termDuration: 'P1M' })] });
    const { subscriptions, amounts } = changeEffect(book, request, 0);
    expect([subscriptions, (amounts[0]?.extra ?? 0) > 0]).toEqual([1, true]);
  });
});

describe('a traced margin', () => {
  const margin: Partial<MarginRules> = {
    business: { kind: 'erp-discount', percent: '10' },
    customers: new Map([['other', { kind: 'markup', percent: '20' }]]),
    subscriptions: new Map([['sub-2', { kind: 'fixed', price: '9' }]]),
  };
  const rows = [{ promotionPercent: '20' }, { customerId: 'other' }, {}, { customerPrice: '20' }];
  const { book, request } = setUp(rows, { margin });
  const trace = marginTrace(book, request);
  const priceAt = (row: number) => trace.prices[trace.priceOf[row] ?? 0];

  it('names the level that won and what it makes', () => {
    expect([...trace.levels]).toEqual([2, 1, 0, 2]);
    expect(priceAt(1)).toMatchObject({ today: { price: '12.00', cost: '10.00' }, marginPercent: '16.67' });
    expect(priceAt(2)?.next).toMatchObject({ price: '9.00', cost: '12.36' });
  });

  it('marks a discount on a promotion, prices below cost and above ERP', () => {
    const marks = (row: number): readonly string[] =>
      Object.entries(MARKS).flatMap(([name, bit]) => (((trace.marks[row] ?? 0) & bit) === 0 ? [] : [name]));
    // ERP 12.50, less the promotion 10.00, less the discount 9.00.
    expect(priceAt(0)).toMatchObject({ listErp: '12.50', promotion: '20', today: { erp: '10.00', price: '9.00' } });
    expect(marks(0)).toEqual(['doubleDiscount']);
    expect(marks(2)).toEqual(['belowCost', 'belowCostLater']);
    expect(marks(3)).toEqual(['aboveErp', 'given']);
  });
});

describe('a sweep', () => {
  it('gives what the simulation gives with the rule at that value', () => {
    const { book, request } = setUp([{}]);
    const sweep = { request, customerId: undefined, kind: 'markup', values: ['30'] } as const;
    const business = { kind: 'markup', percent: '30' } as const;
    const [totals] = simulate(book, { ...request, scenario: scenario({ margin: { business } }) }).totals;
    expect(sweepPoint(book, sweep, '30').amounts).toMatchObject([
      { margin: totals?.margin, absorbed: totals?.absorbed },
    ]);
    const own = sweepPoint(book, { ...sweep, customerId: 'CUSTOMER' }, '30');
    expect(own.amounts).toMatchObject([{ margin: totals?.margin }]);
  });
});

describe('two lists', () => {
  const { datasets, book, request } = setUp(
    [{}, { customerId: 'other', quantity: '5' }],
    clauses({ passThrough: true }),
    [LIST, NEWER],
  );
  const compare = (all: boolean) =>
    compareLists(datasets, book, { request, before: 'list-0.csv', after: 'list-1.csv', all });

  it('differ by value, with what the portfolio pays more and what its clauses allow', () => {
    const [row] = compare(false).rows;
    expect(row).toMatchObject({
      ...{ what: 'list', termPlan: 'P1Y/Annual', percent: { cost: '10', erp: '10' } },
      ...{ subscriptions: 2, customers: 2, seats: 15, monthly: { cost: 1500, price: 1875, allowed: 1250 } },
    });
  });

  it('leave out what nobody owns until it is asked for', () => {
    const some = compare(false);
    const everything = compare(true);
    expect(everything.rows).toHaveLength(some.rows.length + some.notOwned);
    expect(everything.rows.map(({ skuId }) => skuId)).toContain('2');
    expect(compareLists(datasets, book, { request, before: 'list-0.csv', after: 'gone', all: true }).rows).toEqual([]);
  });
});
