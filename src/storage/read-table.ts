/** Reads what was stored of a dataset back and checks every part: number, size and CRC-32. */
import { crc32 } from '../core/crc32.ts';
import type { Table } from '../core/table.ts';
import type { Database, PartRecord } from './database.ts';
import { TableDecoder } from './decode-table.ts';
import { StoreFailure, attempt } from './errors.ts';
import type { Part } from './layout.ts';
import type { Manifest, StoredPart } from './manifest.ts';
import { readSource } from './source.ts';

/** Parts are read up to this size at a time, so that they are never all in memory beside the table. */
const GROUP_BYTES = 16_000_000;

/** What a browser says of a large record, kept in a file of its own beside the database, when that file is gone or cut. */
const LOST_FILE: ReadonlySet<string> = new Set(['NotReadableError', 'UnknownError', 'DataError']);

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
export async function orDamaged<T>(manifest: Manifest, read: () => Promise<T>): Promise<T> {
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

export function* groupsOf(parts: readonly StoredPart[]): Generator<readonly StoredPart[]> {
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

/** Parts with their bytes; throws when one of them is not what was stored. */
export async function readParts(
  db: Database,
  manifest: Manifest,
  parts: readonly StoredPart[],
): Promise<readonly Part[]> {
  const records = await recordsOf(db, manifest.batch, parts);
  return parts.map((part, at) => {
    const bytes = wholeBytes(records[at], part);
    if (bytes === undefined) throw damaged(manifest);
    return { ...part, bytes };
  });
}

/** Whether a part is there as it was stored. */
export async function isWhole(db: Database, batch: string, part: StoredPart): Promise<boolean> {
  const [record] = await recordsOf(db, batch, [part]);
  return wholeBytes(record, part) !== undefined;
}

/** Records that the browser has lost count as not there. */
async function recordsOf(
  db: Database,
  batch: string,
  parts: readonly StoredPart[],
): Promise<readonly (PartRecord | undefined)[]> {
  const read = await attempt(() => db.parts.bulkGet(parts.map(({ index }) => [batch, index])));
  if (read.ok) return read.value;
  if (read.error.kind === 'failed' && LOST_FILE.has(read.error.reason)) return [];
  throw new StoreFailure(read.error);
}

function wholeBytes(record: PartRecord | undefined, { size, crc32: sum }: StoredPart): ArrayBuffer | undefined {
  const bytes: unknown = record?.bytes;
  if (!(bytes instanceof ArrayBuffer) || bytes.byteLength !== size) return undefined;
  return crc32(new Uint8Array(bytes)) === sum ? bytes : undefined;
}
