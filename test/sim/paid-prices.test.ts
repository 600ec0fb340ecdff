/** Source (b) of `current`: what reconciliation lines say that a seat costs, worked out by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { explain, prepareBook } from '../../src/sim/index.ts';
import { wholeCycleMonths } from '../../src/sim/full-cycle.ts';
import { books, datasetsOfBook } from '../support/arbitrary-books.ts';
import {
  type ReconciliationCells,
  type SubscriptionCells,
  portfolio,
  price,
  priceList,
  reconciliation,
  result,
  results,
  scenario,
} from '../support/books.ts';
import { day } from '../support/simulation.ts';

/** 10.00 a seat and month up front, 10.50 billed monthly, 12.00 without a commitment; retail a quarter more. */
const LIST = priceList([
  price('P1Y/Annual', '120.00', '150.00'),
  price('P1Y/Monthly', '126.00', '157.50'),
  price('P1M/Monthly', '12.00', '15.00'),
]);

/** A cycle of October 2026 of the usual subscription at 9.876543 a seat. */
const CYCLE: ReconciliationCells = {
  subscriptionId: 'sub',
  customerId: 'customer',
  productId: 'PRODUCT',
  skuId: '0001',
  chargeType: 'cyclecharge',
  effectiveUnitPrice: '9.876543',
  quantity: '10',
  billableQuantity: '10',
  chargeStartDate: '2026-10-01',
  chargeEndDate: '2026-10-31',
  subscriptionStartDate: '2025-12-01',
  subscriptionEndDate: '2026-11-30',
  currency: 'USD',
  invoiceNumber: 'G002',
};

const lines = (...rows: readonly ReconciliationCells[]): Dataset =>
  reconciliation(rows.map((row) => ({ ...CYCLE, ...row })));
const current = (recon: readonly Dataset[], cells: SubscriptionCells = {}): string =>
  result([LIST, portfolio([cells]), ...recon]).currentUnit;
const codes = (recon: readonly Dataset[], rows: readonly SubscriptionCells[] = [{}]): readonly string[] =>
  results([LIST, portfolio(rows), ...recon]).diagnostics.map(({ code }) => code);

describe('the golden case: a promotion of 15 %, billed at 8.925 a seat and month', () => {
  const datasets = [
    LIST,
    portfolio([{ billingPlan: 'Monthly', promotionPercent: '15' }]),
    lines({ effectiveUnitPrice: '8.925', chargeEndDate: '2026-10-31' }),
  ];

  it('has the cost, the cliff and the amounts of the lines', () => {
    // Current 8.925; list before the promotion 8.925 ÷ 0.85 = 10.50; EST 12.00 × 1.03 = 12.36.
    // Cycles from 2026-12-01 to 2027-11-22: 11 whole and 21 of 30 days of November 2027.
    // EST: 11 × 123.60 + 123.60 × 21/30 = 1359.60 + 86.52; current: 11 × 89.25 + 62.475 → 62.48.
    expect(result(datasets)).toMatchObject({
      currentUnit: '8.925',
      estUnit: '12.36',
      renewUnit: '10.50',
      cliff: { promotion: '1.575', listMove: '0.00', commitment: '1.50', estUplift: '0.36', currency: '0.00' },
      est: '1446.12',
      current: '1044.23',
      extra: '401.89',
    });
  });

  it('leaves the ERP to the locked row: the customer price of today is 13.125 × 0.85, rounded', () => {
    const explained = explain(
      prepareBook({ datasets }),
      { scenario: scenario(), window: { asOf: day('2026-11-22'), horizonMonths: 12 } },
      0,
    );
    if ('unpriced' in explained) throw new Error('INTERNAL: unpriced');
    expect(explained.pay.today).toBe('11.16');
    expect(explained.current).toMatchObject({
      source: 'billed',
      unit: '8.925',
      billed: { lines: [{ file: 'recon.csv', line: 2, price: '8.925' }], months: 1, invoice: 'G002', byTerm: false },
    });
  });

  it('is not touched by a price change of the scenario', () => {
    const change = { match: {}, from: day('2020-01-01'), kind: 'percent', value: '10', columns: 'both' } as const;
    expect(result(datasets, { scenario: { priceChanges: [change] } })).toMatchObject({
      currentUnit: '8.925',
      renewUnit: '11.55',
    });
  });
});

describe('which line counts', () => {
  it('a price of a year or of three years is divided by its months', () => {
    const year = {
      chargeType: 'new',
      effectiveUnitPrice: '115.2',
      chargeStartDate: '2025-12-01',
      chargeEndDate: '2026-11-30',
    };
    expect(current([lines(year)])).toBe('9.60');
    expect(current([lines({ ...year, effectiveUnitPrice: '350', chargeEndDate: '2028-11-30' })])).toBe('9.7222222222');
  });

  it('without a known promotion all of the difference is list move, and the result says so', () => {
    const { cliff, notes } = result([LIST, portfolio([{}]), lines({ effectiveUnitPrice: '9.5' })]);
    expect(cliff).toMatchObject({ promotion: '0.00', listMove: '0.50' });
    expect(notes).toEqual(['promotion-unknown']);
  });

  it('the price in the row of the subscription wins over a line', () => {
    expect(current([lines({})], { pricePaid: '7' })).toBe('7.00');
  });

  it('the newest cycle counts, in whatever order the lines stand', () => {
    const older = { effectiveUnitPrice: '8', chargeStartDate: '2026-09-01', chargeEndDate: '2026-09-30' };
    expect(current([lines({ effectiveUnitPrice: '9' }, older)])).toBe('9.00');
    expect(current([lines(older, { effectiveUnitPrice: '9' })])).toBe('9.00');
  });

  it('on the same cycle a billed line beats an unbilled one, a higher invoice a lower one, a later import an earlier one', () => {
    const at = (effectiveUnitPrice: string, invoiceNumber: string): ReconciliationCells => ({
      effectiveUnitPrice,
      invoiceNumber,
    });
    expect(current([lines(at('9', 'G001'), at('8', ''))])).toBe('9.00');
    expect(current([lines(at('9', 'G002'), at('8', 'G001'))])).toBe('9.00');
    expect(current([lines(at('8', 'G001')), reconciliation([{ ...CYCLE, ...at('9', 'G001') }], 41)])).toBe('9.00');
    expect(current([lines(at('9', ''))])).toBe('9.00');
  });

  it.each<[string, ReconciliationCells]>([
    ['a part of a cycle', { chargeStartDate: '2026-10-05' }],
    ['a period of two months', { chargeStartDate: '2026-09-01' }],
    ['a change of seats', { chargeType: 'addQuantity' }],
    ['a refund', { quantity: '-10', billableQuantity: '-10' }],
    ['a negative price', { effectiveUnitPrice: '-9' }],
    ['a trial', { productQualifiers: '["Trial"]', effectiveUnitPrice: '0' }],
    ['a line without a price', { effectiveUnitPrice: '' }],
  ])('%s is not what a seat costs', (_, cells) => {
    expect(current([lines(cells)])).toBe('10.00');
  });

  it('charge types are compared without case', () => {
    expect(current([lines({ chargeType: 'CycleCharge' })])).toBe('9.876543');
  });

  it('a charge in parts, as Microsoft 365 E5 is billed, costs the sum of the parts', () => {
    const part = (effectiveUnitPrice: string, unitPrice: string): ReconciliationCells => ({
      effectiveUnitPrice,
      unitPrice,
      orderId: 'order',
    });
    expect(current([lines(part('8', '8.5'), part('1.25', '1.5'))])).toBe('9.25');
    expect(current([lines(part('8', '8.5'), part('8', '8.5'))])).toBe('8.00');
  });

  it('a price in another currency is named and not used', () => {
    expect(current([lines({ currency: 'EUR' })])).toBe('10.00');
    expect(codes([lines({ currency: 'EUR' })])).toEqual(['billed-other-currency']);
    expect(codes([lines({ pricingCurrency: 'EUR' })])).toEqual(['billed-other-currency']);
    expect(codes([lines({ pricingCurrency: 'USD' })])).toEqual([]);
  });
});

describe('whose line it is', () => {
  const stranger = { subscriptionId: 'billing-id' };

  it('ids are compared as everywhere: without case and “org:”', () => {
    expect(current([lines({ subscriptionId: 'SUB' })])).toBe('9.876543');
  });

  it('another id is matched by customer, product, SKU and term', () => {
    expect(current([lines({ ...stranger, customerId: 'org:CUSTOMER', skuId: '1' })])).toBe('9.876543');
  });

  it.each<[string, ReconciliationCells]>([
    ['customer', { customerId: 'other' }],
    ['SKU', { skuId: '0002' }],
    ['first day', { subscriptionStartDate: '2025-12-02' }],
    ['last day', { subscriptionEndDate: '2026-12-01' }],
    ['term, which it does not give', { subscriptionEndDate: '' }],
  ])('a line with another %s is not used', (_, cells) => {
    expect(current([lines({ ...stranger, ...cells })])).toBe('10.00');
  });

  it('a licence that fits nothing is listed with its row; what no price list holds is not', () => {
    const [found, ...rest] = results([LIST, portfolio([{}]), lines({ ...stranger, customerId: 'other' })]).diagnostics;
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ code: 'billed-unmatched', file: 'recon.csv', row: 2, severity: 'info' });
    expect(found?.message).toContain('billing-id');
    expect(codes([lines({ ...stranger, productId: 'AZURE', customerId: 'other' })])).toEqual([]);
  });

  it('two subscriptions alike, or two billed ones: listed, and the list price counts', () => {
    expect(codes([lines(stranger)], [{}, {}])).toEqual(['billed-ambiguous']);
    const two = [lines(stranger, { subscriptionId: 'billing-id-2' })];
    expect(codes(two)).toEqual(['billed-ambiguous', 'billed-ambiguous']);
    expect(current(two)).toBe('10.00');
  });

  it('of several subscriptions alike it does not matter which comes first', () => {
    const billed = lines(stranger, { subscriptionId: 'own' });
    const rows = ['own', 'one', 'two'].map((subscriptionId) => ({ subscriptionId }));
    for (let first = 0; first < rows.length; first++) {
      const turned = [...rows.slice(first), ...rows.slice(0, first)];
      expect(codes([billed], turned)).toEqual(['billed-ambiguous']);
    }
  });

  it('a strange id never takes the place of a subscription that is billed under its own', () => {
    const both = [
      lines(
        { effectiveUnitPrice: '9' },
        { ...stranger, effectiveUnitPrice: '8', chargeStartDate: '2026-11-01', chargeEndDate: '2026-11-30' },
      ),
    ];
    expect(current(both)).toBe('9.00');
    expect(codes(both)).toEqual(['billed-unmatched']);
  });
});

describe('a whole cycle', () => {
  it.each<[string, string, number | undefined]>([
    ['2026-06-18', '2026-07-17', 1],
    ['2026-01-31', '2026-02-27', 1],
    ['2026-02-28', '2026-03-30', 1],
    ['2026-03-31', '2026-04-29', 1],
    ['2024-02-29', '2025-02-27', 12],
    ['2025-12-01', '2026-11-30', 12],
    ['2025-12-01', '2028-11-30', 36],
    ['2026-06-18', '2026-07-16', undefined],
    ['2026-02-27', '2026-03-30', undefined],
    ['2026-06-20', '2026-07-17', undefined],
    ['2026-05-01', '2026-06-30', undefined],
  ])('from %s to %s has %s months', (start, end, months) => {
    expect(wholeCycleMonths(day(start), day(end))).toBe(months);
  });

  it('keeps the distance from the month’s end where the term began on the 30th, as Microsoft’s example has it', () => {
    expect(wholeCycleMonths(day('2026-02-27'), day('2026-03-29'))).toBeUndefined();
    expect(wholeCycleMonths(day('2026-02-27'), day('2026-03-29'), day('2026-01-30'))).toBe(1);
  });
});

it('generated books reach every way of matching', () => {
  const found = new Map<string, number>();
  const count = (name: string): unknown => found.set(name, (found.get(name) ?? 0) + 1);
  for (const book of fc.sample(books, { numRuns: 100, seed: 1 })) {
    const { billed, diagnostics } = prepareBook({ datasets: datasetsOfBook(book) });
    for (const { byTerm } of billed.values()) count(byTerm ? 'by term' : 'by id');
    for (const { code } of diagnostics) count(code);
  }
  for (const name of ['by id', 'by term', 'billed-unmatched', 'billed-ambiguous', 'billed-other-currency']) {
    expect(found.get(name) ?? 0, name).toBeGreaterThan(5);
  }
});
