/** Writes a backup of the whole workbook: read part by part, never all in memory. */
import { crc32 } from '../../core/crc32.ts';
import type { Database } from '../database.ts';
import { isStoredDocument } from '../document.ts';
import { StoreFailure } from '../errors.ts';
import { type Manifest, type StoredPart, isManifest, manifestParts } from '../manifest.ts';
import { isFields } from '../validate.ts';
import { Seal, headOf, sha256Of } from './layout.ts';
import { type BackupManifest, writeManifest } from './manifest.ts';

export interface BackupOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
}

export interface BackupProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

export interface BackupFile {
  /** Kept by the browser, on its disk when it is large. */
  readonly blob: Blob;
  readonly datasets: number;
  /** File names of datasets that are damaged and therefore not in it. */
  readonly leftOut: readonly string[];
}

/** Pieces are handed to the browser when they are together this large. */
const PIECE_BYTES = 8_000_000;

/**
 * A backup of what is stored, undamaged datasets only. Throws `StoreFailure`: `cancelled`, or `interrupted` when another
 * tab has deleted a dataset meanwhile.
 */
export async function writeBackup(db: Database, options: BackupOptions = {}): Promise<BackupFile> {
  const { manifest, leftOut } = await wholeDatasets(db, options.signal);
  const text = new TextEncoder().encode(writeManifest(manifest));
  const head = headOf(text.length);
  const seal = new Seal(head);
  const pieces = new Pieces();
  pieces.add(head);
  const entry = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    const hash = await sha256Of(bytes);
    seal.add(hash);
    pieces.add(bytes);
    pieces.add(hash);
  };
  await entry(text);
  await eachPart(db, manifest.datasets, options, entry);
  pieces.add(seal.bytes());
  return { blob: pieces.blob(), datasets: manifest.datasets.length, leftOut };
}

async function eachPart(
  db: Database,
  datasets: readonly Manifest[],
  { signal, onProgress }: BackupOptions,
  take: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const bytesTotal = datasets.flatMap(manifestParts).reduce((sum, { size }) => sum + size, 0);
  let bytesDone = 0;
  for (const { batch, ...parts } of datasets) {
    for (const part of manifestParts({ batch, ...parts })) {
      if (signal?.aborted) throw new StoreFailure({ kind: 'cancelled' });
      const bytes = await partBytes(db, batch, part);
      if (bytes === undefined) throw new StoreFailure({ kind: 'interrupted' });
      await take(bytes);
      bytesDone += part.size;
      onProgress?.({ bytesDone, bytesTotal });
    }
  }
}

/** A part as it was stored; undefined when it is missing or has changed. */
async function partBytes(db: Database, batch: string, part: StoredPart): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const record: unknown = await db.parts.get([batch, part.index]);
  const bytes = isFields(record) ? record['bytes'] : undefined;
  if (!(bytes instanceof ArrayBuffer) || bytes.byteLength !== part.size) return undefined;
  const array = new Uint8Array(bytes);
  return crc32(array) === part.crc32 ? array : undefined;
}

/** What a backup holds: every dataset whose parts are all as they were stored, and the document. */
async function wholeDatasets(
  db: Database,
  signal: AbortSignal | undefined,
): Promise<{ readonly manifest: BackupManifest; readonly leftOut: readonly string[] }> {
  const { manifests, record, storeSchema } = await db.transaction('r', db.meta, db.datasets, async () => ({
    manifests: await db.datasets.toArray(),
    record: await db.meta.get('document'),
    storeSchema: await db.storedSchema(),
  }));
  const document = isFields(record) ? record['document'] : undefined;
  const datasets: Manifest[] = [];
  const leftOut: string[] = [];
  for (const manifest of manifests) {
    if (isManifest(manifest) && (await isWhole(db, manifest, signal))) datasets.push(manifest);
    else leftOut.push(isManifest(manifest) ? manifest.info.file : '');
  }
  datasets.sort((a, b) => a.info.order - b.info.order);
  return { manifest: { storeSchema, document: isStoredDocument(document) ? document : undefined, datasets }, leftOut };
}

async function isWhole(db: Database, manifest: Manifest, signal: AbortSignal | undefined): Promise<boolean> {
  for (const part of manifestParts(manifest)) {
    if (signal?.aborted) throw new StoreFailure({ kind: 'cancelled' });
    if ((await partBytes(db, manifest.batch, part)) === undefined) return false;
  }
  return true;
}

/** Bytes that become a `Blob`, handed over in between so that they do not stay in our memory. */
class Pieces {
  private readonly blobs: Blob[] = [];
  private open: Uint8Array<ArrayBuffer>[] = [];
  private openBytes = 0;

  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.open.push(bytes);
    this.openBytes += bytes.length;
    if (this.openBytes >= PIECE_BYTES) this.handOver();
  }

  blob(): Blob {
    this.handOver();
    return new Blob(this.blobs, { type: 'application/octet-stream' });
  }

  private handOver(): void {
    this.blobs.push(new Blob(this.open));
    this.open = [];
    this.openBytes = 0;
  }
}
