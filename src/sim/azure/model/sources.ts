/** Where each kind of file has what consumption is made from (docs/formats/azure.md). */
import type { DatasetKind } from '../../../core/schema/dataset.ts';

/** Names of columns of the dataset's table; the first that there is counts. */
export interface SourceColumns {
  readonly day: readonly string[];
  readonly customer: readonly string[];
  readonly customerName: readonly string[];
  readonly subscription: readonly string[];
  readonly subscriptionName: readonly string[];
  readonly resourceGroup: readonly string[];
  readonly category: readonly string[];
  readonly subCategory: readonly string[];
  readonly meter: readonly string[];
  readonly meterId: readonly string[];
  readonly region: readonly string[];
  readonly resource: readonly string[];
  readonly tags: readonly string[];
  readonly unit: readonly string[];
  readonly cost: readonly string[];
  readonly billingCurrency: readonly string[];
  readonly priced: readonly string[];
  readonly pricingCurrency: readonly string[];
  readonly quantity: readonly string[];
  readonly unitPrice: readonly string[];
  readonly rate: readonly string[];
  readonly earned: readonly string[];
  /** Whether the rate was applied: Cost Management and FOCUS name the rate of lines that lost it, too. */
  readonly applied: readonly string[];
  /** What tells reservations, savings plans and Spot from the rest: all of these that there are. */
  readonly pricing: readonly string[];
  /** Who sells it: all of these that there are. */
  readonly publisher: readonly string[];
  readonly invoice: readonly string[];
}

export type UsageKind = Extract<DatasetKind, 'daily-usage' | 'cost-management' | 'focus'>;

const SOURCES: Readonly<Record<UsageKind, SourceColumns>> = {
  'daily-usage': {
    day: ['usageDate'],
    customer: ['customerId'],
    customerName: ['customerName'],
    subscription: ['entitlementId', 'subscriptionId'],
    subscriptionName: ['entitlementDescription'],
    resourceGroup: ['resourceGroup'],
    category: ['meterCategory'],
    subCategory: ['meterSubCategory'],
    meter: ['meterName'],
    meterId: ['meterId'],
    region: ['resourceLocation', 'meterRegion'],
    resource: ['resourceUri'],
    tags: ['tags'],
    unit: ['unit'],
    cost: ['billingPreTaxTotal'],
    billingCurrency: ['billingCurrency'],
    priced: ['pricingPreTaxTotal'],
    pricingCurrency: ['pricingCurrency'],
    quantity: ['quantity'],
    unitPrice: ['unitPrice'],
    rate: ['pcToBCExchangeRate'],
    earned: ['partnerEarnedCreditPercentage'],
    applied: [],
    pricing: ['benefitType'],
    publisher: ['publisherName'],
    invoice: ['invoiceNumber'],
  },
  'cost-management': {
    day: ['date'],
    customer: ['customerTenantId'],
    customerName: ['customerName'],
    subscription: ['subscriptionId'],
    subscriptionName: ['subscriptionName'],
    resourceGroup: ['resourceGroupName'],
    category: ['meterCategory'],
    subCategory: ['meterSubCategory'],
    meter: ['meterName'],
    meterId: ['meterId'],
    region: ['resourceLocation', 'location', 'meterRegion'],
    resource: ['resourceId'],
    tags: ['tags'],
    unit: ['unitOfMeasure'],
    cost: ['costInBillingCurrency'],
    billingCurrency: ['billingCurrency'],
    priced: ['costInPricingCurrency'],
    pricingCurrency: ['pricingCurrency'],
    quantity: ['quantity'],
    unitPrice: ['payGPrice'],
    rate: ['exchangeRatePricingToBilling'],
    earned: ['partnerEarnedCreditRate'],
    applied: ['partnerEarnedCreditApplied'],
    pricing: ['pricingModel', 'chargeType'],
    publisher: ['publisherType', 'publisherName'],
    invoice: ['invoiceId'],
  },
  focus: {
    day: ['chargePeriodStart'],
    customer: ['xCustomerId', 'billingAccountId'],
    customerName: ['xCustomerName', 'billingAccountName'],
    subscription: ['subAccountId'],
    subscriptionName: ['subAccountName'],
    resourceGroup: ['xResourceGroupName'],
    category: ['xSkuMeterCategory', 'serviceName'],
    subCategory: ['xSkuMeterSubcategory'],
    meter: ['xSkuMeterName', 'skuMeter'],
    meterId: ['xSkuMeterId'],
    region: ['regionName', 'regionId', 'region'],
    resource: ['resourceId'],
    tags: ['tags'],
    unit: ['pricingUnit', 'consumedUnit', 'usageUnit'],
    cost: ['billedCost'],
    billingCurrency: ['billingCurrency'],
    priced: [],
    pricingCurrency: ['xPricingCurrency', 'pricingCurrency'],
    quantity: ['consumedQuantity', 'usageQuantity', 'pricingQuantity'],
    unitPrice: ['listUnitPrice'],
    rate: ['xBillingExchangeRate'],
    earned: ['xPartnerCreditRate'],
    applied: ['xPartnerCreditApplied'],
    pricing: ['commitmentDiscountType', 'xPricingSubcategory', 'pricingCategory'],
    publisher: ['xPublisherCategory', 'publisherName'],
    invoice: ['xInvoiceId', 'invoiceId'],
  },
};

/** How much a rate of earned credit in the file is multiplied by to be percent. */
export const EARNED_FACTOR: Readonly<Record<UsageKind, number>> = {
  'daily-usage': 1,
  'cost-management': 100,
  focus: 100,
};

export function isUsageKind(kind: DatasetKind): kind is UsageKind {
  return Object.hasOwn(SOURCES, kind);
}

export function sourceColumns(kind: UsageKind): SourceColumns {
  return SOURCES[kind];
}

/** The columns of a dataset that have to be read for its consumption. */
export function usageColumns(kind: UsageKind): readonly string[] {
  return Object.values<readonly string[]>({ ...SOURCES[kind] }).flat();
}
