/** A reconciliation file with a line a month for each customer: a year of invoices. */
const HEADER =
  'PartnerId,CustomerId,CustomerName,InvoiceNumber,OrderId,OrderDate,ProductId,SkuId,SkuName,ProductName,ChargeType,UnitPrice,Quantity,Subtotal,TaxTotal,Total,Currency,PriceAdjustmentDescription,SubscriptionDescription,SubscriptionId,ChargeStartDate,ChargeEndDate,TermAndBillingCycle,EffectiveUnitPrice,BillableQuantity,BillingFrequency,PricingCurrency,PCToBCExchangeRate,PCToBCExchangeRateDate,CreditReasonCode,SubscriptionStartDate,SubscriptionEndDate,ReferenceId,PromotionId';

/** @param prices one seat a month, by customer @param from `2025-11` */
export function yearOfInvoices(prices: Readonly<Record<string, string>>, from: string): string {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const rows = Array.from({ length: 12 }, (_, at) => {
    const [first, last] = [new Date(Date.UTC(year, month - 1 + at, 1)), new Date(Date.UTC(year, month + at, 0))];
    return Object.entries(prices).map(([name, price]) => rowOf(name, price, usDate(first), usDate(last), at));
  });
  return [HEADER, ...rows.flat(), ''].join('\n');
}

function rowOf(name: string, price: string, first: string, last: string, at: number): string {
  const id = `c-${name.toLowerCase()}`;
  return [
    ...['partner', id, name, `G-${String(at)}`, 'o', first, 'CFQ7TTC0AAAA', '0001', 'Suite', 'Suite', 'cycleCharge'],
    ...[price, '1', price, '0', price, 'USD', '', 'Suite', `s-${id}`, first, last],
    ...['One-Year commitment for monthly billing', price, '1', 'Monthly', 'USD', '1', first, '', first, last, '', ''],
  ].join(',');
}

function usDate(day: Date): string {
  return `${String(day.getUTCMonth() + 1)}/${String(day.getUTCDate())}/${String(day.getUTCFullYear())}`;
}
