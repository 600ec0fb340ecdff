/** A price list, and the reconciliation files of September and October 2026 in which something is wrong. */

interface InvoiceFile {
  readonly name: string;
  readonly content: string;
}

const PRICES =
  'ProductTitle,ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,EffectiveStartDate,EffectiveEndDate,Tags,ERP Price,Segment';
const LINES =
  'PartnerId,CustomerId,CustomerName,InvoiceNumber,OrderId,OrderDate,ProductId,SkuId,SkuName,ProductName,ChargeType,UnitPrice,Quantity,Subtotal,TaxTotal,Total,Currency,PriceAdjustmentDescription,SubscriptionDescription,SubscriptionId,ChargeStartDate,ChargeEndDate,TermAndBillingCycle,EffectiveUnitPrice,BillableQuantity,BillingFrequency,PricingCurrency,PCToBCExchangeRate,PCToBCExchangeRateDate,CreditReasonCode,SubscriptionStartDate,SubscriptionEndDate,ReferenceId,PromotionId';

/** Suite: 30.00 a month, 26.25 on a year billed monthly, 30.90 as EST. */
function priceList(): string {
  const row = (sku: string, title: string, term: string, plan: string, price: string): string =>
    `Suite,CFQ7TTC0AAAA,${sku},${title},${term},${plan},US,USD,${price},2026-01-01T00:00:00Z,9999-11-30T00:00:00Z,License,${price},Commercial`;
  return [
    PRICES,
    row('0001', 'Suite', 'P1Y', 'Annual', '300.00'),
    row('0001', 'Suite', 'P1Y', 'Monthly', '315.00'),
    row('0001', 'Suite', 'P1M', 'Monthly', '30.00'),
    row('0009', 'Suite - Extended Service Term', 'P1M', 'Monthly', '30.90'),
    '',
  ].join('\n');
}

interface Line {
  readonly customer: string;
  readonly type?: string;
  readonly seats: number;
  readonly price: string;
  readonly subtotal: string;
  readonly total?: string;
  readonly sku?: string;
  readonly name?: string;
  readonly days?: readonly [string, string];
  readonly term?: string;
  readonly adjustment?: string;
  readonly reason?: string;
  readonly pricing?: string;
  readonly rate?: string;
  readonly list?: string;
}

function month(number: string, first: string, last: string, lines: readonly Line[]): string {
  return [LINES, ...lines.map((line, at) => lineOf(line, at, number, first, last)), ''].join('\n');
}

function lineOf(line: Line, at: number, invoice: string, first: string, last: string): string {
  const { customer, type = 'cycleCharge', seats, price, subtotal, total = subtotal, list = price } = line;
  const { sku = '0001', name = 'Suite', days = [first, last], adjustment = '', reason = '', pricing = 'USD' } = line;
  const { term = 'One-Year commitment for monthly billing', rate = '1' } = line;
  const isUsage = term === '';
  return [
    ...['partner', `c-${customer}`, customer, invoice, `order-${String(at)}`, first, 'CFQ7TTC0AAAA', sku, name, name],
    ...[type, list, seats, subtotal, '0', total, 'USD', `"${adjustment.replaceAll('"', '""')}"`],
    ...[
      isUsage ? 'Azure plan' : name,
      `${isUsage ? 'azure' : 's'}-${customer}-${sku}`,
      ...days,
      term,
      price,
      seats,
      'Monthly',
      pricing,
      rate,
    ],
    ...['9/28/2026', reason, first, last, `r-${String(at)}`, ''],
  ].join(',');
}

const EST = { sku: '0009', name: 'Suite - Extended Service Term', price: '30.90', type: 'renew' } as const;
const MONTHLY = 'One-Month commitment for monthly billing';
const CREDIT = '["15.0% Partner earned credit for services managed"]';

/** 3 of 12 lines of October are wrong: one by 10.00 before tax, one by 1.00 in its total, one by 0.03, which is below the gate. */
export function invoiceFiles(): readonly InvoiceFile[] {
  const september: readonly Line[] = [
    { customer: 'Contoso', seats: 10, price: '26.25', subtotal: '262.50' },
    { customer: 'Fabrikam', seats: 25, subtotal: '772.50', term: MONTHLY, ...EST },
  ];
  const october: readonly Line[] = [
    { customer: 'Contoso', seats: 10, price: '26.25', subtotal: '262.50' },
    { customer: 'Contoso', seats: -10, price: '10.161290322580645', subtotal: '-101.61', type: 'addQuantity', list: '26.25', days: ['10/20/2026', '10/31/2026'] },
    { customer: 'Contoso', seats: 13, price: '10.161290322580645', subtotal: '132.09', type: 'addQuantity', list: '26.25', days: ['10/20/2026', '10/31/2026'] },
    { customer: 'Fabrikam', seats: 25, subtotal: '772.50', term: MONTHLY, ...EST },
    { customer: 'Northwind', seats: 4, subtotal: '123.60', term: MONTHLY, ...EST, sku: '0001', name: 'Suite' },
    { customer: 'Northwind', seats: 5, price: '26.25', subtotal: '141.25' },
    { customer: 'Tailspin', seats: 5, price: '26.25', subtotal: '131.25', total: '132.25' },
    { customer: 'Tailspin', seats: 1, price: '2.5415', list: '2.99', subtotal: '2.54', term: '', adjustment: CREDIT },
    { customer: 'Tailspin', seats: 1, price: '1.00', subtotal: '1.03', term: '', adjustment: CREDIT },
    { customer: 'Wingtip', seats: 2, price: '20.00', subtotal: '44.00', pricing: 'EUR', rate: '1.1' },
    { customer: 'Wingtip', seats: 3, price: '20.00', subtotal: '66.00', pricing: 'EUR', rate: '1.1' },
    { customer: 'Wingtip', seats: 2, price: '20.00', subtotal: '48.00', pricing: 'EUR', rate: '1.2', type: 'somethingNew' },
    { customer: 'Contoso', seats: 1, price: '-5.00', subtotal: '-5.00', type: 'customerCredit', reason: 'SLA' },
  ]; // prettier-ignore
  return [
    { name: 'prices.csv', content: priceList() },
    { name: 'september.csv', content: month('G000000009', '9/1/2026', '9/30/2026', september) },
    { name: 'october.csv', content: month('G000000010', '10/1/2026', '10/31/2026', october) },
  ];
}

/** Of October, in this format's own header: one as it should be, one of a customer by another name, one below its cost. */
export const OWN_INVOICES: InvoiceFile = {
  name: 'own.csv',
  content: [
    'CustomerName,Item,Quantity,UnitPrice,Amount,Currency,InvoiceNumber,Month',
    'Contoso,Suite,13,30.00,390.00,USD,R1,2026-10',
    'Fabrikam Inc,Suite - Extended Service Term,25,35.00,875.00,USD,R2,2026-10',
    'Tailspin,Suite,5,20.00,100.00,USD,R3,2026-10',
    '',
  ].join('\n'),
};
