/** Reconciliation of the legacy commerce: licences, usage by billing period, usage by day. */
import { LEGACY_LICENCE_COLUMNS, LEGACY_USAGE_COLUMNS } from '../../../core/schema/columns.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';

export const LEGACY_LICENCE_FIELDS = fieldsOf(LEGACY_LICENCE_COLUMNS, {
  tier2MpnId: { also: ['resellermpnid'] },
  totalForCustomer: { required: true },
  currency: { required: true },
});

const USAGE_DETAILS = { tier2MpnId: { also: ['resellermpnid'] } } as const;

export const LEGACY_CHARGE_FIELDS = fieldsOf(LEGACY_USAGE_COLUMNS, {
  ...USAGE_DETAILS,
  pretaxCharges: { required: true },
  currency: { required: true },
});

export const LEGACY_DAILY_FIELDS = fieldsOf(LEGACY_USAGE_COLUMNS, {
  ...USAGE_DETAILS,
  consumedQuantity: { required: true },
  usageDate: { required: true },
});

const COMMON = { kind: 'legacy-reconciliation', ambiguous: 'microsoft', bulk: true } as const;

export const LEGACY_LICENCES: SheetFormat = {
  ...COMMON,
  title: 'legacy reconciliation file, licences',
  fields: LEGACY_LICENCE_FIELDS,
  signature: ['durableofferid', 'syndicationpartnersubscriptionnumber', 'totalforcustomer', 'currency'],
  totals: [
    { column: 'amount', currency: 'currency' },
    { column: 'subtotal', currency: 'currency' },
    { column: 'tax', currency: 'currency' },
    { column: 'totalForCustomer', currency: 'currency' },
  ],
  periods: {
    day: 'chargeStartDate',
    customer: 'customerId',
    identity: ['subscriptionId', 'durableOfferId', 'chargeType', 'chargeEndDate', 'quantity'],
  },
  variant: () => 'licences',
};

export const LEGACY_CHARGES: SheetFormat = {
  ...COMMON,
  title: 'legacy reconciliation file, usage',
  fields: LEGACY_CHARGE_FIELDS,
  signature: ['detaillineitemid', 'overagequantity', 'pretaxcharges', 'currency'],
  totals: [
    { column: 'pretaxCharges', currency: 'currency' },
    { column: 'taxAmount', currency: 'currency' },
    { column: 'postTaxTotal', currency: 'currency' },
  ],
  periods: {
    day: 'chargeStartDate',
    customer: 'customerId',
    invoice: 'invoiceNumber',
    identity: ['subscriptionId', 'resourceGuid', 'region', 'chargeType', 'consumedQuantity'],
  },
  variant: () => 'usage',
};

export const LEGACY_DAILY: SheetFormat = {
  ...COMMON,
  title: 'legacy reconciliation file, daily usage',
  fields: LEGACY_DAILY_FIELDS,
  signature: ['usagedate', 'resourceguid', 'customerbillableaccount', 'consumedquantity'],
  without: ['pretaxcharges'],
  totals: [{ column: 'consumedQuantity' }],
  periods: {
    day: 'usageDate',
    customer: 'customerId',
    invoice: 'invoiceNumber',
    identity: ['subscriptionId', 'resourceGuid', 'meteredRegion', 'consumedQuantity'],
  },
  variant: () => 'daily usage',
};
