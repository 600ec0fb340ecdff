/** Which rows the engine holds in memory: all of small files, of bulk files only the columns that figures are made from. */
import type { Dataset, DatasetKind } from '../core/schema/dataset.ts';
import type { Result } from '../core/result.ts';
import { RECONCILIATION_COLUMNS_FOR_PRICES } from '../sim/index.ts';
import type { StoreError } from '../storage/store-error.ts';
import type { Store } from '../storage/store.ts';
import type { ReadDataset } from './datasets-from-reports.ts';

/** May have millions of rows; those of their formats say so too (`SheetFormat.bulk`). */
const BULK_KINDS: ReadonlySet<DatasetKind> = new Set([
  'reconciliation',
  'legacy-reconciliation',
  'own-invoices',
  'daily-usage',
  'cost-management',
  'focus',
  'insights',
  'earnings',
  'azure-prices',
]);

/** Names of the columns of a dataset that the engine holds; undefined: all. */
export function columnsInMemory({ kind }: { readonly kind: DatasetKind }): readonly string[] | undefined {
  if (kind === 'reconciliation') return RECONCILIATION_COLUMNS_FOR_PRICES;
  return BULK_KINDS.has(kind) ? [] : undefined;
}

/** The datasets that were just stored as the engine holds them; rows that went to the store while read come back from there. */
export async function inMemory(
  store: Store,
  stored: readonly ReadDataset[],
): Promise<Result<readonly Dataset[], StoreError>> {
  const datasets: Dataset[] = [];
  for (const { rejects: _, chunks, source: __, ...dataset } of stored) {
    if (chunks === undefined) {
      datasets.push(dataset);
      continue;
    }
    const loaded = await store.load(dataset.id, columnsInMemory(dataset));
    if (!loaded.ok) return loaded;
    datasets.push(loaded.value);
  }
  return { ok: true, value: datasets };
}
