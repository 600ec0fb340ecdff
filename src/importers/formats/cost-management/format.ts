/** Cost Management exports as a partner sees them: of the whole billing account, and of one subscription. */
import { COST_MANAGEMENT_COLUMNS } from '../../../core/schema/columns.ts';
import { FLAG_WORDS } from '../../cells/words.ts';
import { capitalised, fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';

/** Microsoft's own header mixes both cases. */
const CAPITALISED = new Set(['productId', 'productName', 'subscriptionId', 'resourceId', 'payGPrice', 'pricingModel']);

const TRUE_OR_FALSE = { words: FLAG_WORDS, lowerCase: true } as const;

export const COST_MANAGEMENT_FIELDS = fieldsOf(
  COST_MANAGEMENT_COLUMNS,
  {
    date: { required: true },
    productName: { also: ['product'] },
    resourceId: { also: ['instancename'] },
    billingCurrency: { required: true },
    costInBillingCurrency: { required: true },
    isAzureCreditEligible: TRUE_OR_FALSE,
    partnerEarnedCreditApplied: TRUE_OR_FALSE,
  },
  (name) => (CAPITALISED.has(name) ? capitalised(name) : name),
);

const COMMON: Omit<SheetFormat, 'signature' | 'title'> = {
  kind: 'cost-management',
  fields: COST_MANAGEMENT_FIELDS,
  ambiguous: 'microsoft',
  bulk: true,
  totals: [
    { column: 'costInBillingCurrency', currency: 'billingCurrency' },
    { column: 'costInPricingCurrency', currency: 'pricingCurrency' },
    { column: 'costInUsd' },
  ],
  periods: {
    day: 'date',
    customer: 'customerTenantId',
    invoice: 'invoiceId',
    identity: ['subscriptionId', 'meterId', 'resourceId', 'chargeType', 'quantity'],
  },
};

/** Billing account, billing profile or customer: 66 to 70 columns, with the earned credit. */
export const COST_MANAGEMENT_PARTNER: SheetFormat = {
  ...COMMON,
  title: 'Cost Management export, partner scope',
  signature: ['partnertenantid', 'partnerearnedcreditrate', 'costinbillingcurrency', 'billingcurrency', 'date'],
  variant: () => 'partner scope',
};

/** One Azure subscription: 56 columns, without earned credit and invoice. */
export const COST_MANAGEMENT_SUBSCRIPTION: SheetFormat = {
  ...COMMON,
  title: 'Cost Management export, subscription scope',
  signature: ['partnername', 'customertenantid', 'costinbillingcurrency', 'billingcurrency', 'date'],
  without: ['partnerearnedcreditrate', 'invoiceid'],
  variant: () => 'subscription scope',
};
