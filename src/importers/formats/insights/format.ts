/** Insights datasets: a report has the columns that were selected for it, in any order, as CSV or TSV. */
import { headerKey } from '../../../core/ids.ts';
import { INSIGHTS_COLUMNS } from '../../../core/schema/columns.ts';
import { type FieldDetails, fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';
import { INSIGHTS_DATASETS } from './datasets.ts';

/** Microsoft's spelling by header key; the datasets spell some columns in several ways. */
const SPELLINGS = new Map([...INSIGHTS_DATASETS.values()].flat().map((column) => [headerKey(column), column]));

const MONTHS = new Set(['month', 'monthKey', 'subscriptionStartMonth']);

export const INSIGHTS_FIELDS = fieldsOf(
  INSIGHTS_COLUMNS,
  Object.fromEntries(Object.keys(INSIGHTS_COLUMNS).map((name) => [name, detailsOf(name)])),
);

function detailsOf(name: string): FieldDetails {
  const label = SPELLINGS.get(headerKey(name));
  return { ...(label === undefined ? {} : { label }), ...(MONTHS.has(name) ? { kind: 'month' } : {}) };
}

const YES = /^(?:1|1\.0|true|yes|y)$/i;

export const INSIGHTS: SheetFormat = {
  kind: 'insights',
  title: 'Insights dataset',
  fields: INSIGHTS_FIELDS,
  signature: ['pgampnid'],
  ambiguous: 'microsoft',
  bulk: true,
  totals: [
    { column: 'billedRevenueUSD' },
    { column: 'azureConsumedRevenueUSD' },
    { column: 'acrUSD' },
    { column: 'totalRevenue' },
  ],
  variant: insightsDataset,
  rowCheck: () => (row) => (YES.test(row.text('isDuplicateRowForPGA')) ? { skip: 'duplicates-for-pga' } : 'accept'),
};

/** A report for which the partner's own number was not selected. */
export const INSIGHTS_WITHOUT_PGA: SheetFormat = {
  ...INSIGHTS,
  signature: ['isduplicaterowforpga'],
  without: ['pgampnid'],
};

const DATASET_KEYS = [...INSIGHTS_DATASETS].map(([name, columns]) => [name, new Set(columns.map(headerKey))] as const);

/** The only dataset that has all of the header's known columns; undefined when several or none have them. */
export function insightsDataset(keys: ReadonlySet<string>): string | undefined {
  const known = [...keys].filter((key) => SPELLINGS.has(key));
  const found = DATASET_KEYS.filter(([, columns]) => known.every((key) => columns.has(key)));
  return found.length === 1 ? found[0]?.[0] : undefined;
}
