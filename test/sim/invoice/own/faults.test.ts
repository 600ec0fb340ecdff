/** A month of clean invoices of one's own, with faults planted into it: all are found, nothing else is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { threeWay } from '../../../../src/sim/invoice/own/three-way.ts';
import type { OwnVerdict } from '../../../../src/sim/invoice/own/types.ts';
import {
  type OwnInvoiceCells,
  ownInvoices,
  portfolio,
  price,
  priceList,
  type ReconciliationCells,
  reconciliation,
  type SubscriptionCells,
} from '../../../support/books.ts';
import { runs } from '../../../support/runs.ts';
import { QUESTION, sidesOf } from './sides.ts';

const PRODUCT = 'CFQ7TTC0LDPB';
const euros = (cents: number): string => `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;

/** One subscription with its line of Microsoft's and its own line, customer's price 15.00 for a cost of 12.00. */
interface Thing {
  cost: ReconciliationCells | undefined;
  own: OwnInvoiceCells | undefined;
  readonly subscription: SubscriptionCells;
}

function thing(at: number, seats: number, by: number): Thing {
  const ids = { customerId: `tenant-${String(at)}`, subscriptionId: `sub-${String(at)}` };
  const name = { customerName: `Customer ${String(at)}` };
  const sku = { productId: PRODUCT, skuId: '0001' };
  const joined = [ids, { ...name, item: 'MAIL' }, { customerId: ids.customerId, productId: `${PRODUCT}:0001` }][by % 3];
  return {
    cost: {
      ...{ ...ids, ...name, ...sku, skuName: 'Mail', invoiceNumber: 'G1', currency: 'EUR', chargeType: 'cyclecharge' },
      ...{ billableQuantity: String(seats), quantity: String(seats), subtotal: euros(1200 * seats) },
      ...{ chargeStartDate: '2026-11-01', chargeEndDate: '2026-11-30', effectiveUnitPrice: '12.00' },
    },
    own: {
      ...{ ...joined, invoiceNumber: `R${String(at)}`, currency: 'EUR', month: '2026-11', quantity: String(seats) },
      ...{ unitPrice: '15.00', amount: euros(1500 * seats) },
    },
    subscription: {
      ...{ ...ids, ...sku, quantity: String(seats), billingPlan: 'Monthly', market: 'DE', currency: 'EUR' },
      ...{ pricePaid: '12.00', customerPrice: '15.00' },
    },
  };
}

/** Each makes the thing show one verdict. */
const FAULTS: Readonly<Partial<Record<OwnVerdict, (thing: Thing, seats: number) => void>>> = {
  'not-billed': (one) => (one.own = undefined),
  'below-cost': (one, seats) => (one.own = { ...one.own, amount: euros(1100 * seats) }),
  'too-little': (one, seats) => (one.own = { ...one.own, amount: euros(1400 * seats) }),
  'too-much': (one, seats) => (one.own = { ...one.own, amount: euros(1700 * seats) }),
  quantity: (one, seats) => (one.own = { ...one.own, quantity: String(seats + 1), amount: euros(1500 * (seats + 1)) }),
  'no-cost': (one) => (one.cost = one.cost && { ...one.cost, chargeStartDate: '2026-10-01', invoiceNumber: 'G0' }),
  'other-currency': (one) => (one.own = { ...one.own, currency: 'CHF' }),
  'credit-kept': (one) => {
    one.cost = one.cost && { ...one.cost, subtotal: '-36.00', billableQuantity: '-3' };
    one.own = undefined;
  },
};
const KINDS = Object.keys(FAULTS) as readonly OwnVerdict[];
const THINGS = 120;

test('planted faults are all found, under their own name, and nothing else is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ seats: fc.integer({ min: 2, max: 400 }), by: fc.nat() }), {
        minLength: THINGS,
        maxLength: THINGS,
      }),
      fc.uniqueArray(fc.nat({ max: THINGS - 1 }), { minLength: 0, maxLength: 40 }),
      (drawn, planted) => {
        const things = drawn.map(({ seats, by }, at) => thing(at, seats, by));
        const expected = new Map<string, OwnVerdict>();
        for (const [at, place] of planted.entries()) {
          const [kind, one] = [KINDS[at % KINDS.length] ?? 'fine', things[place]];
          if (one) FAULTS[kind]?.(one, drawn[place]?.seats ?? 1);
          expected.set(`tenant-${String(place)}`, kind);
        }
        const sides = sidesOf([
          reconciliation(things.flatMap(({ cost }) => cost ?? [])),
          ownInvoices(things.flatMap(({ own }) => own ?? [])),
          portfolio(things.map(({ subscription }) => subscription)),
          priceList([
            price('P1Y/Monthly', '144', '200', { productId: PRODUCT, skuId: '0001', market: 'DE', currency: 'EUR' }),
          ]),
        ]);
        const { groups, looseCustomers, looseItems } = threeWay(sides, QUESTION);
        const found = groups.filter(({ verdict }) => verdict !== 'fine');
        expect(new Map(found.map(({ customerId, verdict }) => [customerId, verdict]))).toEqual(expected);
        expect(found).toHaveLength(expected.size);
        expect([looseCustomers, looseItems]).toEqual([[], []]);
      },
    ),
    { numRuns: runs(8) },
  );
});
