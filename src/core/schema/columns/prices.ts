/** Price lists with a price for each term. */
import type { Kinds } from './kinds.ts';

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
