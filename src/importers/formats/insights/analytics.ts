/** Rows of the Partner Center analytics API: licences in use, subscriptions, Azure consumption. */
import {
  AZURE_ANALYTICS_COLUMNS,
  LICENCE_USE_COLUMNS,
  SUBSCRIPTION_ANALYTICS_COLUMNS,
} from '../../../core/schema/columns.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';

const LICENCE_USE = {
  kind: 'insights',
  fields: fieldsOf(LICENCE_USE_COLUMNS, { customerName: { required: true }, productName: { required: true } }),
  ambiguous: 'microsoft',
} as const;

export const ANALYTICS: readonly SheetFormat[] = [
  { ...LICENCE_USE, title: 'licences deployed (analytics API)', signature: ['licensesdeployed', 'licensessold'] },
  { ...LICENCE_USE, title: 'licences in use (analytics API)', signature: ['licensesactive', 'licensesqualified'] },
  {
    kind: 'insights',
    title: 'subscription analytics (analytics API)',
    fields: fieldsOf(SUBSCRIPTION_ANALYTICS_COLUMNS, { id: { required: true }, licenseCount: { required: true } }),
    signature: ['customertenantid', 'licensecount', 'autorenewenabled'],
    ambiguous: 'microsoft',
  },
  {
    kind: 'insights',
    title: 'Azure usage analytics (analytics API)',
    fields: fieldsOf(AZURE_ANALYTICS_COLUMNS, { usageDate: { required: true }, quantity: { required: true } }),
    signature: ['customertenantid', 'usagedate', 'metersubcategory', 'meterunit'],
    ambiguous: 'microsoft',
  },
];
