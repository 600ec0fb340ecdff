/** Daily rated usage of Azure plans. */
import type { Kinds } from './kinds.ts';

/** Columns of `daily-usage`: one meter of one resource on one day. Amounts are before tax, after the earned credit. */
export const DAILY_USAGE_COLUMNS = {
  partnerId: 'text',
  partnerName: 'text',
  customerId: 'text',
  customerName: 'text',
  customerDomainName: 'text',
  customerCountry: 'text',
  mpnId: 'text',
  /** The indirect reseller; empty, `0` and `-1` mean none. */
  tier2MpnId: 'text',
  /** Empty on all rows: unbilled usage. */
  invoiceNumber: 'text',
  productId: 'text',
  skuId: 'text',
  availabilityId: 'text',
  skuName: 'text',
  productName: 'text',
  publisherName: 'text',
  publisherId: 'text',
  subscriptionDescription: 'text',
  /** The commerce subscription; the Azure subscription is `entitlementId`. */
  subscriptionId: 'text',
  chargeStartDate: 'day',
  chargeEndDate: 'day',
  /** The day that the charge belongs to. */
  usageDate: 'day',
  meterType: 'text',
  meterCategory: 'text',
  meterId: 'text',
  meterSubCategory: 'text',
  meterName: 'text',
  meterRegion: 'text',
  unit: 'text',
  resourceLocation: 'text',
  consumedService: 'text',
  resourceGroup: 'text',
  resourceUri: 'text',
  /** Lower case. */
  chargeType: 'text',
  unitPrice: 'exact',
  quantity: 'exact',
  unitType: 'text',
  billingPreTaxTotal: 'exact',
  billingCurrency: 'text',
  pricingPreTaxTotal: 'exact',
  pricingCurrency: 'text',
  serviceInfo1: 'text',
  serviceInfo2: 'text',
  /** JSON text, as it came. */
  tags: 'text',
  /** JSON text, as it came. */
  additionalInfo: 'text',
  effectiveUnitPrice: 'exact',
  pcToBCExchangeRate: 'exact',
  pcToBCExchangeRateDate: 'day',
  /** The Azure subscription. */
  entitlementId: 'text',
  entitlementDescription: 'text',
  /** `15` means 15 %. */
  partnerEarnedCreditPercentage: 'exact',
  /** `100` means 100 %. */
  creditPercentage: 'exact',
  creditType: 'text',
  benefitOrderId: 'text',
  benefitId: 'text',
  benefitType: 'text',
} as const satisfies Kinds;
