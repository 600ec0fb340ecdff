/** What becomes true in the same transaction as new datasets: changed records, files that are kept no longer, another document. */
import type { DatasetInfo } from '../core/schema/dataset.ts';
import { manifestOf } from './catalogue.ts';
import type { Database } from './database.ts';
import type { StoredDocument } from './document.ts';
import { putDocument } from './document-store.ts';
import { deleteHistory } from './history.ts';

export interface Alongside {
  /** Records of datasets whose rows stay as they are. */
  readonly amended: readonly DatasetInfo[];
  /** Ids of those among them whose original file is kept no longer. */
  readonly withoutSource: readonly string[];
  /** Takes the place of the document; its history begins anew. */
  readonly document: StoredDocument;
}

/** Part of the transaction that makes datasets visible. Throws `StoreFailure`. */
export async function writeAlongside(db: Database, { amended, withoutSource, document }: Alongside): Promise<void> {
  for (const info of amended) {
    const { source, ...manifest } = await manifestOf(db, info.id);
    const isGone = withoutSource.includes(info.id);
    await db.datasets.put({ ...manifest, info, ...(source && !isGone && { source }) });
    if (isGone) await db.parts.bulkDelete((source?.parts ?? []).map(({ index }) => [manifest.batch, index]));
  }
  await deleteHistory(db);
  await putDocument(db, document);
}
