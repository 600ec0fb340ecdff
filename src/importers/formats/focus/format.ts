/** FOCUS cost exports of Azure, from 1.0-preview to 1.2; columns that no version has are kept as extra columns. */
import { FOCUS_COLUMNS } from '../../../core/schema/columns.ts';
import { type FieldDetails, fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';

/** The published sample writes `NULL` into empty cells. */
const NULL = /^NULL$/i;

const REQUIRED = new Set(['billedCost', 'billingCurrency', 'chargePeriodStart']);

export const FOCUS_FIELDS = fieldsOf(
  FOCUS_COLUMNS,
  Object.fromEntries(Object.keys(FOCUS_COLUMNS).map((name) => [name, detailsOf(name)])),
);

function detailsOf(name: string): FieldDetails {
  const label = /^x[A-Z]/.test(name) ? { label: `x_${name.slice(1)}` } : {};
  return { ...label, blanks: NULL, tellsChanges: true, required: REQUIRED.has(name) };
}

export const FOCUS: SheetFormat = {
  kind: 'focus',
  title: 'FOCUS cost export',
  fields: FOCUS_FIELDS,
  signature: ['chargeperiodstart', 'billedcost', 'chargecategory', 'billingaccountid', 'billingcurrency'],
  ambiguous: 'microsoft',
  bulk: true,
  totals: [
    { column: 'billedCost', currency: 'billingCurrency' },
    { column: 'effectiveCost', currency: 'billingCurrency' },
    { column: 'contractedCost', currency: 'billingCurrency' },
    { column: 'listCost', currency: 'billingCurrency' },
  ],
  periods: {
    day: 'chargePeriodStart',
    customer: 'xCustomerId',
    invoice: 'xInvoiceId',
    identity: ['subAccountId', 'skuPriceId', 'resourceId', 'chargeCategory', 'pricingQuantity'],
  },
  variant: focusVersion,
};

/** The version by the columns that came with it; 1.0 and 1.0r2 have the same ones. */
export function focusVersion(keys: ReadonlySet<string>): string | undefined {
  if (keys.has('skumeter') && keys.has('invoiceid'))
    return keys.has('xskudetails') ? 'version 1.2-preview' : 'version 1.2';
  if (keys.has('chargeclass')) return 'version 1.0';
  return keys.has('chargesubcategory') ? 'version 1.0-preview' : undefined;
}
