/** Daily rated usage: 55 columns in two spellings (the second one announced in August 2023), billed and unbilled. */
import { DAILY_USAGE_COLUMNS } from '../../../core/schema/columns.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';
import { tellUnbilled } from '../unbilled.ts';

export const DAILY_USAGE_FIELDS = fieldsOf(DAILY_USAGE_COLUMNS, {
  tier2MpnId: { also: ['resellermpnid'] },
  usageDate: { required: true },
  unit: { also: ['unitofmeasure'] },
  resourceUri: { label: 'ResourceURI' },
  chargeType: { lowerCase: true },
  billingPreTaxTotal: { required: true },
  billingCurrency: { required: true },
  pcToBCExchangeRate: { label: 'PCToBCExchangeRate' },
  pcToBCExchangeRateDate: { label: 'PCToBCExchangeRateDate' },
  partnerEarnedCreditPercentage: {
    also: ['rateofpartnerearnedcredit'],
    fractionKeys: ['rateofpartnerearnedcredit'],
  },
  creditPercentage: { also: ['rateofcredit'], fractionKeys: ['rateofcredit'] },
});

export const DAILY_USAGE: SheetFormat = {
  kind: 'daily-usage',
  title: 'daily rated usage file',
  fields: DAILY_USAGE_FIELDS,
  signature: ['usagedate', 'meterid', 'billingpretaxtotal', 'billingcurrency'],
  ambiguous: 'microsoft',
  bulk: true,
  totals: [
    { column: 'billingPreTaxTotal', currency: 'billingCurrency' },
    { column: 'pricingPreTaxTotal', currency: 'pricingCurrency' },
    { column: 'quantity' },
  ],
  periods: {
    day: 'usageDate',
    customer: 'customerId',
    invoice: 'invoiceNumber',
    identity: ['subscriptionId', 'entitlementId', 'meterId', 'resourceUri', 'chargeType', 'quantity'],
  },
  concludeBulk: (facts, findings) => {
    tellUnbilled(facts, findings);
    return 'daily-usage';
  },
};
