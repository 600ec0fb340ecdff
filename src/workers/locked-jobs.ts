/** The jobs that lock files and open them again. */
import {
  lockFile,
  type LockedRefusal,
  type LockProgress,
  type OpenedFile,
  RANDOM_BYTES,
  unlockFile,
} from './locked/lock-file.ts';
import type { JobHost } from './protocol.ts';

export type LockedJobs = {
  /** The passphrase is used and forgotten. */
  lockFile: {
    input: { readonly blob: Blob; readonly name: string; readonly type: string; readonly passphrase: string };
    progress: LockProgress;
    output: Blob | { readonly refused: LockedRefusal };
  };
  unlockFile: {
    input: { readonly blob: Blob; readonly passphrase: string };
    progress: LockProgress;
    output: OpenedFile | { readonly refused: LockedRefusal };
  };
};

export const lockedJobs: JobHost<LockedJobs> = {
  lockFile: async ({ blob, name, type, passphrase }, { signal, report }) => {
    const random = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
    const locked = await lockFile(blob, { name, type }, passphrase, random, { signal, onProgress: report });
    return locked.ok ? locked.value : { refused: locked.error };
  },
  unlockFile: async ({ blob, passphrase }, { signal, report }) => {
    const opened = await unlockFile(blob, passphrase, { signal, onProgress: report });
    return opened.ok ? opened.value : { refused: opened.error };
  },
};
