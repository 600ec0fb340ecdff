/** Files that are locked with a passphrase: opened when they come in, locked when they go out. No passphrase is kept. */
import { LOCKED_EXTENSION } from '../core/locked-format.ts';
import { WORKBOOK_EXTENSION } from '../core/schema/workbook.ts';
import { bytesText } from '../core/text/en/storage.ts';
import { lockedText } from '../core/text/en/locked.ts';
import type { DroppedFile, EngineJobs } from '../workers/engine-jobs.ts';
import type { Runner } from '../workers/runner.ts';
import type { FinishedFile } from './backups.svelte.ts';
import type { Jobs, Move } from './jobs.svelte.ts';

/** What it needs of the workbook. */
export interface LockedTarget {
  readonly jobs: Jobs;
  readonly runner: Runner<EngineJobs>;
  readonly download: (file: FinishedFile) => void;
  troubles: readonly string[];
}

export class LockedFiles {
  /** Wait for their passphrases, the first one now. */
  waiting: readonly DroppedFile[] = $state.raw([]);
  /** The last passphrase did not open the first one. */
  isRefused = $state(false);
  private readonly workbook: LockedTarget;
  private readonly take: (files: readonly DroppedFile[]) => Promise<void>;

  /** @param take reads what was inside */
  constructor(workbook: LockedTarget, take: (files: readonly DroppedFile[]) => Promise<void>) {
    this.workbook = workbook;
    this.take = take;
  }

  /** Asks for the passphrases of files, one after the other. */
  offer(files: readonly DroppedFile[]): void {
    this.waiting = [...this.waiting, ...files];
    this.isRefused = false;
  }

  /** Lets the first one be. */
  dismiss(): void {
    this.waiting = this.waiting.slice(1);
    this.isRefused = false;
  }

  /** Opens the first one and reads what is inside; says when it does not open. */
  async unlock(passphrase: string): Promise<void> {
    const [file] = this.waiting;
    if (!file) return;
    const { jobs, runner } = this.workbook;
    const opened = await jobs.run(lockedText.unlocking(file.name), (signal, move) =>
      runner.run('unlockFile', { blob: file.blob, passphrase }, { signal, onProgress: moving(move) }),
    );
    if (!opened) return;
    if (!('refused' in opened)) {
      this.dismiss();
      await this.take([{ name: opened.name, blob: opened.blob }]);
    } else if (opened.refused === 'no-crypto') {
      this.dismiss();
      this.workbook.troubles = [lockedText.noCrypto];
    } else this.isRefused = opened.refused === 'refused';
  }

  /** Hands a file to the user, locked; false when it was cancelled or can't be. */
  async save({ name, type, bytes }: FinishedFile, passphrase: string): Promise<boolean> {
    const { jobs, runner, download } = this.workbook;
    const request = { blob: new Blob([bytes]), name, type, passphrase };
    const locked = await jobs.run(lockedText.locking, (signal, move) =>
      runner.run('lockFile', request, { signal, onProgress: moving(move) }),
    );
    if (!locked) return false;
    if ('refused' in locked) {
      if (locked.refused === 'no-crypto') this.workbook.troubles = [lockedText.noCrypto];
      return false;
    }
    download({ name: lockedName(name), type: locked.type, bytes: locked });
    return true;
  }
}

/** A workbook file has its ending already. */
function lockedName(name: string): string {
  return name.endsWith(WORKBOOK_EXTENSION)
    ? name.slice(0, -WORKBOOK_EXTENSION.length) + LOCKED_EXTENSION
    : name + LOCKED_EXTENSION;
}

function moving(move: Move): (progress: { readonly bytesDone: number; readonly bytesTotal: number }) => void {
  return ({ bytesDone, bytesTotal }) => {
    move(bytesDone / Math.max(1, bytesTotal), lockedText.progress(bytesText(bytesDone), bytesText(bytesTotal)));
  };
}
