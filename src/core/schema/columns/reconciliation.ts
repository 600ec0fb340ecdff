/** Invoice reconciliation of the new commerce. */
import type { Kinds } from './kinds.ts';

/** Columns of `reconciliation`: one line of an invoice, or of the charges that no invoice holds yet. */
export const RECONCILIATION_COLUMNS = {
  partnerId: 'text',
  partnerName: 'text',
  customerId: 'text',
  customerName: 'text',
  customerDomainName: 'text',
  customerCountry: 'text',
  /** Empty on all rows: unbilled charges. */
  invoiceNumber: 'text',
  mpnId: 'text',
  /** The indirect reseller; empty, `0` and `-1` mean none. */
  tier2MpnId: 'text',
  orderId: 'text',
  orderDate: 'day',
  productId: 'text',
  skuId: 'text',
  availabilityId: 'text',
  skuName: 'text',
  productName: 'text',
  /** Lower case: `new`, `renew`, `cyclecharge`, `addquantity` …; any value is kept. */
  chargeType: 'text',
  /** Of the list; `effectiveUnitPrice` is what is charged. */
  unitPrice: 'exact',
  /** Seats of the subscription. */
  quantity: 'exact',
  subtotal: 'exact',
  taxTotal: 'exact',
  /** Subtotal and tax. */
  total: 'exact',
  /** Of the invoice. */
  currency: 'text',
  priceAdjustmentDescription: 'text',
  publisherDiscount: 'exact',
  discountDetails: 'text',
  publisherName: 'text',
  publisherId: 'text',
  subscriptionDescription: 'text',
  subscriptionId: 'text',
  chargeStartDate: 'day',
  /** Inclusive. */
  chargeEndDate: 'day',
  /** Free text; term and plan are told by the dates. */
  termAndBillingCycle: 'text',
  /** Per unit of `billableQuantity`, prorated and discounted, in `pricingCurrency`. */
  effectiveUnitPrice: 'exact',
  unitType: 'text',
  alternateId: 'text',
  /** Negative on credits. */
  billableQuantity: 'exact',
  billableDays: 'exact',
  billingFrequency: 'text',
  pricingCurrency: 'text',
  pcToBCExchangeRate: 'exact',
  pcToBCExchangeRateDate: 'day',
  meterDescription: 'text',
  reservationOrderId: 'text',
  creditReasonCode: 'text',
  subscriptionStartDate: 'day',
  subscriptionEndDate: 'day',
  /** Binds the refund and the charge of one event; plain, or JSON as it came. */
  referenceId: 'text',
  /** JSON list, as it came. */
  productQualifiers: 'text',
  promotionId: 'text',
  productCategory: 'text',
} as const satisfies Kinds;
