/** What changed between two snapshots, worked out by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/core/schema/dataset.ts';
import { sinceCsv } from '../../../src/exporters/since.ts';
import {
  type SinceResult,
  changesSince,
  inUse,
  listDates,
  prepareBook,
  readSnapshots,
} from '../../../src/sim/index.ts';
import { type SubscriptionCells, portfolio, price, priceList, promotions, scenario } from '../../support/books.ts';
import { AS_OF, books } from '../../support/arbitrary-books.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';
import { subscriptionChanges } from '../../../src/sim/since/subscription-changes.ts';

const simulation = { scenario: scenario(), window: { asOf: day('2026-11-22'), horizonMonths: 12 } };

/** 10.00 a month for a year, 12.00 without commitment: EST 12.36. */
const LIST = priceList([price('P1Y/Annual', '120'), price('P1M/Monthly', '12')]);

function export_(rows: readonly SubscriptionCells[], drop: string, order: number): Dataset {
  const all = rows.map((row) => ({ customerId: 'c', customerName: 'Contoso', ...row }));
  return { ...portfolio(all, order, `${drop}.csv`), drop };
}

function compare(datasets: readonly Dataset[], lists = listDates(datasets).slice(-2)): SinceResult {
  const snapshots = readSnapshots(datasets);
  const after = snapshots.groups.at(-1)?.key ?? '';
  const before = snapshots.groups.at(-2)?.key ?? after;
  const [older, newer] = lists;
  const dates = older === undefined || newer === undefined ? undefined : { before: older, after: newer };
  const book = prepareBook({ datasets: inUse(datasets, snapshots) });
  return changesSince(datasets, snapshots, book, { before, after, lists: dates, simulation });
}

const id = (subscriptionId: string, more: SubscriptionCells = {}): SubscriptionCells => ({ subscriptionId, ...more });

describe('subscriptions', () => {
  const before = export_(
    [
      id('gone'),
      id('same'),
      id('seats'),
      id('SPELT', { scheduledAction: 'Cancel', status: 'Active' }),
      id('end', { autoRenew: 'true' }),
      id('flip'),
      id('est', { autoRenew: 'true' }),
      id('sku', { autoRenew: 'true' }),
    ],
    'october',
    10,
  );
  const after = export_(
    [
      id('same'),
      id('new', { autoRenew: 'true' }),
      id('seats', { quantity: '25' }),
      id('spelt', { scheduledAction: 'cancel', status: 'active' }),
      id('end', { autoRenew: 'true', commitmentEnd: '2027-11-30', commitmentStart: '2026-12-01' }),
      id('flip', { autoRenew: 'true' }),
      id('est', { autoRenew: 'true', scheduledAction: 'RenewToExtendedServiceTerm' }),
      id('sku', { autoRenew: 'true', skuId: '2' }),
    ],
    'november',
    11,
  );
  const { subscriptions = [], unchanged } = compare([LIST, before, after]);
  const change = (wanted: string) => subscriptions.find((one) => one.id === wanted);

  it('are new, gone or changed; another spelling is no change', () => {
    expect(unchanged).toBe(2);
    expect(subscriptions.map(({ id: name, kinds }) => [name, kinds.join()])).toEqual([
      ['new', 'new'],
      ['seats', 'seats'],
      ['end', 'term-end'],
      ['flip', 'auto-renew-on'],
      ['est', 'action'],
      ['sku', 'product'],
      ['gone', 'gone'],
    ]);
  });

  it('say from what to what, and which rule knows the change (R-015)', () => {
    expect(change('seats')?.steps).toEqual([{ kind: 'seats', before: '10', after: '25' }]);
    expect(change('end')?.steps).toEqual([{ kind: 'term-end', before: '2026-11-30', after: '2027-11-30' }]);
    expect(change('est')?.steps).toEqual([{ kind: 'action', before: '', after: 'RenewToExtendedServiceTerm' }]);
    expect(subscriptions.filter(({ rule }) => rule === 'R-015').map((one) => one.id)).toEqual(['flip', 'est']);
    expect(change('flip')?.outcome).toEqual({ before: 'est-drift', after: 'renews' });
  });

  it('say what it does to the extra cost, both sides at the same lists and as-of', () => {
    // A cycle costs 10 × 12.36 − 10 × 10.00 = 23.60 more; 11 whole cycles and 21 of 30 days: 259.60 + 16.52 = 276.12.
    expect(change('gone')?.extra).toEqual({ before: 27612, after: 0 });
    expect(change('flip')?.extra).toEqual({ before: 27612, after: 0 });
    // 25 seats: 59.00 a cycle; 649.00 + (216.30 − 175.00) = 690.30.
    expect(change('seats')?.extra).toEqual({ before: 27612, after: 69030 });
    expect(change('new')?.extra).toEqual({ before: 0, after: 0 });
    expect(change('sku')?.extra).toBeUndefined();
  });

  it('name the row in the file, and in the present portfolio', () => {
    expect(change('seats')).toMatchObject({ row: 2, place: { file: 'november.csv', line: 4 } });
    expect(change('gone')).toMatchObject({ row: undefined, place: { file: 'october.csv', line: 2 } });
  });

  it('are exported as values, a formula in a name guarded', () => {
    const result = compare([
      LIST,
      before,
      export_([id('same', { customerName: '=1+1', quantity: '3' })], 'november', 11),
    ]);
    // 3 × 2.36 = 7.08 a cycle, 11 of them; then 25.96 − 21.00 = 4.96 for 21 of 30 days.
    const csv = sinceCsv(result, 'subscriptions', Uint32Array.of(0));
    expect(csv.split('\r\n')[1]).toBe(
      `same,c,"'=1+1",PRODUCT 0001,seats,seats: 10,seats: 3,est-drift,est-drift,276.12,82.84,USD,,november.csv,2`,
    );
  });
});

describe('prices', () => {
  const older = priceList(
    [
      price('P1Y/Annual', '120', '150', { changeIndicator: 'Unchanged' }),
      price('P1M/Monthly', '12', '15'),
      price('P1Y/Annual', '60', '75', { productId: 'OTHER' }),
      price('P1Y/Annual', '36', '40', { productId: 'SAME' }),
    ],
    0,
  );
  const newer = priceList(
    [
      price('P1Y/Annual', '129.60', '150', { changeIndicator: 'Unchanged', effectiveStart: '2026-11-01' }),
      price('P1M/Monthly', '12', '15', { changeIndicator: 'Change', effectiveStart: '2026-11-01' }),
      price('P1Y/Annual', '57', '75', { changeIndicator: 'Change', productId: 'OTHER', effectiveStart: '2026-11-01' }),
      price('P1Y/Annual', '36', '40', { changeIndicator: 'Add', productId: 'SAME', effectiveStart: '2026-11-01' }),
      price('P1Y/Annual', '99', '99', { changeIndicator: 'Add', productId: 'FRESH', effectiveStart: '2026-11-01' }),
    ],
    1,
  );
  const { prices = [], flags } = compare([older, newer, export_([id('a'), id('b', { quantity: '5' })], 'x', 10)]);

  it('move by value, with percent and what the portfolio pays more a month at its renewal', () => {
    const moved = prices.filter(({ what }) => what === 'list');
    expect(moved.map(({ productId, termPlan }) => [productId, termPlan])).toEqual([
      ['PRODUCT', 'P1Y/Annual'],
      ['OTHER', 'P1Y/Annual'],
      ['FRESH', 'P1Y/Annual'],
    ]);
    // 129.60 ÷ 12 − 10.00 = 0.80 a seat and month; 15 seats.
    expect(moved[0]).toMatchObject({
      before: { cost: '120.00', erp: '150.00', file: 'list-0.csv', line: 2 },
      after: { cost: '129.60', erp: '150.00', file: 'list-1.csv', line: 2 },
      percent: { cost: '8', erp: '0' },
      subscriptions: 2,
      monthly: 1200,
    });
    expect(moved[1]).toMatchObject({ percent: { cost: '-5' }, subscriptions: 0, monthly: 0 });
    expect(moved[2]?.before).toBeUndefined();
  });

  it('of the EST move with their base: without a monthly row by the annual price', () => {
    const est = prices.filter(({ what }) => what === 'est');
    // OTHER: 60 ÷ 12 × 1.23 = 6.15; 57 ÷ 12 × 1.23 = 5.8425 → 5.84. PRODUCT’s comes from its monthly row, which stays.
    expect(est.map(({ productId, before, after }) => [productId, before?.cost, after.cost])).toEqual([
      ['OTHER', '6.15', '5.84'],
      ['FRESH', undefined, '10.15'],
    ]);
  });

  it('show where the list’s own flags are wrong', () => {
    expect(flags).toEqual({ rows: 4, changeButSame: 1, unchangedButMoved: 1, addButKnown: 1 });
  });
});

describe('promotions', () => {
  const promotion = (promotionId: string, percent: string, end: string) => ({ promotionId, percent, start: '2026-01-01', end, productId: 'PRODUCT', skuId: '1', termDuration: 'P1Y', billingPlan: 'Annual' }); // prettier-ignore
  const facts = { drop: 'october', importedOn: day('2026-10-20') };
  const before = { ...promotions([promotion('A', '10', '2026-10-31'), promotion('B', '10', '2027-01-31'), promotion('C', '5', '2027-01-31'), promotion('D', '5', '2026-06-30')], 20), ...facts, id: 'p1' }; // prettier-ignore
  const after = { ...promotions([promotion('A', '10', '2026-10-31'), promotion('B', '15', '2027-01-31'), promotion('D', '5', '2026-06-30'), promotion('E', '5', '2027-06-30')], 21), id: 'p2', drop: 'november', importedOn: day('2026-11-20') }; // prettier-ignore
  const subs = { ...export_([id('a', { promotionId: 'b' })], 'october', 10), ...facts };

  it('end, change, leave and appear', () => {
    const moves = compare([LIST, subs, before, after]).promotions;
    expect(moves.map(({ id: name, kinds }) => [name, kinds.join()])).toEqual([
      ['A', 'ended'],
      ['B', 'changed'],
      ['E', 'appeared'],
      ['C', 'gone'],
    ]);
    expect(moves[1]).toMatchObject({ before: { percent: '10' }, after: { percent: '15' }, subscriptions: 1 });
  });
});

it('seen the other way round, what came has gone, and every amount has the other sign', () => {
  fc.assert(
    fc.property(books, books, (one, two) => {
      const lists = one.lists.map((rows, order) => priceList(rows, order));
      const [a, b] = [export_(one.subscriptions, 'a', 10), export_(two.subscriptions, 'b', 11)];
      const request = {
        scenario: scenario(one.scenario),
        window: { asOf: day(AS_OF), horizonMonths: one.horizonMonths },
      };
      const bookOf = (subscriptions: Dataset) => prepareBook({ datasets: [...lists, subscriptions] });
      const there = subscriptionChanges(bookOf(a), bookOf(b), request);
      const back = subscriptionChanges(bookOf(b), bookOf(a), request);
      const sum = (changes: typeof there): number =>
        changes.changes.reduce((total, { extra }) => total + (extra ? extra.after - extra.before : 0), 0);
      const count = (changes: typeof there, kind: string): number =>
        changes.changes.filter(({ kinds }) => kinds.some((other) => other === kind)).length;
      expect(sum(back) + sum(there)).toBe(0);
      expect(back.unchanged).toBe(there.unchanged);
      for (const [way, round] of [
        ['new', 'gone'],
        ['auto-renew-on', 'auto-renew-off'],
        ['seats', 'seats'],
      ] as const) {
        expect(count(back, way)).toBe(count(there, round));
      }
      expect(subscriptionChanges(bookOf(a), bookOf(a), request).changes).toEqual([]);
    }),
    { numRuns: runs(40) },
  );
});

it('a snapshot against itself has no changes to tell, and without two lists no prices', () => {
  const result = compare([LIST, export_([id('a')], 'x', 10)]);
  expect(result).toMatchObject({ subscriptions: undefined, prices: undefined });
});
