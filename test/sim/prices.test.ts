/** Which price-list row counts on a day, and what a scenario's price changes make of it. */
import { describe, expect, it } from 'vitest';
import type { PriceChange } from '../../src/core/scenario/scenario.ts';
import { type Dataset, TERM_PRICE_KINDS } from '../../src/core/schema/dataset.ts';
import { type PriceCells, type Run, portfolio, price, priceList, result, results } from '../support/books.ts';
import { unpricedReasons } from '../../src/core/text/en/unpriced.ts';
import { day } from '../support/simulation.ts';

const M = price('P1M/Monthly', '12', '15');

/** What the subscription's own row costs at the renewal, 2026-12-01. */
function renewal(lists: readonly Dataset[], run: Run = {}): string {
  return result([...lists, portfolio([{}])], run).renewUnit;
}

function annual(cost: string, more: PriceCells = {}): PriceCells {
  return price('P1Y/Annual', cost, cost, more);
}

describe('the row that counts on a day', () => {
  it('is the one in force, also where rows meet', () => {
    const old = annual('120', { effectiveEnd: '2026-11-30' });
    const next = annual('132', { effectiveStart: '2026-12-01' });
    expect(renewal([priceList([old, next, M])])).toBe('11.00');
    const later = annual('132', { effectiveStart: '2026-12-02' });
    expect(renewal([priceList([annual('120', { effectiveEnd: '2026-12-01' }), later, M])])).toBe('10.00');
  });

  it('comes from the newest list that has one, row by row', () => {
    const older = priceList([annual('120'), M], 0);
    const newer = priceList([annual('144', { effectiveStart: '2026-06-01' })], 1);
    const other = priceList([annual('1', { effectiveStart: '2026-06-01', skuId: '2' })], 1);
    expect(renewal([older, newer])).toBe('12.00');
    expect(renewal([older, other])).toBe('10.00');
  });

  it('comes from the later import when lists are equally new', () => {
    expect(renewal([priceList([annual('120'), M], 0), priceList([annual('132')], 1)])).toBe('11.00');
    expect(renewal([priceList([annual('120'), M], 1), priceList([annual('132')], 0)])).toBe('10.00');
  });

  it('comes from the list that the user dated as newest', () => {
    const older = priceList([annual('120'), M], 0);
    const newer = priceList([annual('132', { effectiveStart: '2026-06-01' })], 1);
    expect(renewal([{ ...older, listDate: day('2026-07-01') }, newer])).toBe('10.00');
  });

  it('is the one that ends first where rows of one list overlap', () => {
    const long = annual('120');
    const short = annual('132', { effectiveStart: '2026-10-01', effectiveEnd: '2026-12-31' });
    expect(renewal([priceList([long, short, M])])).toBe('11.00');
    expect(renewal([priceList([short, long, M])])).toBe('11.00');
  });

  it('is the latest before, with a note, when none is in force', () => {
    const past = annual('120', { effectiveEnd: '2026-06-30' });
    const { renewUnit, notes } = result([priceList([past, M]), portfolio([{}])]);
    expect({ renewUnit, notes }).toEqual({ renewUnit: '10.00', notes: ['carried-forward'] });
  });

  it.each([...TERM_PRICE_KINDS])('may stand in a list of the kind %s', (kind) => {
    expect(renewal([{ ...priceList([annual('120'), M]), kind }])).toBe('10.00');
  });

  it('never comes from prices of Azure', () => {
    const list: Dataset = { ...priceList([annual('120'), M]), kind: 'azure-prices' };
    expect(results([list, portfolio([{}])]).subscriptions).toEqual([]);
  });

  it('is that of a list without segments, for any segment', () => {
    expect(renewal([priceList([annual('120', { segment: '' }), { ...M, segment: '' }])])).toBe('10.00');
  });

  it('is found whatever the case and the zeros of ids', () => {
    const list = priceList([annual('120', { productId: 'product', skuId: '0001' }), { ...M, skuId: '0001' }]);
    expect(renewal([list])).toBe('10.00');
  });
});

describe('a subscription without a price', () => {
  const unpriced = (list: readonly PriceCells[], cells = {}): readonly string[] =>
    results([priceList(list), portfolio([cells])]).unpriced.map(({ reason }) => reason);

  it('is listed with its reason, never counted as zero', () => {
    const none = unpriced([annual('120', { productId: 'OTHER' })]);
    const noTerm = unpriced([M]);
    const noBase = unpriced([price('P3Y/Annual', '360')], { termDuration: 'P3Y' });
    const future = unpriced([annual('120', { effectiveStart: '2027-01-01' }), M]);
    const reasons = [none, noTerm, noBase, future];
    expect(reasons.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect(new Set(reasons.flat()).size).toBe(4);
  });

  it('counts in the totals of its currency only as unpriced', () => {
    const { totals, subscriptions } = results([priceList([M]), portfolio([{}])]);
    expect(totals['USD']).toMatchObject({ subscriptions: 1, unpriced: 1, exposed: 0, est: '0.00' });
    expect(subscriptions).toEqual([]);
  });
});

describe('what a seat costs now', () => {
  const lists = [
    priceList([annual('96', { effectiveStart: '2025-11-01' }), M], 0),
    priceList([annual('120', { effectiveStart: '2026-06-01' })], 1),
  ];
  const current = (cells: object): string => result([...lists, portfolio([cells])]).currentUnit;

  it('is the price paid, else the row of the commitment start, else today’s', () => {
    expect(current({ pricePaid: '7.123456789' })).toBe('7.123456789');
    expect(current({})).toBe('8.00');
    expect(current({ commitmentStart: '2026-07-01' })).toBe('10.00');
    const early = result([...lists, portfolio([{ commitmentStart: '2025-05-01' }])]);
    expect(early).toMatchObject({ currentUnit: '10.00', notes: ['current-assumed'] });
  });

  it('is worked back from the term end when the file has no start', () => {
    expect(current({ commitmentStart: '', commitmentEnd: '2027-08-31' })).toBe('10.00');
  });

  it('is unknown where the lists begin only after as-of, unless a price paid is given', () => {
    const preview = priceList([
      annual('120', { effectiveStart: '2026-12-01' }),
      { ...M, effectiveStart: '2026-12-01' },
    ]);
    expect(results([preview, portfolio([{}])]).unpriced).toMatchObject([{ reason: unpricedReasons['not-yet-listed'] }]);
    expect(result([preview, portfolio([{ pricePaid: '9.5' }])])).toMatchObject({ currentUnit: '9.50' });
  });

  it('is never touched by the scenario’s price changes', () => {
    const priceChanges = [change({ from: day('2025-01-01'), value: '50' })];
    const { currentUnit, renewUnit } = result([...lists, portfolio([{}])], { scenario: { priceChanges } });
    expect({ currentUnit, renewUnit }).toEqual({ currentUnit: '8.00', renewUnit: '15.00' });
  });
});

function change(given: Partial<PriceChange>): PriceChange {
  return { match: {}, from: day('2026-12-01'), kind: 'percent', value: '10', columns: 'both', ...given };
}

describe('price changes', () => {
  const base = [priceList([annual('120'), M])];
  const after = (...priceChanges: readonly PriceChange[]): string => renewal(base, { scenario: { priceChanges } });

  it('count from their day on', () => {
    expect(after(change({}))).toBe('11.00');
    expect(after(change({ from: day('2026-12-02') }))).toBe('10.00');
  });

  it('are percent, an amount or a new price of the whole term, one after the other', () => {
    expect(after(change({ kind: 'absolute', value: '-12' }))).toBe('9.00');
    expect(after(change({ kind: 'set', value: '60' }))).toBe('5.00');
    expect(after(change({ kind: 'set', value: '60' }), change({}))).toBe('5.50');
    expect(after(change({}), change({ kind: 'set', value: '60' }))).toBe('5.00');
  });

  it.each<[string, PriceChange['match'], boolean]>([
    ['product', { productId: 'product' }, true],
    ['SKU', { skuId: '0001' }, true],
    ['segment', { segment: 'commercial' }, true],
    ['market', { market: 'us' }, true],
    ['text', { text: 'UIT' }, true],
    ['text taken literally', { text: 'S.ite' }, false],
    ['currency', { currency: 'usd' }, true],
    ['another currency', { currency: 'EUR' }, false],
    ['term and plan', { termDuration: 'P1Y', billingPlan: 'Annual' }, true],
    ['another plan', { billingPlan: 'Monthly' }, false],
    ['customer', { customerId: 'CUSTOMER' }, true],
    ['another customer', { customerId: 'somebody' }, false],
    ['all fields at once', { skuId: '1', market: 'DE' }, false],
  ])('match by %s', (_, match, hits) => {
    expect(after(change({ match }))).toBe(hits ? '11.00' : '10.00');
  });

  it('touch one column only where they say so', () => {
    const datasets = [...base, portfolio([{}])];
    const erp = result(datasets, { scenario: { priceChanges: [change({ columns: 'erp' })] } });
    expect(erp.renewUnit).toBe('10.00');
    expect(erp.estUnit).toBe('12.36');
  });

  it('round each touched column, monthly instalments by the instalment', () => {
    const list = priceList([price('P1Y/Monthly', '100.80'), M]);
    const monthly = portfolio([{ billingPlan: 'Monthly' }]);
    const run = { scenario: { priceChanges: [change({ value: '5.5' })] } };
    // 8.40 × 1.055 = 8.862 → 8.86 an instalment; by the year it would be 106.344 → 106.34 / 12.
    expect(result([list, monthly], run).renewUnit).toBe('8.86');
    const year = priceList([annual('100.80'), M]);
    expect(result([year, portfolio([{}])], run).renewUnit).toBe('8.8616666667');
  });

  it('move the EST price from the cycle on that begins after them', () => {
    const priceChanges = [change({ from: day('2027-01-15'), value: '100' })];
    const { months } = results([...base, portfolio([{}])], { scenario: { priceChanges }, horizonMonths: 4 });
    expect(months.map(({ est }) => est)).toEqual(['123.60', '123.60', '247.20', '167.46']);
  });
});
