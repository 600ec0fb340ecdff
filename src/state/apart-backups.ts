/** Dropped files that are not imported: backups are offered to take the place of everything, locked files want their passphrase first. */
import { LOCKED_MAGIC } from '../core/locked-format.ts';
import { WORKBOOK_MAGIC } from '../core/schema/workbook.ts';
import type { DroppedFile } from '../workers/engine-jobs.ts';

export interface ApartFiles {
  readonly backups: readonly DroppedFile[];
  readonly locked: readonly DroppedFile[];
  readonly others: readonly DroppedFile[];
}

/** Told by the first bytes, whatever the name. A file that cannot be read is left to the importers, which say so. */
export async function apartBackups(files: readonly DroppedFile[]): Promise<ApartFiles> {
  const backups: DroppedFile[] = [];
  const locked: DroppedFile[] = [];
  const others: DroppedFile[] = [];
  for (const file of files) {
    const begin = await beginOf(file.blob);
    if (begin.startsWith(WORKBOOK_MAGIC)) backups.push(file);
    else if (begin.startsWith(LOCKED_MAGIC)) locked.push(file);
    else others.push(file);
  }
  return { backups, locked, others };
}

async function beginOf(blob: Blob): Promise<string> {
  try {
    return await blob.slice(0, Math.max(WORKBOOK_MAGIC.length, LOCKED_MAGIC.length)).text();
  } catch {
    return '';
  }
}
