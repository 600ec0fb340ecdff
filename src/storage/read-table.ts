/** Reads what was stored of a dataset back and checks every part: number, size and CRC-32. */
import { crc32 } from '../core/crc32.ts';
import type { Table } from '../core/table.ts';
import type { Database } from './database.ts';
import { TableDecoder } from './decode-table.ts';
import { StoreFailure, asStoreFailure } from './errors.ts';
import type { Part } from './layout.ts';
import type { Manifest, StoredPart } from './manifest.ts';
import { readSource } from './source.ts';

/** Parts are read up to this size at a time, so that they are never all in memory beside the table. */
const GROUP_BYTES = 16_000_000;

/**
 * The rows or the rejects of a dataset. Throws `StoreFailure` when what comes back is not what was stored.
 * @param columns names of the columns to read, others cost nothing; undefined: all
 */
export async function readTable(
  db: Database,
  manifest: Manifest,
  which: 'table' | 'rejects',
  columns?: readonly string[],
): Promise<Table> {
  const { layout, parts } = manifest[which];
  return orDamaged(manifest, async () => {
    const decoder = new TableDecoder(layout, columns && new Set(columns));
    const wanted = parts.filter((part) => decoder.wants(part));
    for (const group of groupsOf(wanted)) for (const part of await readParts(db, manifest, group)) decoder.add(part);
    return decoder.finish();
  });
}

/** The file that a dataset was read from, undefined when it was not kept. */
export async function readKeptSource(db: Database, manifest: Manifest): Promise<Blob | undefined> {
  const { source } = manifest;
  if (source === undefined) return undefined;
  return orDamaged(manifest, async () => {
    const file = await readSource((await readParts(db, manifest, source.parts)).map(({ bytes }) => bytes));
    if (file.size !== source.bytes) throw new RangeError('the file is not as long as it was');
    return file;
  });
}

/** Trouble of the database passes through; any other exception of a decoder means that the bytes are not what was written. */
async function orDamaged<T>(manifest: Manifest, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    throw damaged(manifest);
  }
}

function damaged({ id, info }: Manifest): StoreFailure {
  return new StoreFailure({ kind: 'damaged-dataset', id, file: info.file });
}

function* groupsOf(parts: readonly StoredPart[]): Generator<readonly StoredPart[]> {
  let group: StoredPart[] = [];
  let size = 0;
  for (const part of parts) {
    group.push(part);
    size += part.size;
    if (size < GROUP_BYTES) continue;
    yield group;
    group = [];
    size = 0;
  }
  if (group.length > 0) yield group;
}

async function readParts(db: Database, manifest: Manifest, parts: readonly StoredPart[]): Promise<readonly Part[]> {
  const records = await asStoreFailure(() => db.parts.bulkGet(parts.map(({ index }) => [manifest.batch, index])));
  return parts.map((part, at) => {
    const bytes: unknown = records[at]?.bytes;
    const isWhole = bytes instanceof ArrayBuffer && bytes.byteLength === part.size;
    if (!isWhole || crc32(new Uint8Array(bytes)) !== part.crc32) throw damaged(manifest);
    return { ...part, bytes };
  });
}
