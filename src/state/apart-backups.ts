/** Backups among dropped files: they are not imported, but offered to take the place of everything. */
import { WORKBOOK_MAGIC } from '../core/schema/workbook.ts';
import type { DroppedFile } from '../workers/engine-jobs.ts';

export interface ApartFiles {
  readonly backups: readonly DroppedFile[];
  readonly others: readonly DroppedFile[];
}

/** Told by the first bytes, whatever the name. A file that cannot be read is left to the importers, which say so. */
export async function apartBackups(files: readonly DroppedFile[]): Promise<ApartFiles> {
  const backups: DroppedFile[] = [];
  const others: DroppedFile[] = [];
  for (const file of files) ((await isBackup(file.blob)) ? backups : others).push(file);
  return { backups, others };
}

async function isBackup(blob: Blob): Promise<boolean> {
  try {
    return (await blob.slice(0, WORKBOOK_MAGIC.length).text()) === WORKBOOK_MAGIC;
  } catch {
    return false;
  }
}
