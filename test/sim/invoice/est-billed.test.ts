import { describe, expect, test } from 'vitest';
import { dayToText } from '../../../src/core/days.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import { mapEstOffers } from '../../../src/sim/est-mapping.ts';
import { billedEst, type BilledEst } from '../../../src/sim/invoice/est-billed.ts';
import { EstTerms } from '../../../src/sim/invoice/est-terms.ts';
import { checkLines } from '../../../src/sim/invoice/model/check-lines.ts';
import { readLines } from '../../../src/sim/invoice/model/read-lines.ts';
import { readOffers } from '../../../src/sim/price-rows.ts';
import { price, priceList, type PriceCells, type ReconciliationCells, reconciliation } from '../../support/books.ts';

const EST_SKU = { skuId: '9', skuTitle: 'Suite - Extended Service Term' };
const LIST = [
  price('P1Y/Annual', '300.00'),
  price('P1Y/Monthly', '315.00'),
  price('P1M/Monthly', '30.00'),
  price('P1M/Monthly', '30.90', '30.90', EST_SKU),
];

/** Ten seats for June at the EST price. */
const JUNE: ReconciliationCells = {
  customerId: 'c-1',
  subscriptionId: 's-1',
  productId: 'PRODUCT',
  skuId: '0001',
  skuName: 'Suite',
  chargeType: 'renew',
  currency: 'USD',
  pricingCurrency: 'USD',
  termAndBillingCycle: 'One-Month commitment for monthly billing',
  chargeStartDate: '2026-06-01',
  chargeEndDate: '2026-06-30',
  subscriptionStartDate: '2026-06-01',
  subscriptionEndDate: '2026-06-30',
  unitPrice: '30.90',
  effectiveUnitPrice: '30.90',
  quantity: '10',
  billableQuantity: '10',
  pcToBCExchangeRate: '1',
  subtotal: '309.00',
  taxTotal: '0',
  total: '309.00',
};

function found(cells: readonly ReconciliationCells[], list: readonly PriceCells[] = LIST): readonly BilledEst[] {
  const offers = readOffers([priceList(list)]);
  const { est } = DEFAULT_SCENARIO;
  const terms = new EstTerms(offers.values(), mapEstOffers(offers.values(), est.twins), est);
  const lines = readLines([reconciliation(cells)]);
  const checked = checkLines(lines);
  if (!checked) throw new Error('given up');
  return billedEst(lines, checked, terms);
}

describe('EST that is on the invoice already', () => {
  test('is told by the SKU of the list, and held against the base on an annual term billed monthly', () => {
    const [est, ...others] = found([{ ...JUNE, skuId: '9', skuName: 'Suite, extended' }]);
    expect(others).toEqual([]);
    expect(est).toMatchObject({ evidence: ['sku'], confidence: 'high', charged: 30_900, onTerm: 26_250 });
    expect(est?.term?.plan).toBe('P1Y/Monthly');
    expect([dayToText(est?.since ?? 0), dayToText(est?.until ?? 0)]).toEqual(['2026-06-01', '2026-06-30']);
  });

  test('is told by a name, whichever column has it', () => {
    const [est] = found([{ ...JUNE, unitPrice: '31.00', skuName: 'Suite (Extended Service Term)' }]);
    expect(est).toMatchObject({ evidence: ['name'], confidence: 'medium' });
    const adjusted = { ...JUNE, unitPrice: '31.00', priceAdjustmentDescription: 'Extended Service Terms fee' };
    expect(found([adjusted])[0]?.evidence).toEqual(['name']);
  });

  test('is told by a price that is the uplift on the list, with little confidence', () => {
    expect(found([JUNE])[0]).toMatchObject({ evidence: ['price'], confidence: 'low' });
    expect(found([{ ...JUNE, unitPrice: '30.00' }])).toEqual([]);
    expect(found([{ ...JUNE, unitPrice: '30.91' }])).toEqual([]);
  });

  test('a year is not EST, whatever its price', () => {
    const year = { chargeEndDate: '2027-05-31', subscriptionEndDate: '2027-05-31' };
    expect(found([{ ...JUNE, ...year }])).toEqual([]);
    expect(found([{ ...JUNE, subscriptionEndDate: '2027-05-31' }])).toEqual([]);
  });

  test('of a SKU without a monthly term the uplift is 23 % on the annual price', () => {
    const list = [price('P1Y/Annual', '600.00')];
    expect(found([{ ...JUNE, unitPrice: '61.50', subtotal: '615.00' }], list)[0]).toMatchObject({
      evidence: ['price'],
      onTerm: 50_000,
    });
  });

  test('a refund takes off what it gave back, on either side', () => {
    const refund: ReconciliationCells = {
      ...JUNE,
      chargeType: 'cancelImmediate',
      chargeStartDate: '2026-06-21',
      quantity: '-10',
      billableQuantity: '-10',
      effectiveUnitPrice: '10.30',
      subtotal: '-103.00',
      total: '-103.00',
    };
    const [est] = found([JUNE, refund]);
    // 26.25 × 10 of 30 days × 10 seats is 87.50.
    expect(est).toMatchObject({ charged: 20_600, onTerm: 26_250 - 8750, rows: [0, 1] });
  });

  test('months of one subscription are one finding, subscriptions are several, the dearest first', () => {
    const july = { chargeStartDate: '2026-07-01', chargeEndDate: '2026-07-31', subscriptionEndDate: '2026-07-31' };
    const other = { subscriptionId: 's-2', subtotal: '999.00', total: '999.00' };
    const all = found([JUNE, { ...JUNE, ...july, subscriptionStartDate: '2026-07-01' }, { ...JUNE, ...other }]);
    expect(all.map(({ subscriptionId, rows }) => [subscriptionId, rows])).toEqual([
      ['s-2', [2]],
      ['s-1', [0, 1]],
    ]);
  });

  test('without a list there is nothing to hold it against, and no invented figure', () => {
    const [est] = found(
      [{ ...JUNE, skuName: 'Suite - Extended Service Term' }],
      [price('P1Y/Annual', '1', '1', { currency: 'EUR' })],
    );
    expect(est).toMatchObject({ evidence: ['name'], term: undefined, onTerm: undefined });
  });
});
