/** Backups of the whole workbook: making one, and restoring one after the user has seen what it holds. */
import type { Day } from '../core/days.ts';
import { backupText } from '../core/text/en/backup.ts';
import { bytesText } from '../core/text/en/storage.ts';
import { WORKBOOK_EXTENSION } from '../core/schema/workbook.ts';
import { dayToText } from '../core/days.ts';
import { storeErrorText } from '../storage/store-error.ts';
import type { BackupFacts, DroppedFile, EngineJobs, Workspace } from '../workers/engine-jobs.ts';
import type { Runner } from '../workers/runner.ts';
import { apartBackups } from './apart-backups.ts';
import { EMPTY_DOCUMENT, type WorkbookDocument } from './document.ts';
import type { WriteGate } from './gate.svelte.ts';
import type { Jobs } from './jobs.svelte.ts';
import type { Keeping } from './keeping.svelte.ts';
import type { Session } from './session.ts';
import { fromStored } from './stored-document.ts';

export type { BackupFacts } from '../workers/engine-jobs.ts';

/** A finished file on its way to the user. */
export interface FinishedFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer> | Blob;
}

/** What backups need of the workbook they belong to. */
export interface BackupTarget {
  readonly jobs: Jobs;
  readonly runner: Runner<EngineJobs>;
  readonly gate: WriteGate;
  readonly document: WorkbookDocument;
  readonly keeping: Keeping;
  readonly session: Session;
  readonly today: Day;
  readonly status: 'opening' | 'ready' | 'failed';
  readonly workspace: Workspace | undefined;
  readonly download: (file: FinishedFile) => void;
  readonly locked: {
    offer(files: readonly DroppedFile[]): void;
    save(file: FinishedFile, passphrase: string): Promise<boolean>;
  };
  troubles: readonly string[];
  flush(): Promise<void>;
  drop(): void;
  forgetDrops(): void;
  adopt(workspace: Workspace): Promise<void>;
}

/** A backup that was found whole, and waits for the user's word. */
export interface OfferedBackup {
  readonly file: DroppedFile;
  readonly facts: BackupFacts;
}

type Progress = { readonly bytesDone: number; readonly bytesTotal: number };
type Move = (share: number | undefined, detail: string) => void;

export class Backups {
  offered: OfferedBackup | undefined = $state.raw();
  private readonly workbook: BackupTarget;

  constructor(workbook: BackupTarget) {
    this.workbook = workbook;
  }

  /** Hands a backup of everything to the user. @param passphrase locks it; undefined: it stays as it is */
  async make(passphrase?: string): Promise<void> {
    const { workbook } = this;
    await workbook.flush();
    const { workspace } = workbook;
    const made = await workbook.jobs.run(backupText.making, (signal, move) =>
      workbook.runner.run('backup', undefined, { signal, onProgress: moving(move) }),
    );
    if (!made || !workspace) return;
    if ('kind' in made) {
      workbook.troubles = [storeErrorText(made)];
      return;
    }
    const { blob, leftOut } = made;
    const file = { name: this.fileName(), type: blob.type, bytes: blob };
    if (passphrase === undefined) workbook.download(file);
    else if (!(await workbook.locked.save(file, passphrase))) return;
    workbook.keeping.backedUp(workbook.today, workspace);
    workbook.troubles = leftOut.length > 0 ? [backupText.leftOut(leftOut.join(', '))] : [];
  }

  private fileName(): string {
    const { document, today } = this.workbook;
    const name = document.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase(); // prettier-ignore
    return `${name || 'termwise'}-${dayToText(today)}${WORKBOOK_EXTENSION}`;
  }

  /** A file that was chosen as a backup: a locked one wants its passphrase first. */
  async open(file: DroppedFile): Promise<void> {
    const { locked } = await apartBackups([file]);
    if (locked.length > 0) this.workbook.locked.offer(locked);
    else await this.check(file);
  }

  /** Checks a backup and, when it is whole, offers to restore it. Nothing is changed. */
  async check(file: DroppedFile): Promise<void> {
    const { workbook } = this;
    const facts = await workbook.jobs.run(backupText.checking(file.name), (signal, move) =>
      workbook.runner.run('checkBackup', { file: file.blob }, { signal, onProgress: moving(move) }),
    );
    if (!facts) return;
    if ('kind' in facts) workbook.troubles = [`${file.name}: ${storeErrorText(facts)}`];
    else {
      workbook.troubles = [];
      this.offered = { file, facts };
    }
  }

  /** Lets an offered backup be. */
  dismiss(): void {
    this.offered = undefined;
  }

  /** Puts the offered backup in place of everything, also where nothing could be opened. */
  async restore(): Promise<void> {
    const { workbook, offered } = this;
    this.offered = undefined;
    if (!offered) return;
    if (workbook.status !== 'ready' && !(await workbook.session.startAnew())) return;
    workbook.drop();
    const outcome = await workbook.jobs.run(backupText.restoring(offered.file.name), (signal, move) =>
      workbook.runner.run('restore', { file: offered.file.blob }, { signal, onProgress: moving(move) }),
    );
    if (!outcome) {
      // It may have been restored by the time it was cancelled.
      await workbook.session.open();
      return;
    }
    const { workspace, document, error } = outcome;
    workbook.troubles = error ? [storeErrorText(error)] : [];
    if (!error) {
      workbook.gate.load(document ? fromStored(document) : EMPTY_DOCUMENT);
      workbook.forgetDrops();
      workbook.keeping.forget(workspace);
      workbook.keeping.backedUp(workbook.today, workspace);
    }
    await workbook.adopt(workspace);
  }
}

function moving(move: Move): (progress: Progress) => void {
  return ({ bytesDone, bytesTotal }) => {
    move(bytesDone / Math.max(1, bytesTotal), backupText.progress(bytesText(bytesDone), bytesText(bytesTotal)));
  };
}
