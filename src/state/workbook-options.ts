/** What a workbook is opened with. */
import type { Day } from '../core/days.ts';
import type { NoteStore } from '../storage/sentinel.ts';
import type { EngineJobs } from '../workers/engine-jobs.ts';
import type { Runner } from '../workers/runner.ts';
import type { FinishedFile } from './backups.svelte.ts';

export interface WorkbookOptions {
  readonly runner: Runner<EngineJobs>;
  /** Today in UTC; the only reading of the clock. */
  readonly today: Day;
  /** BCP 47. */
  readonly locale: string;
  /** Hands a finished file to the user. */
  readonly download: (file: FinishedFile) => void;
  /** Asks the browser to keep the data until the user deletes it. */
  readonly persist: () => Promise<boolean>;
  /** Outlives the store, so that its loss can be told from a first run. */
  readonly notes: NoteStore;
}
