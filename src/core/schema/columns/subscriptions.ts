/** Subscriptions and the customers they belong to. */
import type { Kinds } from './kinds.ts';

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
  /** Last day on which it can be cancelled or reduced, as Partner Center says. */
  cancellationAllowedUntil: 'day',
  /** Seats that can be given back until then. */
  refundableQuantity: 'decimal',
} as const satisfies Kinds;

/** Columns of `customers`. */
export const CUSTOMER_COLUMNS = {
  customerId: 'text',
  customerName: 'text',
  domain: 'text',
  /** Such as `Cloud Reseller`. */
  relationship: 'text',
} as const satisfies Kinds;
