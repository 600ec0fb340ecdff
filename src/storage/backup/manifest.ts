/** The manifest of a backup: the document and the manifests of all datasets, as JSON, and the sizes of what follows. */
import { WORKBOOK_SCHEMA } from '../../core/schema/workbook.ts';
import { type StoredDocument, isStoredDocument } from '../document.ts';
import { type Manifest, isManifest, manifestParts } from '../manifest.ts';
import { isCount, isFields, isListOf } from '../validate.ts';

export interface BackupManifest {
  /** Schema number of the store that the datasets come from. */
  readonly storeSchema: number;
  /** Undefined: a workbook whose settings were never changed. */
  readonly document: StoredDocument | undefined;
  readonly datasets: readonly Manifest[];
}

/** A part of a dataset in a backup. */
export interface BackupEntry {
  readonly dataset: number;
  readonly index: number;
  readonly size: number;
}

/** What follows the manifest, in this order. */
export function entriesOf({ datasets }: BackupManifest): readonly BackupEntry[] {
  return datasets.flatMap((manifest, dataset) =>
    manifestParts(manifest).map(({ index, size }) => ({ dataset, index, size })),
  );
}

/**
 * Batches are names of the store's own, made anew when a backup is restored: each is its dataset's place in the file, so that equal
 * workbooks are equal files.
 */
export function writeManifest({ storeSchema, document, datasets }: BackupManifest): string {
  return JSON.stringify({
    schema: WORKBOOK_SCHEMA,
    storeSchema,
    document: document && { ...document, mappings: [...document.mappings], views: [...document.views] },
    datasets: datasets.map((manifest, at) => ({ ...manifest, batch: String(at) })),
  });
}

/** Undefined when the text is no manifest that this version can read. */
export function readManifest(text: string): BackupManifest | undefined {
  const value = parse(text);
  if (!isFields(value) || value['schema'] !== WORKBOOK_SCHEMA || !isCount(value['storeSchema'])) return undefined;
  const { storeSchema, datasets } = value;
  const document = value['document'] === undefined ? undefined : withMaps(value['document']);
  if (document !== undefined && !isStoredDocument(document)) return undefined;
  if (!isListOf(datasets, isManifest) || !areDistinct(datasets)) return undefined;
  return { storeSchema, document, datasets };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON knows no maps: they are lists of pairs. */
function withMaps(document: unknown): unknown {
  if (!isFields(document)) return document;
  const { mappings, views } = document;
  if (!isListOf(mappings, isPair) || !isListOf(views, isPair)) return undefined;
  return { ...document, asOf: document['asOf'], mappings: new Map(mappings), views: new Map(views) };
}

function isPair(value: unknown): value is readonly [unknown, unknown] {
  return Array.isArray(value) && value.length === 2;
}

/** Ids and batches name records, so none may stand for two. */
function areDistinct(datasets: readonly Manifest[]): boolean {
  const ids = new Set(datasets.map(({ id }) => id));
  const parts = datasets.every((manifest) => {
    const indexes = manifestParts(manifest).map(({ index }) => index);
    return new Set(indexes).size === indexes.length;
  });
  return parts && ids.size === datasets.length && datasets.every(({ id, info }) => id === info.id);
}
