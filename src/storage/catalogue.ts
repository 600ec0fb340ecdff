/** The list of stored datasets, damaged ones included and marked. */
import type { DatasetInfo } from '../core/schema/dataset.ts';
import type { Database } from './database.ts';
import { StoreFailure } from './errors.ts';
import { type Manifest, isManifest, manifestParts, storedBytes } from './manifest.ts';
import { isFields, isText } from './validate.ts';

export interface ReadyDataset {
  readonly state: 'ready';
  readonly id: string;
  readonly file: string;
  readonly info: DatasetInfo;
  readonly rows: number;
  readonly storedBytes: number;
  /** The original file is kept beside it. */
  readonly hasSource: boolean;
}

/** A dataset that did not come back as it was stored: the same file puts it back in place. */
export interface DamagedDataset {
  readonly state: 'damaged';
  readonly id: string;
  readonly file: string;
  readonly why: 'parts-missing' | 'content-changed' | 'record-unreadable';
  /** What is known of it; undefined when its record cannot be read either. */
  readonly info: DatasetInfo | undefined;
}

export type DatasetEntry = ReadyDataset | DamagedDataset;

/** All datasets in import order, damaged ones last. @param knownDamaged batches with parts that are not what was stored */
export async function listDatasets(db: Database, knownDamaged: ReadonlySet<string>): Promise<readonly DatasetEntry[]> {
  return db.transaction('r', db.datasets, db.parts, async () => {
    const ids = await db.datasets.toCollection().primaryKeys();
    const entries: DatasetEntry[] = [];
    for (const id of ids) entries.push(await entryOf(db, id, knownDamaged));
    return entries.sort((a, b) => order(a) - order(b));
  });
}

const order = (entry: DatasetEntry): number => (entry.state === 'ready' ? entry.info.order : Infinity);

async function entryOf(db: Database, id: string, knownDamaged: ReadonlySet<string>): Promise<DatasetEntry> {
  const manifest = await db.datasets.get(id);
  const damaged = { state: 'damaged', id, file: fileOf(manifest, id) } as const;
  if (!isManifest(manifest)) return { ...damaged, why: 'record-unreadable', info: undefined };
  const { info, table, source } = manifest;
  if (!(await hasAllParts(db, manifest))) return { ...damaged, why: 'parts-missing', info };
  if (knownDamaged.has(manifest.batch)) return { ...damaged, why: 'content-changed', info };
  const facts = { rows: table.layout.rows, storedBytes: storedBytes(manifest), hasSource: source !== undefined };
  return { state: 'ready', id, file: info.file, info, ...facts };
}

async function hasAllParts(db: Database, manifest: Manifest): Promise<boolean> {
  return (await db.partsOf(manifest.batch).count()) === manifestParts(manifest).length;
}

function fileOf(manifest: unknown, id: string): string {
  const info = isFields(manifest) ? manifest['info'] : undefined;
  return isFields(info) && isText(info['file']) ? info['file'] : id;
}

/** The manifest of a dataset. Throws `StoreFailure` when it is missing or damaged. */
export async function manifestOf(db: Database, id: string): Promise<Manifest> {
  const manifest = await db.datasets.get(id);
  if (manifest === undefined) throw new StoreFailure({ kind: 'missing-dataset', id });
  if (!isManifest(manifest)) throw new StoreFailure({ kind: 'damaged-dataset', id, file: fileOf(manifest, id) });
  return manifest;
}
