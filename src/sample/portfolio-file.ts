/** The portfolio file of the spec: one CSV line per subscription. */
import { dayToText } from '../core/days.ts';
import { csvLine } from './csv.ts';
import { DE, US } from './price-rows.ts';
import type { Subscription } from './subscriptions.ts';

const HEADER = [
  'CustomerId', 'CustomerName', 'SubscriptionId', 'ProductId', 'SkuId', 'OfferName', 'Segment', 'Market', 'Currency', 'Quantity',
  'TermDuration', 'BillingPlan', 'CommitmentStartDate', 'CommitmentEndDate', 'AutoRenewEnabled', 'ScheduledAction',
  'PromotionPercent', 'PricePaidPerSeatMonth', 'CustomerPricePerSeatMonth', 'Status', 'IsTrial',
]; // prettier-ignore

const LINE_END = '\r\n';

/** The currency in which a customer is billed. */
export function currencyOf(market: 'US' | 'DE'): string {
  return market === 'DE' ? DE.currency : US.currency;
}

function cells({ customer, sku, ...own }: Subscription): readonly string[] {
  return [
    customer.id, customer.name, own.id, sku.product.productId, sku.skuId, sku.skuTitle, sku.segment, customer.market,
    currencyOf(customer.market), String(own.seats), own.term, own.plan, dayToText(own.start), dayToText(own.end),
    String(own.autoRenew || own.legacyInstruction), own.action, own.promotion ? String(own.promotion.percent) : '', '', '',
    own.status, String(own.isTrial),
  ]; // prettier-ignore
}

export function portfolioHeader(): string {
  return csvLine(HEADER, LINE_END);
}

export function portfolioLine(subscription: Subscription): string {
  return csvLine(cells(subscription), LINE_END);
}

/** The whole file, without a byte order mark. */
export function portfolioCsv(subscriptions: readonly Subscription[]): string {
  return portfolioHeader() + subscriptions.map(portfolioLine).join('');
}
