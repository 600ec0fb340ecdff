/** The document and its history in the database. Runs inside the store's transactions. */
import type { Database } from './database.ts';
import { type StoredDocument, isStoredDocument } from './document.ts';
import { StoreFailure } from './errors.ts';
import { type HistoryChange, type StoredHistory, deleteHistory, readHistory, writeHistory } from './history.ts';
import { isFields } from './validate.ts';

/** Undefined before the first `putDocument`. Throws `StoreFailure` for a record that no build of ours has written. */
export async function getDocument(db: Database): Promise<StoredDocument | undefined> {
  const record = await db.meta.get('document');
  if (record === undefined) return undefined;
  const document = isFields(record) ? record['document'] : undefined;
  if (!isStoredDocument(document)) throw new StoreFailure({ kind: 'damaged-document' });
  return document;
}

/** The steps that lead to the document. */
export async function getHistory(db: Database): Promise<StoredHistory> {
  return readHistory(db);
}

/** Stores both in the transaction that runs. */
export async function putDocument(db: Database, document: StoredDocument, history?: HistoryChange): Promise<void> {
  await db.meta.put({ key: 'document', document });
  if (history) await writeHistory(db, history);
}

/** Forgets both. */
export async function deleteDocument(db: Database): Promise<void> {
  await db.meta.delete('document');
  await deleteHistory(db);
}
