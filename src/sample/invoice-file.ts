/** Invoice lines as Microsoft's reconciliation file has them. */
import { type Day, firstDayOfMonth, partsOfDay } from '../core/days.ts';
import { csvLine } from './csv.ts';
import type { SampleLine } from './invoice-lines.ts';
import { currencyOf } from './portfolio-file.ts';
import { guid, randomStream } from './random.ts';

const HEADER = [
  'PartnerId', 'CustomerId', 'CustomerName', 'CustomerDomainName', 'CustomerCountry', 'InvoiceNumber', 'MpnId', 'Tier2MpnId', 'OrderId',
  'OrderDate', 'ProductId', 'SkuId', 'AvailabilityId', 'SkuName', 'ProductName', 'ChargeType', 'UnitPrice', 'Quantity', 'Subtotal',
  'TaxTotal', 'Total', 'Currency', 'PriceAdjustmentDescription', 'PublisherName', 'PublisherId', 'SubscriptionDescription',
  'SubscriptionId', 'ChargeStartDate', 'ChargeEndDate', 'TermAndBillingCycle', 'EffectiveUnitPrice', 'UnitType', 'AlternateId',
  'BillableQuantity', 'BillingFrequency', 'PricingCurrency', 'PCToBCExchangeRate', 'PCToBCExchangeRateDate', 'MeterDescription',
  'ReservationOrderId', 'CreditReasonCode', 'SubscriptionStartDate', 'SubscriptionEndDate', 'ReferenceId', 'ProductQualifiers', 'PromotionId',
]; // prettier-ignore

const LINE_END = '\r\n';
const PARTNER = '5d7f1c0e-8a43-4c7e-9a51-2f6b4d0e9c11';
const TERMS: Readonly<Record<string, string>> = { P1M: 'One-Month', P1Y: 'One-Year', P3Y: 'Three-Year' };
const CYCLES: Readonly<Record<string, string>> = { Monthly: 'monthly', Annual: 'yearly', Triennial: 'triennial' };

/** The whole file. @param seed of the sample; invoices call subscriptions by ids of their own */
export function invoiceText(lines: readonly SampleLine[], invoice: string, seed: number): string {
  return [HEADER, ...lines.map((line) => cells(line, invoice, seed))].map((row) => csvLine(row, LINE_END)).join('');
}

function cells(line: SampleLine, invoice: string, seed: number): readonly string[] {
  const { subscription, from, to, seats, termStart, termEnd, chargeType } = line;
  const { customer, sku, term, plan, promotion } = subscription;
  const { unit, subtotal } = amounts(line);
  const currency = currencyOf(customer.market);
  const own = invoiceId(subscription.id, seed);
  const cycle = `${TERMS[term] ?? term} commitment for ${CYCLES[plan] ?? plan} billing`;
  return [
    PARTNER, customer.id, customer.name, customer.domain, customer.market, invoice, '1234567', '', own.slice(0, 12),
    usDate(termStart), sku.product.productId, sku.skuId, '', sku.skuTitle, sku.product.title, chargeType, cents(line.price), String(seats), cents(subtotal),
    '0', cents(subtotal), currency, line.percent > 0 ? String(line.percent) : '', 'Microsoft Corporation', '', sku.skuTitle,
    own, usDate(from), usDate(to), cycle, unit, 'Licenses', '',
    String(seats), CYCLES[plan] ?? '', currency, '1', '', '',
    '', '', usDate(termStart), usDate(termEnd), own.slice(24), '', line.percent > 0 ? (promotion?.id ?? '') : '',
  ]; // prettier-ignore
}

/** The price of a seat with all digits that matter, and the product cut to cents. */
function amounts({ price, percent, days, cycleDays, seats, off = 0 }: SampleLine): { unit: string; subtotal: number } {
  // Below 2^53: prices of a year of at most a million cents, thousands of seats, 36 months of days.
  const [top, bottom] = [price * (100 - percent) * days, 100 * cycleDays];
  return { unit: decimal(top, 100 * bottom), subtotal: Math.trunc((top * seats) / bottom) + off };
}

const DIGITS = 12;

/** `top / bottom` cut to twelve digits, without needless zeros. */
function decimal(top: number, bottom: number): string {
  const scaled = (BigInt(top) * 10n ** BigInt(DIGITS)) / BigInt(bottom);
  const text = String(scaled).padStart(DIGITS + 1, '0');
  return `${text.slice(0, -DIGITS)}.${text.slice(-DIGITS)}`.replace(/\.?0+$/, '');
}

function cents(amount: number): string {
  return String(amount / 100);
}

/** M/D/YYYY. */
function usDate(day: Day): string {
  const { year, month, date } = partsOfDay(day);
  return `${String(month)}/${String(date)}/${String(year)}`;
}

function invoiceId(id: string, seed: number): string {
  const number = Array.from(id.slice(0, 8)).reduce((sum, digit) => (sum * 16 + parseInt(digit, 16)) % 0x7fffffff, 0);
  return guid(randomStream(seed, 'invoice', number));
}

/** `Invoice_Reconciliation_2026-10.csv`, with the market where there are two. */
export function invoiceName(month: number, market: string): string {
  const { year, month: of } = partsOfDay(firstDayOfMonth(month));
  return `Invoice_Reconciliation_${String(year)}-${String(of).padStart(2, '0')}_${market}.csv`;
}
