/** Listens to what other tabs do to the store, checks what is stored, and keeps the engine's datasets in step. */
import { checkChunks } from './check-chunks.ts';
import type { StoreNews } from './engine-jobs.ts';
import type { Engine } from './engine.ts';

/** Runs until the signal fires. Reports may be thinned out, so each says all that has happened so far. */
export async function watchStore(
  engine: Engine,
  signal: AbortSignal,
  report: (news: StoreNews) => void,
): Promise<void> {
  let news: StoreNews = { changes: 0, asked: 0, damaged: [] };
  const tell = (more: Partial<StoreNews>): void => {
    news = { ...news, ...more };
    report(news);
  };
  // Whoever hears of a change finds the engine's datasets as they are after it.
  const follow = async (): Promise<void> => {
    await engine.followStore();
    tell({ changes: news.changes + 1 });
  };
  const { store } = engine;
  const stops = [
    store.onChange(() => void follow()),
    store.tabs.onRole(() => void follow()),
    store.tabs.onAsked(() => {
      tell({ asked: news.asked + 1 });
    }),
    store.onLost((lost) => {
      tell({ lost });
    }),
  ];
  const checking = checkChunks(engine, signal, {
    onChecks: (checks) => {
      tell({ checks });
    },
    onDamage: (error) => {
      tell({ damaged: [...news.damaged, error], changes: news.changes + 1 });
    },
  });
  try {
    await Promise.all([aborted(signal), checking]);
  } finally {
    for (const stop of stops) stop();
  }
}

/** Resolves when the caller gives up. */
function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
