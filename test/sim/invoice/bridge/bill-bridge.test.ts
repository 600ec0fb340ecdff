import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BRIDGE_STEPS } from '../../../../src/sim/invoice/bridge/types.ts';
import { reconciliation, type ReconciliationCells } from '../../../support/books.ts';
import { runs } from '../../../support/runs.ts';
import { bridgeOf, charge, type Charge, stepsOf } from './lines.ts';

const may = { on: '2026-05-10' };
const june = { on: '2026-06-10' };
const azure = { subscriptionDescription: 'Azure plan', termAndBillingCycle: '', chargeType: 'new', seats: 1 };
const credit = { priceAdjustmentDescription: '15.0% Partner earned credit for services managed' };

/** What a change looks like in the lines of two months, and the steps that it is. */
const CASES: Readonly<Record<string, readonly [readonly Charge[], Readonly<Record<string, number>>]>> = {
  'nothing': [[may, june], {}],
  'a new subscription': [[{ ...june, chargeType: 'new' }], { new: 10_000 }],
  'one that is gone': [[may], { gone: -10_000 }],
  'one that was cancelled': [
    [may, { ...june, on: '2026-06-03', price: '-9.00', chargeType: 'cancelImmediate' }],
    { gone: -10_000, changes: -9000 },
  ],
  'one that came and went': [
    [{ ...june, chargeType: 'new' }, { ...june, on: '2026-06-12', price: '-9.30', chargeType: 'cancelImmediate' }],
    { changes: 700 },
  ],
  'one that came and was given back whole': [
    [{ ...june, chargeType: 'new' }, { ...june, price: '-10.00', chargeType: 'cancelImmediate' }],
    {},
  ],
  'a cycle that was voided': [[may, june, { ...june, price: '-10.00' }, june], {}],
  'more seats': [[may, { ...june, seats: 12 }], { seats: 2000 }],
  'seats that were added within the month before': [
    [
      may,
      { ...may, on: '2026-05-20', seats: -10, price: '6.50', chargeType: 'addQuantity' },
      { ...may, on: '2026-05-20', seats: 12, price: '6.50', chargeType: 'addQuantity' },
      { ...june, seats: 12 },
    ],
    { seats: 2000, changes: -1300 },
  ],
  'another price': [[may, { ...june, price: '11.00' }], { price: 1000 }],
  'more seats at another price': [[may, { ...june, seats: 12, price: '11.00' }], { seats: 2000, price: 1200 }],
  'a promotion that ended': [
    [{ ...may, price: '8.00', unitPrice: '10.00', promotionId: 'promo' }, june],
    { promotion: 2000 },
  ],
  'an upgrade': [[may, { ...june, skuId: '2', price: '15.00' }], { product: 5000 }],
  'the first cycle after an upgrade': [
    [may, { ...may, on: '2026-05-20', price: '12.00', skuId: '2', chargeType: 'convert' }, { ...june, skuId: '2', price: '15.00' }],
    { product: 5000, changes: -12_000 },
  ],
  'a trial that became paid': [
    [{ ...may, chargeType: 'convert' }, june],
    {},
  ],
  'an EST that began': [[may, { ...june, price: '12.60', skuName: 'Microsoft 365 (Extended Service Term)' }], { est: 2600 }],
  'an EST after a prepaid year': [[{ ...june, skuName: 'Extended Service Term' }], { est: 10_000 }],
  'a year that came due': [[{ ...june, months: 12, chargeType: 'renew', price: '100.00' }], { annual: 100_000 }],
  'a year that was charged the month before': [[{ ...may, months: 12, chargeType: 'new', price: '100.00' }], { annual: -100_000 }],
  'a new prepaid year': [[{ ...june, months: 12, chargeType: 'new', price: '100.00' }], { new: 100_000 }],
  'a year that is paid by the month': [
    [{ ...june, chargeType: 'renew', unitPrice: '120.00', termAndBillingCycle: 'One-Year commitment for monthly/yearly billing' }],
    { new: 10_000 },
  ],
  'consumption': [[{ ...may, ...azure }, { ...june, ...azure, price: '25.00' }], { usage: 1500 }],
  'earned credit that was lost': [
    [{ ...may, ...azure, ...credit, unitPrice: '100.00', price: '85.00' }, { ...june, ...azure, price: '100.00' }],
    { 'earned-credit': 1500 },
  ],
  'a credit': [[may, june, { ...june, seats: 1, price: '-30.00', chargeType: 'customerCredit' }], { credits: -3000 }],
  'another exchange rate': [[may, { ...june, rate: '1.1' }], { 'exchange-rate': 1000 }],
  'consumption at another rate': [
    [{ ...may, ...azure, rate: '0.8' }, { ...june, ...azure, price: '20.00', rate: '0.9' }],
    { 'usage': 800, 'exchange-rate': 200 },
  ],
  'a subtotal that is no product': [[may, { ...june, subtotal: '103.00', total: '103.00' }], { rounding: 300 }],
}; // prettier-ignore

describe('what changed in the bill', () => {
  test.each(Object.entries(CASES))('%s', (_, [charges, steps]) => {
    expect(stepsOf(bridgeOf([reconciliation(charges.map(charge))]))).toEqual(steps);
  });

  test('names the seats, prices and rates of both months', () => {
    const files = [reconciliation([may, { ...june, seats: 12, price: '11.00', rate: '1.2' }].map(charge))];
    const { steps } = bridgeOf(files).currencies[0] ?? { steps: [] };
    expect(steps.map(({ step, parts: [part] }) => [step, part?.was, part?.now])).toEqual([
      ['seats', '10', '12'],
      ['price', '10', '11'],
      ['exchange-rate', '1', '1.2'],
    ]);
  });

  test('is told by subscription and customer, the largest first', () => {
    const more = (subscriptionId: string, customerId: string, seats: number): readonly Charge[] => [
      { ...may, subscriptionId, customerId, customerName: customerId },
      { ...june, subscriptionId, customerId, customerName: customerId, seats },
    ];
    const charges = [...more('a', 'small', 11), ...more('b', 'big', 13), ...more('c', 'big', 2)];
    const [step] = bridgeOf([reconciliation(charges.map(charge))]).currencies[0]?.steps ?? [];
    expect(step?.parts.map(({ subscriptionId, amount }) => [subscriptionId, amount])).toEqual([
      ['c', -8000],
      ['b', 3000],
      ['a', 1000],
    ]);
    expect(step?.customers.map(({ customer, amount }) => [customer, amount])).toEqual([
      ['big', -5000],
      ['small', 1000],
    ]);
  });
});

const drawn: fc.Arbitrary<ReconciliationCells> = fc
  .record({
    on: fc.constantFrom('2026-05-01', '2026-05-10', '2026-05-31', '2026-06-01', '2026-06-10', '2026-06-30', '2026-07-01'),
    seats: fc.constantFrom(1, 3, 10, 12, -10, 0),
    price: fc.constantFrom('10.00', '8.33333', '0.07', '0', '-5.10'),
    rate: fc.constantFrom('1', '0.846202666', '1.1'),
    months: fc.constantFrom(1, 1, 1, 12),
    chargeType: fc.constantFrom('new', 'renew', 'cycleCharge', 'addQuantity', 'cancelImmediate', 'convert', 'customerCredit', 'other'),
    unitPrice: fc.constantFrom('10.00', '8.33333', '0', ''),
    promotionId: fc.constantFrom('', '', 'promo'),
    priceAdjustmentDescription: fc.constantFrom('', '', credit.priceAdjustmentDescription),
    subscriptionDescription: fc.constantFrom('', '', 'Azure plan'),
    subscriptionId: fc.constantFrom('a', 'b', 'c', ''),
    customerId: fc.constantFrom('c1', 'c1', 'c2'),
    skuId: fc.constantFrom('1', '1', '2'),
    skuName: fc.constantFrom('Plain', 'Plain', 'Extended Service Term'),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    off: fc.constantFrom(0, 0, 0, 250),
  })
  .map(({ off, subscriptionDescription, ...cells }) => {
    const made = charge({ ...cells, ...(subscriptionDescription ? { subscriptionDescription, termAndBillingCycle: '' } : {}) });
    return { ...made, subtotal: (Number(made.subtotal) + off / 100).toFixed(2) };
  }); // prettier-ignore

describe('any two months', () => {
  test('have steps that add up to their difference, to the last cent, however the lines came', () => {
    fc.assert(
      fc.property(fc.uniqueArray(drawn, { maxLength: 24, selector: (cells) => JSON.stringify(cells) }), (cells) => {
        const bridge = bridgeOf([reconciliation(cells)]);
        for (const { currency, before, after, steps } of bridge.currencies) {
          expect(steps.reduce((sum, { amount }) => sum + amount, 0)).toBe(after - before);
          for (const { amount, parts, rest } of steps)
            expect(parts.reduce((sum, part) => sum + part.amount, rest)).toBe(amount);
          const billed = cells.filter(
            (line) => line.currency === currency && line.chargeStartDate?.startsWith('2026-06'),
          );
          expect(after).toBe(billed.reduce((sum, { subtotal }) => sum + Math.round(Number(subtotal) * 100), 0));
        }
        const half = cells.filter((_, at) => at % 2 === 0);
        const other = cells.filter((_, at) => at % 2 === 1).reverse();
        const again = bridgeOf([reconciliation(other, 40, 'b.csv'), reconciliation(half, 41, 'a.csv'), reconciliation(cells, 42, 'all.csv')]); // prettier-ignore
        const said = (of: typeof bridge): unknown =>
          of.currencies.map(({ currency, steps }) => [currency, steps.map(({ step, amount, count }) => [step, amount, count])]); // prettier-ignore
        expect(said(again)).toEqual(said(bridge));
      }),
      { numRuns: runs(300) },
    );
  });

  test('are the same bill the other way round, with a charge and its refund that cancel', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 12 }), fc.constantFrom('2026-05-04', '2026-06-04'), (cells, on) => {
        const pair = [charge({ on, subscriptionId: 'void', chargeType: 'new' }), charge({ on, subscriptionId: 'void', chargeType: 'cancelImmediate', price: '-10.00' })]; // prettier-ignore
        const steps = stepsOf(bridgeOf([reconciliation(cells)]));
        const withPair = bridgeOf([reconciliation([...cells, ...pair])]);
        const of = withPair.currencies.flatMap((one) => one.steps.flatMap(({ parts }) => parts));
        expect(of.some(({ subscriptionId }) => subscriptionId === 'void')).toBe(false);
        for (const step of Object.keys(steps)) expect(BRIDGE_STEPS).toContain(step);
      }),
      { numRuns: runs(100) },
    );
  });
});
