/** Stores the document a moment after its last change. */
import type { StoreError } from '../storage/store-error.ts';
import type { EngineJobs } from '../workers/engine-jobs.ts';
import { AbortError, type Runner } from '../workers/runner.ts';
import type { WorkbookDocument } from './document.ts';
import type { History } from './history.svelte.ts';
import { toStored } from './stored-document.ts';

/** Milliseconds between a change of the document and its being stored. */
const SAVE_DELAY = 300;

export class Autosave {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waiting: WorkbookDocument | undefined;
  private readonly runner: Runner<EngineJobs>;
  private readonly onTrouble: (error: StoreError) => void;
  private readonly history: () => History;

  constructor(runner: Runner<EngineJobs>, history: () => History, onTrouble: (error: StoreError) => void) {
    this.runner = runner;
    this.history = history;
    this.onTrouble = onTrouble;
  }

  /** Stores this document soon, in place of one that still waits. */
  soon(document: WorkbookDocument): void {
    this.cancel();
    this.waiting = document;
    this.timer = setTimeout(() => void this.flush(), SAVE_DELAY);
  }

  /** Stores at once what waits: the page may be about to close. */
  async flush(): Promise<void> {
    const { waiting } = this;
    this.cancel();
    if (waiting) await this.save(waiting);
  }

  /** Forgets the document that waits. */
  cancel(): void {
    clearTimeout(this.timer);
    this.waiting = undefined;
  }

  private async save(document: WorkbookDocument): Promise<void> {
    const history = this.history().takeUnsaved();
    const error = await this.runner.run('saveDocument', { document: toStored(document), history }).catch(abortedAsDone);
    if (!error) return;
    if (history) this.history().keepUnsaved(history);
    this.onTrouble(error);
  }
}

/** A page that is being closed aborts its jobs; there is nobody left to tell. */
function abortedAsDone(error: unknown): undefined {
  if (!(error instanceof AbortError)) throw error;
}
