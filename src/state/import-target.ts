import type { Day } from '../core/days.ts';
import type { EngineJobs, Workspace } from '../workers/engine-jobs.ts';
import type { Runner } from '../workers/runner.ts';
import type { Backups } from './backups.svelte.ts';
import type { RecipesIn } from './recipes-in.svelte.ts';
import type { LockedFiles } from './locked-files.svelte.ts';
import type { WorkbookDocument } from './document.ts';
import type { WriteGate } from './gate.svelte.ts';
import type { Jobs } from './jobs.svelte.ts';
import type { Keeping } from './keeping.svelte.ts';

/** What imports need of the workbook they belong to. */
export interface ImportTarget {
  readonly jobs: Jobs;
  readonly runner: Runner<EngineJobs>;
  readonly gate: WriteGate;
  readonly document: WorkbookDocument;
  readonly asOf: Day;
  /** BCP 47. */
  readonly locale: string;
  readonly today: Day;
  /** Asks the browser to keep the data until the user deletes it; it may say no. Workers cannot ask. */
  readonly persist: () => Promise<boolean>;
  readonly keeping: Keeping;
  readonly backups: Pick<Backups, 'check'>;
  readonly locked: Pick<LockedFiles, 'offer'>;
  readonly recipesIn: Pick<RecipesIn, 'offer'>;
  /** Takes over the datasets as they are after an import. */
  adopt(workspace: Workspace): Promise<void>;
  /** Asks the engine for the datasets as they are. */
  refresh(): Promise<void>;
}
