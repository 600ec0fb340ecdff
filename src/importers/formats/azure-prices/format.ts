/** Azure price lists: consumption and reservations of the Azure plan, and the price sheet of Cost Management. */
import { AZURE_PRICE_COLUMNS, PRICE_SHEET_COLUMNS } from '../../../core/schema/columns.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';

/** The greatest 64-bit integer, exact or as Excel rounds it: a tier without upper end. */
const NO_UPPER_END = /^(?:922\d{16}(?:\.0+)?|9[.,]22\d*E\+?18)$/i;

const PERIOD = {
  effectiveStart: { label: 'EffectiveStartDate', kind: 'period-start', required: true },
  effectiveEnd: { label: 'EffectiveEndDate', kind: 'period-end' },
} as const;

export const AZURE_PRICE_FIELDS = fieldsOf(AZURE_PRICE_COLUMNS, {
  ...PERIOD,
  productId: { required: true },
  skuId: { required: true },
  currency: { required: true },
  unitPrice: { required: true },
  pricingTierRangeMax: { blankNumbers: NO_UPPER_END },
  erpPrice: { label: 'ERP Price', also: ['erp'] },
});

export const AZURE_PRICES: SheetFormat = {
  kind: 'azure-prices',
  title: 'Azure plan price list',
  fields: AZURE_PRICE_FIELDS,
  signature: [
    'productid',
    'skuid',
    'meterids',
    'metertype',
    'pricingtierrangemin',
    'unitprice',
    'termduration',
    'effectivestartdate',
  ],
  without: ['billingplan'],
  ambiguous: 'microsoft',
  bulk: true,
  variant: () => 'Azure plan',
};

export const PRICE_SHEET_FIELDS = fieldsOf(PRICE_SHEET_COLUMNS, {
  ...PERIOD,
  unitPrice: { required: true },
  currency: { required: true },
});

export const PRICE_SHEET: SheetFormat = {
  kind: 'azure-prices',
  title: 'Cost Management price sheet',
  fields: PRICE_SHEET_FIELDS,
  signature: [
    'meterid',
    'tierminimumunits',
    'baseprice',
    'marketprice',
    'pricetype',
    'unitprice',
    'currency',
    'effectivestartdate',
  ],
  ambiguous: 'microsoft',
  bulk: true,
  variant: () => 'price sheet',
};
