/** What an engine tells of its store, to be waited for. */
import type { EngineJobs, StoreNews } from '../../../src/workers/engine-jobs.ts';
import type { Runner } from '../../../src/workers/runner.ts';

interface Watched {
  readonly latest: StoreNews;
  /** Resolves with the first news, told or to come, of which that is so. */
  until(isSo: (news: StoreNews) => boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Listens from now on. */
export function watched(runner: Runner<EngineJobs>): Watched {
  const ending = new AbortController();
  const waiting = new Set<() => void>();
  let latest: StoreNews = { changes: 0, asked: 0, damaged: [] };
  const onProgress = (news: StoreNews): void => {
    latest = news;
    for (const look of waiting) look();
  };
  const watching = runner.run('watch', undefined, { signal: ending.signal, onProgress });
  return {
    get latest() {
      return latest;
    },
    until: (isSo) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!isSo(latest)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop: async () => {
      ending.abort();
      await watching.catch(() => undefined);
    },
  };
}
