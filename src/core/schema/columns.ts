/**
 * The canonical columns of each dataset kind. Importers map whatever header a file has to these names; columns a file has
 * beyond them are kept as text under their own header, prefixed with `x:`.
 */
import type { Column } from '../table.ts';

type Kinds = Readonly<Record<string, Column['kind']>>;

/** Columns of `licence-prices` and `est-prices`: one row of a price list, price per seat for the whole term. */
export const PRICE_COLUMNS = {
  changeIndicator: 'text',
  productTitle: 'text',
  productId: 'text',
  skuId: 'text',
  skuTitle: 'text',
  publisher: 'text',
  skuDescription: 'text',
  termDuration: 'text',
  billingPlan: 'text',
  market: 'text',
  currency: 'text',
  unitPrice: 'decimal',
  erpPrice: 'decimal',
  /** First day on which 00:00 UTC lies in the row's period. */
  effectiveStart: 'day',
  /** Last day on which 00:00 UTC lies in the row's period. */
  effectiveEnd: 'day',
  tags: 'text',
  segment: 'text',
} as const satisfies Kinds;

/** Columns of `subscriptions` and `portfolio`: one row a subscription. */
export const SUBSCRIPTION_COLUMNS = {
  customerId: 'text',
  customerName: 'text',
  subscriptionId: 'text',
  productId: 'text',
  skuId: 'text',
  offerName: 'text',
  /** Commercial, Education, Charity or Government; empty when the file does not say. */
  segment: 'text',
  market: 'text',
  currency: 'text',
  quantity: 'decimal',
  /** P1M, P1Y or P3Y. */
  termDuration: 'text',
  /** Monthly, Annual, Triennial or None, spelled as in price lists. */
  billingPlan: 'text',
  commitmentStart: 'day',
  /** Last day of the term, inclusive. */
  commitmentEnd: 'day',
  autoRenew: 'flag',
  /** As it came; the engine compares it case-insensitively. Empty: none. */
  scheduledAction: 'text',
  /** Only a legacy `scheduledNextTermInstructions` is present. */
  legacyInstruction: 'flag',
  promotionId: 'text',
  /** `10` means 10 %. */
  promotionPercent: 'decimal',
  pricePaid: 'decimal',
  customerPrice: 'decimal',
  /** Lower case; `active` when the file does not say. */
  status: 'text',
  isTrial: 'flag',
  /** False for software, Azure and other things without licence-based terms. */
  licenceBased: 'flag',
} as const satisfies Kinds;

/** Columns of `customers`. */
export const CUSTOMER_COLUMNS = {
  customerId: 'text',
  customerName: 'text',
  domain: 'text',
} as const satisfies Kinds;

/** Columns of `promotions`: one row per required product of a promotion. */
export const PROMOTION_COLUMNS = {
  promotionId: 'text',
  name: 'text',
  productId: 'text',
  skuId: 'text',
  termDuration: 'text',
  billingPlan: 'text',
  /** Percent off the partner's price; `5` means 5 %. */
  percent: 'decimal',
  start: 'day',
  end: 'day',
  /** Empty when the promotion states none. */
  minSeats: 'decimal',
  maxSeats: 'decimal',
} as const satisfies Kinds;
