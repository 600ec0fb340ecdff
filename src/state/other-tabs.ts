/** Hears from the engine what other tabs do to the stored data. */
import type { StoreError } from '../storage/store-error.ts';
import type { EngineJobs } from '../workers/engine-jobs.ts';
import type { Runner } from '../workers/runner.ts';

interface Listeners {
  /** Another tab has changed the datasets; the engine has taken them over. */
  readonly onChange: () => void;
  /** The database was taken away: cleared, or needed by a newer version of the app. */
  readonly onLost: (error: StoreError) => void;
}

/** Listens until the page closes or the worker dies. */
export async function followOtherTabs(runner: Runner<EngineJobs>, { onChange, onLost }: Listeners): Promise<void> {
  await runner.run('watch', undefined, {
    onProgress: ({ lost }) => {
      if (lost) onLost(lost);
      else onChange();
    },
  });
}
