/** Customers as the Partner Center API gives them. */
import { isObject, textAtPath, valueAt } from '../../read/json-access.ts';
import type { JsonFormat } from '../json-format.ts';
import { CUSTOMERS } from './format.ts';

export const CUSTOMERS_JSON: JsonFormat = {
  sheet: { ...CUSTOMERS, title: 'customers of the Partner Center API (JSON)' },
  matches: (item) =>
    isObject(valueAt(item, 'companyProfile')) || textAtPath(item, 'attributes', 'objectType') === 'Customer',
  rowsOf: (item) => [
    {
      customerId: textAtPath(item, 'id'),
      customerName: textAtPath(item, 'companyProfile', 'companyName'),
      domain: textAtPath(item, 'companyProfile', 'domain'),
      relationship: textAtPath(item, 'relationshipToPartner'),
    },
  ],
  usedKeys: new Set(['id', 'relationshipToPartner']),
};
