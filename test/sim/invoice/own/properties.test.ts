import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, type Exact, parseExact, ZERO } from '../../../../src/core/exact.ts';
import type { OwnAliases } from '../../../../src/core/invoice/own-names.ts';
import type { Dataset } from '../../../../src/core/schema/dataset.ts';
import { threeWay } from '../../../../src/sim/invoice/own/three-way.ts';
import type { OwnGroup } from '../../../../src/sim/invoice/own/types.ts';
import { type OwnInvoiceCells, ownInvoices, type ReconciliationCells, reconciliation } from '../../../support/books.ts';
import { runs } from '../../../support/runs.ts';
import { QUESTION, said, sidesOf, text } from './sides.ts';

const PRODUCTS = ['CFQ7TTC0LDPB', 'CFQ7TTC0LH18'] as const;
const amount = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.constantFrom('', '5', '0003'))
  .map(([cents, more]) => `${cents < 0 ? '-' : ''}${String(Math.trunc(Math.abs(cents) / 100))}.${String(Math.abs(cents) % 100).padStart(2, '0')}${more}`); // prettier-ignore
const currency = fc.constantFrom('EUR', 'EUR', 'EUR', 'CHF');
const start = fc.constantFrom('2026-10-01', '2026-11-01', '2026-11-17');

const cost: fc.Arbitrary<ReconciliationCells> = fc
  .record({
    ...{ at: fc.nat({ max: 2 }), product: fc.nat({ max: 1 }), sku: fc.constantFrom('0001', '0002'), subtotal: amount },
    ...{ currency, start, seats: fc.constantFrom('1', '10', '-3'), subscription: fc.nat({ max: 3 }) },
  })
  .map(({ at, product, sku, subtotal, currency: of, start: from, seats, subscription }) => ({
    ...{ customerId: `c${String(at)}`, customerName: ['Ann', 'Bob', 'Ann'][at] ?? '', subtotal, currency: of },
    ...{ productId: PRODUCTS[product] ?? '', skuId: sku, skuName: `Plan ${sku}`, billableQuantity: seats },
    ...{ subscriptionId: `s${String(at)}${String(subscription)}`, chargeStartDate: from, chargeEndDate: '2026-11-30' },
    ...{ invoiceNumber: `G-${of}-${from.slice(0, 7)}`, chargeType: 'cyclecharge' },
  }));

const own: fc.Arbitrary<OwnInvoiceCells> = fc
  .record({
    ...{ id: fc.constantFrom('', 'c0', 'c1', 'X1'), name: fc.constantFrom('Ann', 'bob', 'Carl'), amount, currency },
    ...{ subscription: fc.constantFrom('', '', 's00', 's21', 'mine'), product: fc.constantFrom('', ...PRODUCTS) },
    ...{ sku: fc.constantFrom('', '1', '0002'), item: fc.constantFrom('Plan 0001', 'plan 0002', 'Post', 'Cable') },
    ...{ start: fc.oneof(start, fc.constant('')), invoice: fc.constantFrom('', 'R1', 'R2') },
  })
  .map(({ id, name, subscription, product, sku, start: from, invoice, ...rest }) => ({
    ...rest,
    ...{ customerId: id, customerName: name, subscriptionId: subscription, productId: product, skuId: sku },
    ...{ periodStart: from, month: from === '' ? '2026-11' : '', invoiceNumber: invoice, quantity: '1' },
  }));

const ALIASES: OwnAliases = {
  customers: new Map([['carl', 'c1']]),
  items: new Map([
    ['post', 'CFQ7TTC0LH18'],
    ['cable', '-'],
  ]),
};
const ASKED = { ...QUESTION, aliases: ALIASES };

const sum = (cells: readonly Readonly<Record<string, string | undefined>>[], name: string, of: string): Exact =>
  cells.filter((one) => one['currency'] === of).map((one) => parseExact(one[name] ?? '') ?? ZERO).reduce(add, ZERO); // prettier-ignore

test('no amount of either side is lost or counted twice: of groups, of customers, of months', () => {
  fc.assert(
    fc.property(fc.array(cost, { maxLength: 14 }), fc.array(own, { maxLength: 14 }), (costs, owns) => {
      const sides = sidesOf([reconciliation(costs), ownInvoices(owns)]);
      for (const of of ['EUR', 'CHF']) {
        const months = new Set(sides.months).add(QUESTION.month ?? 0).add((QUESTION.month ?? 0) - 1);
        const whole = threeWay(sides, { ...ASKED, currency: of, month: undefined });
        const parts = [...months].map((month) => threeWay(sides, { ...ASKED, currency: of, month }));
        const expected = [sum(costs, 'subtotal', of), sum(owns, 'amount', of)].map(text);
        const found = (list: readonly { readonly cost: Exact; readonly billed: Exact }[]): string[] =>
          [list.map((one) => one.cost), list.map((one) => one.billed)].map((all) => text(all.reduce(add, ZERO)));
        expect(found([whole.totals])).toEqual(expected);
        expect(found(whole.groups)).toEqual(expected);
        expect(found(whole.customers)).toEqual(expected);
        expect(found(parts.map(({ totals }) => totals))).toEqual(expected);
        const others = whole.otherCurrencies.filter((one) => one.currency === of);
        expect(others).toEqual([]);
      }
    }),
    { numRuns: runs(60) },
  );
});

/** Everything that stands of each group, in any order. */
function all(datasets: readonly Dataset[]): string[] {
  const { groups } = threeWay(sidesOf(datasets), ASKED);
  const more = (group: OwnGroup): string =>
    [group.productId, group.skuId, group.subscriptionId, text(group.difference), text(group.costSeats)].join(' | ');
  // Of one name in two spellings, the first is shown.
  return groups.map((group) => `${said(group)} | ${more(group)}`.toLowerCase()).sort();
}

test('files may be shuffled, split and given twice', () => {
  const different = { maxLength: 12, selector: (cells: object) => JSON.stringify(cells) };
  fc.assert(
    fc.property(
      fc.uniqueArray(cost, different),
      fc.uniqueArray(own, different),
      fc.infiniteStream(fc.nat({ max: 2 })),
      (costs, owns, parts) => {
        const whole = all([reconciliation(costs), ownInvoices(owns)]);
        expect(all([reconciliation([...costs].reverse()), ownInvoices([...owns].reverse())])).toEqual(whole);
        const again = [ownInvoices(owns), ownInvoices([...owns].reverse(), 51, 'again.csv')];
        expect(all([reconciliation(costs), ...again])).toEqual(whole);
        const split: OwnInvoiceCells[][] = [[], [], []];
        for (const cells of owns) split[parts.next().value ?? 0]?.push(cells);
        const files = split.map((cells, at) => ownInvoices(cells, 50 + at, `${String(at)}.csv`));
        expect(all([reconciliation(costs), ...files])).toEqual(whole);
      },
    ),
    { numRuns: runs(40) },
  );
});
