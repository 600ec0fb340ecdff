/** Invoice reconciliation of the new commerce: one-time, recurring and monthly Azure charges, billed and unbilled. */
import { RECONCILIATION_COLUMNS } from '../../../core/schema/columns.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';
import { tellUnbilled } from '../unbilled.ts';

export const RECONCILIATION_FIELDS = fieldsOf(RECONCILIATION_COLUMNS, {
  customerId: { required: true },
  tier2MpnId: { also: ['resellermpnid'] },
  chargeType: { required: true, lowerCase: true },
  subtotal: { required: true },
  total: { also: ['totalforcustomer'] },
  currency: { also: ['billingcurrency'], required: true },
  pcToBCExchangeRate: { label: 'PCToBCExchangeRate' },
  pcToBCExchangeRateDate: { label: 'PCToBCExchangeRateDate' },
});

export const RECONCILIATION: SheetFormat = {
  kind: 'reconciliation',
  title: 'reconciliation file',
  fields: RECONCILIATION_FIELDS,
  signature: ['customerid', 'productid', 'skuid', 'chargetype', 'effectiveunitprice', 'billablequantity', 'subtotal'],
  without: ['usagedate'],
  ambiguous: 'microsoft',
  bulk: true,
  totals: [
    { column: 'subtotal', currency: 'currency' },
    { column: 'taxTotal', currency: 'currency' },
    { column: 'total', currency: 'currency' },
  ],
  periods: {
    day: 'chargeStartDate',
    customer: 'customerId',
    invoice: 'invoiceNumber',
    identity: ['subscriptionId', 'productId', 'skuId', 'chargeType', 'chargeEndDate', 'billableQuantity'],
  },
  concludeBulk: (facts, findings) => {
    tellUnbilled(facts, findings);
    return 'reconciliation';
  },
};
