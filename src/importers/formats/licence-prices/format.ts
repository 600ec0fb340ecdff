/** The new-commerce licence price list in all its header versions, and the EST, software and marketplace lists, which share its header. */
import type { DatasetKind } from '../../../core/schema/dataset.ts';
import type { PRICE_COLUMNS } from '../../../core/schema/columns.ts';
import type { Table } from '../../../core/table.ts';
import type { Field } from '../../sheet/fields.ts';
import { type Findings, rejectedCells } from '../../sheet/findings.ts';
import type { SheetFormat } from '../../sheet/format.ts';
import { type SheetPlan, cellOf } from '../../sheet/plan.ts';
import { type ListRow, priceListKind, rejectedListKind, usedTexts } from './kind.ts';

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

/** Warns about a list that mixes markets, mentions several currencies; tells which list it is. */
function conclude(table: Table, findings: Findings, plan: SheetPlan): DatasetKind {
  const markets = usedTexts(table, 'market');
  if (markets.length > 1)
    findings.add('warning', 'several-markets', { column: 'Market' }, { markets: markets.join(', ') });
  const currencies = usedTexts(table, 'currency');
  if (currencies.length > 1)
    findings.add('info', 'several-currencies', { column: 'Currency' }, { currencies: currencies.join(', ') });
  const { kind, isOpen } = table.rows > 0 ? priceListKind(table) : rejectedListKind(rejectedRows(findings, plan));
  if (isOpen) findings.add('info', 'list-kind-open');
  return kind;
}

function rejectedRows({ rejects }: Findings, { sources }: SheetPlan): readonly ListRow[] {
  const tags = sources.get('tags');
  const term = sources.get('termDuration');
  return rejects.map((reject) => {
    const cells = rejectedCells(reject);
    return { tags: tags ? cellOf(cells, tags) : '', term: term ? cellOf(cells, term) : '' };
  });
}
