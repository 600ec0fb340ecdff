import { expect, test } from 'vitest';
import { nameKey } from '../../../../src/sim/invoice/own/name-key.ts';
import { threeWay } from '../../../../src/sim/invoice/own/three-way.ts';
import { NOT_MICROSOFT } from '../../../../src/core/invoice/own-names.ts';
import {
  type OwnInvoiceCells,
  ownInvoices,
  portfolio,
  price,
  priceList,
  type ReconciliationCells,
  reconciliation,
} from '../../../support/books.ts';
import { answerTo, NOVEMBER, QUESTION, said, sidesOf, text } from './sides.ts';

/** Ten seats of Mail at 9.00 for Fabrikam in November, unless a line says otherwise. */
const cost = (cells: ReconciliationCells = {}): ReconciliationCells => ({
  ...{ invoiceNumber: 'G1', currency: 'EUR', customerId: 'fab', customerName: 'Fabrikam', subscriptionId: 'sub' },
  ...{ productId: 'CFQ7TTC0LDPB', skuId: '0001', skuName: 'Mail', productName: 'Office', chargeType: 'cyclecharge' },
  ...{ termAndBillingCycle: 'One-Year commitment for monthly billing', subtotal: '90.00', billableQuantity: '10' },
  ...{ chargeStartDate: '2026-11-01', chargeEndDate: '2026-11-30', effectiveUnitPrice: '9.00', ...cells },
});
const own = (cells: OwnInvoiceCells): OwnInvoiceCells => ({
  ...{ invoiceNumber: 'R1', currency: 'EUR', amount: '120.00', periodStart: '2026-11-01', ...cells },
});

function groups(costs: readonly ReconciliationCells[], owns: readonly OwnInvoiceCells[], question = {}): string[] {
  return answerTo([reconciliation(costs), ownInvoices(owns)], question).groups.map(said);
}

test.each([
  ['its subscription, whoever the invoice is for', { subscriptionId: 'SUB', customerName: 'somebody' }, 'subscription+subscription'],
  ['customer and product ids', { customerId: 'FAB', productId: 'cfq7ttc0ldpb', skuId: '1' }, 'product+id'],
  ['the ids in one cell', { customerId: 'fab', productId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0XXXX' }, 'product+id'],
  ['the product alone', { customerId: 'fab', productId: 'CFQ7TTC0LDPB' }, 'product+id'],
  ['the customer’s exact name in any case', { customerName: ' FABRIKAM ', productId: 'CFQ7TTC0LDPB', skuId: '0001' }, 'product+name'],
  ['an own number beside the name', { customerId: 'K-17', customerName: 'Fabrikam', item: 'mail' }, 'item-name+name'],
  ['an own subscription number beside it', { customerName: 'Fabrikam', subscriptionId: 'S-9', item: 'Mail' }, 'item-name+name'],
])('a line is joined by %s', (_, cells, how) => {
  expect(groups([cost()], [own(cells)])).toEqual([`Fabrikam | Mail | fine | 90 | 120 | ${how}`]);
}); // prettier-ignore

test('a name that is only alike is not guessed: both sides are listed', () => {
  expect(groups([cost()], [own({ customerName: 'Fabrikam GmbH', item: 'Mail' })])).toEqual([
    'Fabrikam | Mail | not-billed | 90 | 0 | ',
    'Fabrikam GmbH | Mail | not-joined | 0 | 120 | customer-unknown',
  ]);
});

test('what the user said a name or an item means is used', () => {
  const line = own({ customerName: 'Fabrikam  GmbH', item: 'Postfach' });
  const aliases = {
    customers: new Map([[nameKey('fabrikam gmbh'), 'fab']]),
    items: new Map([[nameKey('POSTFACH'), 'CFQ7TTC0LDPB:0001']]),
  };
  expect(groups([cost()], [line], { aliases })).toEqual(['Fabrikam | Mail | fine | 90 | 120 | item-alias+alias']);
  const aside = { customers: aliases.customers, items: new Map([['postfach', NOT_MICROSOFT]]) };
  expect(groups([cost()], [line], { aliases: aside })).toEqual([
    'Fabrikam | Mail | not-billed | 90 | 0 | ',
    'Fabrikam | Postfach | set-aside | 0 | 120 | ',
  ]);
});

test('lines of two customers stay apart though one name stands on both', () => {
  const costs = [cost(), cost({ customerId: 'nor', customerName: 'Northwind', subscriptionId: 'sub2' })];
  const owns = [own({ customerId: 'fab', customerName: 'Northwind', item: 'Cable' }), own({ customerName: 'Northwind', item: 'Cable' })]; // prettier-ignore
  const loose = answerTo([reconciliation(costs), ownInvoices(owns)]).groups.filter((one) => one.loose);
  expect(loose.map(({ customerId }) => customerId).sort()).toEqual(['fab', 'nor']);
});

test('a name of two customers and an item of two products are said, not chosen', () => {
  const costs = [cost(), cost({ customerId: 'fab2', subscriptionId: 'sub2', skuId: '0002' })];
  const answer = answerTo([
    reconciliation(costs),
    ownInvoices([own({ customerName: 'Fabrikam', item: 'Mail' }), own({ customerId: 'fab', item: 'Office' })]),
  ]);
  expect(answer.looseCustomers.map(({ text: name, reason }) => [name, reason])).toEqual([
    ['Fabrikam', 'customer-ambiguous'],
  ]);
  expect(answer.groups.map(said)).toContain('Fabrikam | Mail | fine | 90 | 120 | item-name+id');
  const both = [cost(), cost({ skuId: '0002', skuName: 'Mail 2', subscriptionId: 'sub2' })];
  const items = answerTo([reconciliation(both), ownInvoices([own({ customerId: 'fab', item: 'Office' })])]);
  expect(items.looseItems).toMatchObject([{ text: 'Office', reason: 'item-ambiguous', lines: 1, customers: ['fab'] }]);
  expect(items.groups.filter(({ verdict }) => verdict === 'not-billed').map(({ uncertain }) => uncertain)).toEqual([
    true,
    true,
  ]);
});

test('several lines of either side are one sum, and the margin is exact', () => {
  const { groups: found, totals } = answerTo([
    reconciliation([cost(), cost({ subtotal: '-0.004', chargeType: 'removequantity', billableQuantity: '0' })]),
    ownInvoices([own({ customerId: 'fab', item: 'Mail' }), own({ customerId: 'fab', item: 'Mail', amount: '0.01' })]),
  ]);
  expect(found.map(({ cost: one, billed, margin }) => [one, billed, margin].map(text))).toEqual([
    ['89.996', '120.01', '30.014'],
  ]);
  expect([totals.cost, totals.billed, totals.margin].map(text)).toEqual(['89.996', '120.01', '30.014']);
  expect(found[0]?.marginShare).toMatchObject({ n: 30014n / 2n, d: 120010n / 2n });
});

test.each([
  ['not-billed', { amount: undefined }, '-90'],
  ['below-cost', { amount: '89.80' }, '-0.2'],
  ['fine', { amount: '89.95' }, '0'],
  ['quantity', { amount: '100.00', quantity: '8' }, '-25'],
  ['quantity', { amount: '120.00', quantity: '12' }, '20'],
  ['fine', { amount: '100.00', quantity: '10' }, '0'],
  ['fine', { amount: '0.00', subtotal: '0' }, '0'],
  ['fine', { amount: undefined, subtotal: '0' }, '0'],
  ['credit-kept', { amount: undefined, subtotal: '-45.00', billableQuantity: '-5' }, '45'],
  ['fine', { amount: '-40.00', quantity: '5', subtotal: '-45.00', billableQuantity: '-5' }, '0'],
] as const)('%s: %j', (verdict, cells: Readonly<Record<string, string | undefined>>, difference) => {
  const { amount, quantity = '', subtotal = '90.00', billableQuantity = '10' } = cells;
  const owns = amount === undefined ? [] : [own({ customerId: 'fab', item: 'Mail', amount, quantity })];
  const { groups: found } = answerTo([reconciliation([cost({ subtotal, billableQuantity })]), ownInvoices(owns)]);
  expect(found.map((one) => [one.verdict, text(one.difference)])).toEqual([[verdict, difference]]);
});

test('changes within a month count as the seats at its end, and a credit for a fault takes none away', () => {
  const costs = [
    cost(),
    cost({ subtotal: '-30.00', billableQuantity: '10', chargeType: 'addquantity' }),
    cost({ subtotal: '39.00', billableQuantity: '13', chargeType: 'addquantity' }),
    cost({ subtotal: '-5.00', billableQuantity: '1', chargeType: 'customercredit', creditReasonCode: 'SLA' }),
  ];
  const line = own({ customerId: 'fab', item: 'Mail', quantity: '13' });
  const { groups: found } = answerTo([reconciliation(costs), ownInvoices([line])]);
  expect(found.map(({ verdict, costSeats }) => [verdict, text(costSeats)])).toEqual([['fine', '13']]);
});

test('what is billed without cost is of the product it names, and of the month it is for', () => {
  const line = own({ customerId: 'fab', item: 'Mail', periodStart: '2026-10-01' });
  expect(groups([cost()], [line])).toEqual(['Fabrikam | Mail | not-billed | 90 | 0 | ']);
  expect(groups([cost()], [line], { month: NOVEMBER - 1 })).toEqual([
    'Fabrikam | Mail | no-cost | 0 | 120 | item-name+id',
  ]);
  expect(groups([cost()], [line], { month: undefined })).toEqual(['Fabrikam | Mail | fine | 90 | 120 | item-name+id']);
});

test('a line with an invoice date alone is for that month, or for the one before', () => {
  const line = own({ customerId: 'fab', item: 'Mail', periodStart: '', invoiceDate: '2026-12-03' });
  expect(groups([cost()], [line], { lag: 1 })).toEqual(['Fabrikam | Mail | fine | 90 | 120 | item-name+id']);
  expect(groups([cost()], [line])).toEqual(['Fabrikam | Mail | not-billed | 90 | 0 | ']);
});

test('another currency is said and never converted', () => {
  const { groups: found, otherCurrencies } = answerTo([
    reconciliation([cost()]),
    ownInvoices([own({ customerId: 'fab', item: 'Mail', currency: 'CHF' })]),
  ]);
  expect(found.map(said)).toEqual(['Fabrikam | Mail | other-currency | 90 | 0 | ']);
  expect(otherCurrencies.map(({ currency, billed }) => [currency, text(billed)])).toEqual([['CHF', '120']]);
});

test('an own line of a subscription takes that subscription’s lines, one of the product the others', () => {
  const costs = [cost(), cost({ subscriptionId: 'sub2', subtotal: '45.00', billableQuantity: '5' })];
  const owns = [
    own({ subscriptionId: 'sub2', amount: '60.00' }),
    own({ customerId: 'fab', item: 'Mail', amount: '100' }),
  ];
  expect(groups(costs, owns).sort()).toEqual([
    'Fabrikam | Mail | fine | 45 | 60 | subscription+subscription',
    'Fabrikam | Mail | fine | 90 | 100 | item-name+id',
  ]);
});

test('lines that no invoice of Microsoft’s holds yet are left out and counted', () => {
  const { groups: found, unbilled } = answerTo([reconciliation([cost({ invoiceNumber: '' })])]);
  expect([found.length, unbilled]).toEqual([0, 1]);
});

const LIST = priceList([
  price('P1Y/Monthly', '108', '120', { productId: 'CFQ7TTC0LDPB', skuId: '0001', currency: 'EUR', market: 'DE' }),
]);
const PAYS = (customerPrice: string) =>
  portfolio([
    {
      ...{ customerId: 'fab', productId: 'CFQ7TTC0LDPB', skuId: '0001', market: 'DE', currency: 'EUR' },
      ...{ billingPlan: 'Monthly', pricePaid: '9.00', customerPrice },
    },
  ]);

test.each([
  ['110.00', 'too-little', '-15'],
  ['125.00', 'fine', '0'],
  ['124.90', 'fine', '0'],
  ['140.00', 'too-much', '15'],
  ['80.00', 'below-cost', '-45'],
])('a customer’s price of 12.50 a seat: %s is %s', (amount, verdict, difference) => {
  const datasets = [
    reconciliation([cost()]),
    ownInvoices([own({ subscriptionId: 'sub', amount })]),
    LIST,
    PAYS('12.50'),
  ];
  const { groups: found } = answerTo(datasets);
  expect(found.map((one) => [one.verdict, text(one.expected), one.priceFrom, text(one.difference)])).toEqual([
    [verdict, '125', 'given', difference],
  ]);
});

test('a margin rule gives a price too, but not the one that every scenario begins with', () => {
  const datasets = [
    reconciliation([cost()]),
    ownInvoices([own({ subscriptionId: 'sub', amount: '95' })]),
    LIST,
    PAYS(''),
  ];
  expect(answerTo(datasets).groups).toMatchObject([{ verdict: 'fine', expected: undefined }]);
  const sides = sidesOf(datasets, [], { business: { kind: 'markup', percent: '20' } });
  const [group] = threeWay(sides, QUESTION).groups;
  expect([group?.verdict, text(group?.expected), group?.priceFrom]).toEqual(['too-little', '108', 'rule']);
});
