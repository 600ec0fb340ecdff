/** The split by month, customer and cause. Cost 10.00, ERP 12.50 today; 10 seats. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clause, Scenario } from '../../../src/core/scenario/scenario.ts';
import { prepareBook, simulate } from '../../../src/sim/index.ts';
import { paySplit } from '../../../src/sim/payers/split.ts';
import { type PartSplit, SHARES, type Split } from '../../../src/sim/payers/types.ts';
import { AS_OF, books, datasetsOfBook } from '../../support/arbitrary-books.ts';
import { type SubscriptionCells, portfolio, price, priceList, scenario } from '../../support/books.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';

const sum = (list: readonly Split[]): Split => {
  const total = { passed: 0, delayed: 0, absorbed: 0 };
  for (const split of list) for (const share of SHARES) total[share] += split[share];
  return total;
};
const sharesOf = ({ passed, delayed, absorbed }: Split): Split => ({ passed, delayed, absorbed });

describe('whatever the book', () => {
  it('months, customers and causes add up to the total, and of EST to what the simulation says', () => {
    fc.assert(
      fc.property(books, (drawn) => {
        const book = prepareBook({ datasets: datasetsOfBook(drawn) });
        const window = { asOf: day(AS_OF), horizonMonths: drawn.horizonMonths };
        const request = { scenario: scenario(drawn.scenario), window };
        const parts = paySplit(book, { request });
        const simulation = simulate(book, request);
        for (const part of parts) {
          for (const list of [part.months, part.customers, part.causes]) expect(sum(list)).toEqual(part.total);
        }
        for (const totals of simulation.totals.filter(({ exposed }) => exposed > 0)) {
          const { currency } = totals;
          const est = parts.find((part) => part.part === 'est' && part.currency === currency);
          expect(est?.total).toEqual(sharesOf(totals));
          expect(est?.extra).toBe(totals.extra);
          const months = simulation.months.filter((month) => month.currency === currency);
          expect(est?.months).toEqual(months.map((month) => ({ month: month.month, ...sharesOf(month) })));
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

const LISTS = [
  priceList([price('P1Y/Annual', '120', '150'), price('P1M/Monthly', '12', '15')]),
  priceList([price('P1Y/Annual', '132', '165', { effectiveStart: '2026-12-01' })], 1),
];

function partOf(part: PartSplit['part'], cells: SubscriptionCells, changes: Partial<Omit<Scenario, 'est'>> = {}) {
  const datasets = [...LISTS, portfolio([cells])];
  const request = { scenario: scenario(changes), window: { asOf: day(AS_OF), horizonMonths: 2 } };
  const parts = paySplit(prepareBook({ datasets }), { request });
  return parts.find((one) => one.part === part);
}
/** What each cause raises, in minor units, where it is not zero. */
function raised(part: PartSplit | undefined): Readonly<Record<string, number>> {
  const rises = part?.causes.map(
    ({ cause, passed, delayed, absorbed }) => [cause, passed + delayed + absorbed] as const,
  );
  return Object.fromEntries(rises?.filter(([, rise]) => rise !== 0) ?? []);
}
const passes = (clause: Clause): Partial<Scenario> => ({ clauses: new Map([['customer', clause]]) });

describe('causes of EST', () => {
  it('are the steps of the cliff on customer prices', () => {
    // ERP 12.50 less 20 %: 10.00, then 12.50, 13.75, 15.00, 15.45 for December and 21 days of January.
    const part = partOf('est', { promotionPercent: '20' });
    const days = (unit: number): number => Math.round(unit * 10 * (1 + 21 / 31));
    expect(part?.months).toHaveLength(2);
    const rise = part?.months[0];
    expect((rise?.passed ?? 0) + (rise?.delayed ?? 0) + (rise?.absorbed ?? 0)).toBe(5450);
    for (const [cause, unit] of Object.entries({ promotion: 250, listMove: 125, commitment: 125, estUplift: 45 }))
      expect(Math.abs((raised(part)[cause] ?? 0) - days(unit))).toBeLessThanOrEqual(1);
  });

  it('say what a given price differs from the rule, apart from the steps', () => {
    const part = partOf('est', { customerPrice: '11' });
    expect(Object.keys(raised(part))).toEqual(['rule', 'listMove', 'commitment', 'estUplift']);
    expect(part?.customers).toMatchObject([{ customerId: 'customer', subscriptions: 1 }]);
  });

  it('are cut by a cap in the same ratio', () => {
    const part = partOf('est', {}, passes({ passThrough: true, capPercent: '5' }));
    // 12.50 may become 13.13: 0.63 of 2.95.
    const [first] = part?.months ?? [];
    expect(first).toMatchObject({ passed: 630, delayed: 0, absorbed: 2320 });
    const list = part?.causes.find(({ cause }) => cause === 'listMove');
    expect(list?.passed).toBeGreaterThan(0);
    expect(list?.absorbed).toBeGreaterThan(list?.passed ?? 0);
  });
});

describe('renewals', () => {
  const renews = { autoRenew: 'true' };

  it('are split like EST on the list price of the renewal day', () => {
    const part = partOf('renewals', renews, passes({ passThrough: true, noticeDays: 30 }));
    // 12.50 → 13.75; 30 days from 22 November reach the cycle of January, of which 21 days count.
    expect(part).toMatchObject({
      subscriptions: 1,
      extra: 1000 + 678,
      total: { passed: 847, delayed: 1250, absorbed: 0 },
      months: [{ delayed: 1250 }, { passed: 847 }],
    });
    expect(raised(part)).toEqual({ listMove: 2097 });
  });

  it('lose a promotion that has no window, and say so', () => {
    expect(raised(partOf('renewals', { ...renews, promotionPercent: '20' }))).toEqual({
      promotion: 4193,
      listMove: 2097,
    });
  });

  it('are left out when they come after the window, and never counted in EST', () => {
    expect(partOf('renewals', { ...renews, commitmentEnd: '2027-06-30' })).toBeUndefined();
    expect(partOf('est', renews)).toBeUndefined();
  });

  it('count the seats, term and plan that a decision renews to, and a currency shock as a cause of its own', () => {
    const decisions = [{ match: {}, outcome: 'renews', renewTo: { termDuration: 'P1M', billingPlan: 'Monthly', quantity: 4 } }] as const; // prettier-ignore
    const fx = {
      shocks: [{ currency: 'USD', from: day('2026-12-01'), percent: '10' }],
      rates: [],
      reporting: undefined,
    };
    const [whole, shocked] = [partOf('renewals', renews, { decisions }), partOf('renewals', renews, { decisions, fx })];
    // 4 seats: 12.50 → 13.75 by the list, → 15.00 by the month, for a month and 21 of 31 days; then 10 % more.
    expect(raised(whole)).toEqual({ listMove: 839, commitment: 838 });
    expect(raised(shocked)).toEqual({ listMove: 839, commitment: 839, currency: 1006 });
    expect(raised(partOf('est', {}, { fx }))).toHaveProperty('currency');
  });

  it('read a monthly term anew each month', () => {
    const monthly = { ...renews, termDuration: 'P1M', billingPlan: 'Monthly' };
    const change = { match: {}, from: day('2027-01-01'), kind: 'percent', value: '10', columns: 'both' } as const;
    const part = partOf('renewals', monthly, { priceChanges: [change] });
    expect(part?.months.map(({ absorbed }) => absorbed)).toEqual([0, 1016]);
  });
});
