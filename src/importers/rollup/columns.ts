/** Which columns of daily usage survive a roll-up, and as what. */

/** Rows that differ in one of these are never put together. The rest of them follows from these few in Microsoft's files. */
export const GROUP_COLUMNS = [
  'usageDate',
  'invoiceNumber',
  'partnerId',
  'customerId',
  'customerName',
  'mpnId',
  'tier2MpnId',
  'productId',
  'skuId',
  'availabilityId',
  'skuName',
  'productName',
  'publisherName',
  'subscriptionId',
  'subscriptionDescription',
  'entitlementId',
  'entitlementDescription',
  'meterId',
  'meterCategory',
  'meterSubCategory',
  'meterName',
  'meterRegion',
  'resourceGroup',
  'tags',
  'chargeType',
  'unit',
  'unitType',
  'billingCurrency',
  'pricingCurrency',
  'partnerEarnedCreditPercentage',
  'creditPercentage',
  'creditType',
] as const;

/** Added up exactly. */
export const SUM_COLUMNS = ['quantity', 'billingPreTaxTotal', 'pricingPreTaxTotal'] as const;

/** How many rows of the file each group holds. */
export const ROWS_COLUMN = '#rows';

const SURVIVING: ReadonlySet<string> = new Set([...GROUP_COLUMNS, ...SUM_COLUMNS]);

/** Whether a column is in a table that was rolled up. */
export function survivesRollUp(column: string): boolean {
  return SURVIVING.has(column);
}
