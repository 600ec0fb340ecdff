/** Price lists of Azure. */
import type { Kinds } from './kinds.ts';

/** Columns of `azure-prices`, Azure plan: consumption and reservations, one tier a row. */
export const AZURE_PRICE_COLUMNS = {
  changeIndicator: 'text',
  productTitle: 'text',
  productId: 'text',
  skuId: 'text',
  skuTitle: 'text',
  publisher: 'text',
  skuDescription: 'text',
  unitOfMeasure: 'text',
  /** Empty or `payG-1` for consumption; `P1Y`, `P3Y` … for reservations. */
  termDuration: 'text',
  market: 'text',
  currency: 'text',
  /** Of consumption: the direct price, before the earned credit. */
  unitPrice: 'exact',
  pricingTierRangeMin: 'exact',
  /** Empty: no upper end. */
  pricingTierRangeMax: 'exact',
  /** First day on which 00:00 UTC lies in the row's period. */
  effectiveStart: 'day',
  /** Last day on which 00:00 UTC lies in the row's period. */
  effectiveEnd: 'day',
  /** One or several, as they came. */
  meterIds: 'text',
  meterType: 'text',
  tags: 'text',
  erpPrice: 'exact',
} as const satisfies Kinds;

/** Columns of `azure-prices`, price sheet of Cost Management: one tier of a meter, reservation or savings plan a row. */
export const PRICE_SHEET_COLUMNS = {
  billingAccountId: 'text',
  billingAccountName: 'text',
  billingProfileId: 'text',
  billingProfileName: 'text',
  serviceFamily: 'text',
  product: 'text',
  productId: 'text',
  skuId: 'text',
  unitOfMeasure: 'text',
  meterId: 'text',
  meterName: 'text',
  meterType: 'text',
  meterCategory: 'text',
  meterSubCategory: 'text',
  meterRegion: 'text',
  tierMinimumUnits: 'exact',
  effectiveStart: 'day',
  effectiveEnd: 'day',
  unitPrice: 'exact',
  basePrice: 'exact',
  marketPrice: 'exact',
  currency: 'text',
  billingCurrency: 'text',
  term: 'text',
  priceType: 'text',
} as const satisfies Kinds;
