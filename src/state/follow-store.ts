/** Hears from the engine what happens to the stored data: what other tabs do, and what its checks find. */
import type { StoreError } from '../storage/store-error.ts';
import type { EngineJobs, StoreNews } from '../workers/engine-jobs.ts';
import { AbortError, type Runner } from '../workers/runner.ts';

interface Listeners {
  /** Another tab has changed the store, or this tab may now write, or no longer. The engine has taken it over. */
  readonly onChange: () => void;
  /** Another tab wants to write. */
  readonly onAsked: () => void;
  /** The database was taken away: cleared, or needed by a newer version of the app. */
  readonly onLost: (error: StoreError) => void;
  readonly onChecks: (checks: NonNullable<StoreNews['checks']>) => void;
  /** A dataset turned out damaged; comes before the change that it is. */
  readonly onDamage: (error: StoreError) => void;
}

/** Listens until the signal fires, the page closes or the worker dies. */
export async function followStore(
  runner: Runner<EngineJobs>,
  signal: AbortSignal,
  { onChange, onAsked, onLost, onChecks, onDamage }: Listeners,
): Promise<void> {
  let heard: StoreNews = { changes: 0, asked: 0, damaged: [] };
  const onProgress = (news: StoreNews): void => {
    const before = heard;
    heard = news;
    if (news.checks && news.checks !== before.checks) onChecks(news.checks);
    for (const error of news.damaged.slice(before.damaged.length)) onDamage(error);
    if (news.lost) onLost(news.lost);
    else if (news.changes > before.changes) onChange();
    if (news.asked > before.asked) onAsked();
  };
  await runner.run('watch', undefined, { signal, onProgress }).catch((error: unknown) => {
    if (!(error instanceof AbortError)) throw error;
  });
}
