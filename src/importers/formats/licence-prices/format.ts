/** The new-commerce licence price list in all its header versions, and the EST list, which has the same header. */
import type { DatasetKind } from '../../../core/schema/dataset.ts';
import type { PRICE_COLUMNS } from '../../../core/schema/columns.ts';
import { type Table, textAt } from '../../../core/table.ts';
import type { Field } from '../../sheet/fields.ts';
import type { Findings } from '../../sheet/findings.ts';
import type { SheetFormat } from '../../sheet/format.ts';

type PriceField = Field & { readonly name: keyof typeof PRICE_COLUMNS };

const FIELDS: readonly PriceField[] = [
  { name: 'changeIndicator', label: 'ChangeIndicator', keys: ['changeindicator'], kind: 'text' },
  { name: 'productTitle', label: 'ProductTitle', keys: ['producttitle'], kind: 'text' },
  { name: 'productId', label: 'ProductId', keys: ['productid'], kind: 'text', required: true },
  { name: 'skuId', label: 'SkuId', keys: ['skuid'], kind: 'text', required: true },
  { name: 'skuTitle', label: 'SkuTitle', keys: ['skutitle'], kind: 'text' },
  { name: 'publisher', label: 'Publisher', keys: ['publisher'], kind: 'text' },
  { name: 'skuDescription', label: 'SkuDescription', keys: ['skudescription'], kind: 'text' },
  { name: 'termDuration', label: 'TermDuration', keys: ['termduration'], kind: 'text', required: true },
  { name: 'billingPlan', label: 'BillingPlan', keys: ['billingplan'], kind: 'text' },
  { name: 'market', label: 'Market', keys: ['market'], kind: 'text', required: true },
  { name: 'currency', label: 'Currency', keys: ['currency'], kind: 'text', required: true },
  { name: 'unitPrice', label: 'UnitPrice', keys: ['unitprice'], kind: 'decimal', required: true },
  { name: 'erpPrice', label: 'ERP Price', keys: ['erpprice', 'erp'], kind: 'decimal', required: true },
  {
    name: 'effectiveStart',
    label: 'EffectiveStartDate',
    keys: ['effectivestartdate'],
    kind: 'period-start',
    required: true,
  },
  { name: 'effectiveEnd', label: 'EffectiveEndDate', keys: ['effectiveenddate'], kind: 'period-end', required: true },
  { name: 'tags', label: 'Tags', keys: ['tags'], kind: 'text' },
  { name: 'segment', label: 'Segment', keys: ['segment'], kind: 'text' },
];

export const LICENCE_PRICES: SheetFormat = {
  kind: 'licence-prices',
  title: 'licence price list',
  fields: FIELDS,
  signature: ['productid', 'skuid', 'termduration', 'billingplan', 'unitprice', 'effectivestartdate'],
  ambiguous: 'microsoft',
  conclude,
};

/** Warns about a list that mixes markets, mentions several currencies; tells an EST list from a licence list. */
function conclude(table: Table, findings: Findings): DatasetKind {
  const markets = distinct(table, 'market');
  if (markets.length > 1)
    findings.add('warning', 'several-markets', { column: 'Market' }, { markets: markets.join(', ') });
  const currencies = distinct(table, 'currency');
  if (currencies.length > 1)
    findings.add('info', 'several-currencies', { column: 'Currency' }, { currencies: currencies.join(', ') });
  return isEstList(table) ? 'est-prices' : 'licence-prices';
}

function distinct(table: Table, name: string): string[] {
  const column = table.columns.get(name);
  if (column?.kind !== 'text') return [];
  const isUsed = new Uint8Array(column.values.length);
  for (const code of column.codes) isUsed[code] = 1;
  return column.values.filter((_, code) => isUsed[code] === 1).sort();
}

const EST_TITLE = /extended service term/i;

/**
 * An EST list holds nothing but P1M/Monthly rows, and at least half of its SKU titles speak of the Extended Service Term
 * (some EST SKUs have the title of their base). The engine treats both kinds alike; the kind is for the user.
 */
function isEstList(table: Table): boolean {
  if (distinct(table, 'termDuration').join() !== 'P1M' || distinct(table, 'billingPlan').join() !== 'Monthly')
    return false;
  const titles = table.columns.get('skuTitle');
  let est = 0;
  for (let row = 0; row < table.rows; row++) if (EST_TITLE.test(textAt(titles, row))) est++;
  return est * 2 >= table.rows;
}
