/** Checks all stored parts while the engine has nothing else to do. */
import type { ChunkChecks } from '../storage/chunk-check.ts';
import type { StoreError } from '../storage/store-error.ts';
import type { Engine } from './engine.ts';

interface Listeners {
  readonly onChecks: (checks: ChunkChecks) => void;
  /** A dataset is damaged; no figure is made from it any more. */
  readonly onDamage: (error: StoreError) => void;
}

/** Runs until the signal fires or the store is gone: what is stored later is checked as well. Each step is one part. */
export async function checkChunks(
  engine: Engine,
  signal: AbortSignal,
  { onChecks, onDamage }: Listeners,
): Promise<void> {
  const { store, jobs } = engine;
  let before: ChunkChecks = { checked: -1, total: -1, damaged: -1 };
  for (;;) {
    await jobs.quiet(signal);
    if (signal.aborted) return;
    const step = await store.checkNext();
    if (!step.ok) return;
    const { found, ...checks } = step.value;
    if (found) {
      await engine.letGoOfDamaged();
      onDamage(found);
    }
    if (!isSame(checks, before)) onChecks(checks);
    before = checks;
    if (checks.checked === checks.total) await jobs.quietAgain(signal);
    else await turn();
  }
}

function isSame(one: ChunkChecks, other: ChunkChecks): boolean {
  return one.checked === other.checked && one.total === other.total && one.damaged === other.damaged;
}

/** Lets everything that waits come first. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
