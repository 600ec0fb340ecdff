/** Reads a stored table back and checks every part: number, size and CRC-32. */
import type { Table } from '../core/table.ts';
import { crc32 } from '../core/crc32.ts';
import type { Database } from './database.ts';
import { tableOf } from './decode-table.ts';
import { StoreFailure } from './errors.ts';
import type { Part } from './layout.ts';
import type { Manifest, StoredPart, StoredTable } from './manifest.ts';

/** The rows or the rejects of a dataset. Throws `StoreFailure` when what comes back is not what was stored. */
export async function readTable(db: Database, manifest: Manifest, which: 'table' | 'rejects'): Promise<Table> {
  const stored = manifest[which];
  const records = await db.parts.bulkGet(stored.parts.map(({ index }) => [manifest.batch, index]));
  const table = tableOrUndefined(stored, records.map((record) => record?.bytes)); // prettier-ignore
  if (table === undefined)
    throw new StoreFailure({ kind: 'damaged-dataset', id: manifest.id, file: manifest.info.file });
  return table;
}

function tableOrUndefined(stored: StoredTable, bytes: readonly unknown[]): Table | undefined {
  const parts = stored.parts.map((part, index) => checkedPart(part, bytes[index]));
  if (!parts.every((part) => part !== undefined)) return undefined;
  try {
    return tableOf(stored.layout, parts);
  } catch {
    // The parts are as they were written, so the manifest is not: every exception of the decoder means damage.
    return undefined;
  }
}

function checkedPart(part: StoredPart, bytes: unknown): Part | undefined {
  if (!(bytes instanceof ArrayBuffer) || bytes.byteLength !== part.size) return undefined;
  return crc32(new Uint8Array(bytes)) === part.crc32 ? { ...part, bytes } : undefined;
}
