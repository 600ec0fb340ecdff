/** Reads a backup file and proves that it is whole before anything is written. */
import { WORKBOOK_MAGIC } from '../../core/schema/workbook.ts';
import { type Result, err, ok } from '../../core/result.ts';
import { SCHEMA } from '../database.ts';
import type { BackupRefusal } from '../store-error.ts';
import type { BackupOptions } from './write-backup.ts';
import {
  HASH_BYTES, HEAD_BYTES, MAX_MANIFEST_BYTES, Seal, fileBytes, manifestBytesOf, sameBytes, sha256Of,
} from './layout.ts'; // prettier-ignore
import { type BackupEntry, type BackupManifest, entriesOf, readManifest } from './manifest.ts';

export interface OpenBackup {
  readonly file: Blob;
  readonly manifest: BackupManifest;
  readonly entries: readonly PlacedEntry[];
}

export interface PlacedEntry extends BackupEntry {
  /** Position of the first byte in the file. */
  readonly from: number;
}

/** The manifest of a backup file, checked by itself; the entries are checked by `verifyBackup`. */
export async function openBackup(file: Blob): Promise<Result<OpenBackup, BackupRefusal>> {
  const head = await bytesAt(file, 0, HEAD_BYTES);
  const size = manifestBytesOf(head);
  if (size === undefined) return err(refusalOf(head));
  const manifestEnd = HEAD_BYTES + size + HASH_BYTES;
  if (manifestEnd > file.size) return err({ kind: 'cut-backup', bytes: file.size, expected: manifestEnd });
  if (size > MAX_MANIFEST_BYTES) return err({ kind: 'damaged-backup' });
  const text = await bytesAt(file, HEAD_BYTES, size);
  const hash = await bytesAt(file, HEAD_BYTES + size, HASH_BYTES);
  if (!sameBytes(await sha256Of(text), hash)) return err({ kind: 'damaged-backup' });
  const manifest = readManifest(new TextDecoder().decode(text));
  if (manifest === undefined) return err({ kind: 'damaged-backup' });
  if (manifest.storeSchema > SCHEMA) return err({ kind: 'newer-backup' });
  const entries = entriesOf(manifest);
  const expected = fileBytes(size, entries.map((entry) => entry.size)); // prettier-ignore
  if (file.size !== expected) return err({ kind: 'cut-backup', bytes: file.size, expected });
  return ok({ file, manifest, entries: placed(entries, manifestEnd) });
}

/** Reads the whole file once. Undefined when every byte is as it was written. */
export async function verifyBackup(
  { file, manifest: _, entries }: OpenBackup,
  { signal, onProgress }: BackupOptions = {},
): Promise<BackupRefusal | undefined> {
  const first = entries[0]?.from ?? file.size - HASH_BYTES;
  const seal = new Seal(await bytesAt(file, 0, HEAD_BYTES));
  seal.add(await bytesAt(file, first - HASH_BYTES, HASH_BYTES));
  for (const { from, size } of entries) {
    if (signal?.aborted) return { kind: 'cancelled' };
    const hash = await bytesAt(file, from + size, HASH_BYTES);
    if (!sameBytes(await sha256Of(await bytesAt(file, from, size)), hash)) return { kind: 'damaged-backup' };
    seal.add(hash);
    onProgress?.({ bytesDone: from + size, bytesTotal: file.size });
  }
  const whole = sameBytes(await bytesAt(file, file.size - HASH_BYTES, HASH_BYTES), seal.bytes());
  return whole ? undefined : { kind: 'damaged-backup' };
}

/** A backup file of which every byte is as it was written. */
export async function checkedBackup(
  file: Blob,
  options: BackupOptions = {},
): Promise<Result<OpenBackup, BackupRefusal>> {
  const backup = await openBackup(file);
  if (!backup.ok) return backup;
  const refusal = await verifyBackup(backup.value, options);
  return refusal ? err(refusal) : backup;
}

/** The bytes of a file between two positions; fewer when it ends before. */
export async function bytesAt(file: Blob, from: number, size: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(from, from + size).arrayBuffer());
}

function placed(entries: readonly BackupEntry[], start: number): readonly PlacedEntry[] {
  let from = start;
  return entries.map((entry) => {
    const placedEntry = { ...entry, from };
    from += entry.size + HASH_BYTES;
    return placedEntry;
  });
}

function refusalOf(head: Uint8Array): BackupRefusal {
  const isBackup = new TextDecoder().decode(head).startsWith(WORKBOOK_MAGIC);
  return { kind: isBackup ? (head.length < HEAD_BYTES ? 'damaged-backup' : 'newer-backup') : 'no-backup' };
}
