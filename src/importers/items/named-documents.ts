/** JSON that is recognised but holds nothing to import: naming it beats saying that it is unknown. */
import type { DatasetKind } from '../../core/schema/dataset.ts';
import { namedDocuments } from '../../core/text/file-kinds.ts';
import { isList, textAtPath } from '../read/json-access.ts';
import type { JsonObject } from '../read/json.ts';

export interface NamedDocument {
  readonly kind: DatasetKind;
  readonly title: string;
  readonly matches: (item: JsonObject) => boolean;
}

const objectType = (item: JsonObject): string => textAtPath(item, 'attributes', 'objectType');

/** By the first of their items. */
export const NAMED_DOCUMENTS: readonly NamedDocument[] = [
  {
    kind: 'unknown',
    title: namedDocuments.invoices,
    matches: (item) =>
      ['InvoiceSummary', 'InvoiceSummaryDetail', 'Invoice'].includes(objectType(item)) ||
      (item.has('balanceAmount') && item.has('currencyCode')),
  },
  {
    kind: 'promotions',
    title: namedDocuments.eligibility,
    matches: (item) => objectType(item) === 'PromotionEligibilities' || isList(item.get('eligibilities')),
  },
  { kind: 'agreements', title: namedDocuments.signStatus, matches: (item) => item.has('isSigned') },
  {
    kind: 'insights',
    title: namedDocuments.catalogue,
    matches: (item) => item.has('datasetName') && isList(item.get('selectableColumns')),
  },
  {
    kind: 'unknown',
    title: namedDocuments.exportSchema,
    matches: (item) => item.has('translator') || (item.has('SchemaId') && item.has('Columns')),
  },
  {
    kind: 'manifest',
    title: namedDocuments.operation,
    matches: (item) => textAtPath(item, '@odata.type').includes('partners.billing') && item.has('status'),
  },
];

/** Files that Termwise writes itself, by how their `schema` begins. */
export const OWN_DOCUMENTS: readonly { readonly schema: string; readonly kind: DatasetKind; readonly title: string }[] =
  [
    { schema: 'termwise/results@', kind: 'results', title: namedDocuments.results },
    { schema: 'termwise/inspect@', kind: 'results', title: namedDocuments.inspect },
    { schema: 'termwise/actions@', kind: 'results', title: namedDocuments.actions },
    { schema: 'termwise/workbook@', kind: 'workbook', title: namedDocuments.workbook },
  ];
