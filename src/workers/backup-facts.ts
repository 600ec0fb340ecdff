/** What is in a backup file, for whoever decides whether to restore it. */
import { checkedBackup } from '../storage/backup/open-backup.ts';
import type { BackupOptions } from '../storage/backup/write-backup.ts';
import type { StoreError } from '../storage/store-error.ts';
import type { BackupFacts } from './engine-jobs.ts';

/** Reads the whole file: a backup of which any byte is wrong is refused here already. */
export async function backupFacts(file: Blob, options: BackupOptions): Promise<BackupFacts | StoreError> {
  const backup = await checkedBackup(file, options);
  if (!backup.ok) return backup.error;
  const { document, datasets } = backup.value.manifest;
  return {
    name: document?.name ?? '',
    datasets: datasets.map(({ info: { id, file: name, sha256, bytes, kind } }) => ({
      id,
      file: name,
      sha256,
      bytes,
      kind,
    })),
  };
}
