/**
 * What the store holds, in few words: a count of changes that only grows, the datasets, and a digest of their manifests.
 * The record is written in the transaction of each change, so the count tells a store that went back in time from one
 * that the user changed.
 */
import type { DatasetInfo } from '../core/schema/dataset.ts';
import { Sha256 } from '../core/sha256.ts';
import type { Database } from './database.ts';
import { isCount, isFields, isText } from './validate.ts';

/** Enough of a dataset to name it when it is gone, and to know its file when it comes back. */
export type NotedDataset = Pick<DatasetInfo, 'id' | 'file' | 'sha256' | 'bytes' | 'kind'>;

export interface StoreState {
  /** Changes since the database was made. */
  readonly count: number;
  readonly datasets: readonly NotedDataset[];
  /** SHA-256 of all manifests; empty in a store that was never changed. */
  readonly digest: string;
}

/** Notes a change, inside its transaction and after it. */
export async function noteChange(db: Database): Promise<void> {
  const count = (await noted(db)).count + 1;
  await db.meta.put({ key: 'state', count, digest: digestOf(await db.datasets.toArray()) });
}

/** The state as the records have it now. Damaged manifests count as gone. */
export async function stateOf(db: Database): Promise<StoreState> {
  return db.transaction('r', db.meta, db.datasets, async () => {
    const manifests = await db.datasets.toArray();
    return { ...(await noted(db)), datasets: manifests.flatMap(notedDataset) };
  });
}

async function noted(db: Database): Promise<Pick<StoreState, 'count' | 'digest'>> {
  const record = await db.meta.get('state');
  if (!isFields(record) || !isCount(record['count']) || !isText(record['digest'])) return { count: 0, digest: '' };
  return { count: record['count'], digest: record['digest'] };
}

function notedDataset(manifest: unknown): NotedDataset[] {
  const info = isFields(manifest) ? manifest['info'] : undefined;
  return isNotedDataset(info)
    ? [{ id: info.id, file: info.file, sha256: info.sha256, bytes: info.bytes, kind: info.kind }]
    : [];
}

/** The kind is taken as this app wrote it: it is shown, nothing is computed from it. */
export function isNotedDataset(value: unknown): value is NotedDataset {
  if (!isFields(value) || !isCount(value['bytes'])) return false;
  return [value['id'], value['file'], value['sha256'], value['kind']].every(isText);
}

function digestOf(manifests: readonly unknown[]): string {
  const hash = new Sha256();
  for (const manifest of manifests) hash.update(new TextEncoder().encode(`${JSON.stringify(manifest)}\n`));
  return hash.digest();
}
