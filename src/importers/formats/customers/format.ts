/** Customers: ids and their names. */
import type { CUSTOMER_COLUMNS } from '../../../core/schema/columns.ts';
import type { Field } from '../../sheet/fields.ts';
import type { SheetFormat } from '../../sheet/format.ts';

type CustomerField = Field & { readonly name: keyof typeof CUSTOMER_COLUMNS };

const FIELDS: readonly CustomerField[] = [
  {
    name: 'customerId',
    label: 'Microsoft ID',
    keys: ['microsoftid', 'customerid', 'tenantid', 'customertenantid'],
    kind: 'text',
    required: true,
  },
  { name: 'customerName', label: 'Company name', keys: ['companyname', 'customername'], kind: 'text', required: true },
  {
    name: 'domain',
    label: 'Primary domain name',
    keys: ['primarydomainname', 'domain', 'customerdomainname'],
    kind: 'text',
  },
  { name: 'relationship', label: 'Relationship', keys: ['relationship'], kind: 'text' },
];

/** The portal's `Customers.csv`. */
export const CUSTOMERS: SheetFormat = {
  kind: 'customers',
  title: 'customer list',
  fields: FIELDS,
  signature: ['microsoftid', 'companyname'],
  ambiguous: 'microsoft',
};

/** A list of our own making: ids and names under the portfolio file's headers, and nothing of subscriptions. */
export const PLAIN_CUSTOMERS: SheetFormat = {
  ...CUSTOMERS,
  signature: ['customerid', 'customername'],
  without: ['subscriptionid', 'productid', 'quantity'],
};
