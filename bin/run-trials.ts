/** Runs the trials of a plan in threads of Node. */
import { Worker } from 'node:worker_threads';
import type { UncertainLimit } from '../src/core/scenario/uncertainty.ts';
import type { TrialFigures } from '../src/exporters/results/uncertainty.ts';
import { TrialSums, ownerTrials, runTrials, summarise } from '../src/sim/uncertainty/index.ts';
import type { TrialPart, TrialPlan } from '../src/sim/uncertainty/types.ts';
import { type PoolWorker, runInPool } from '../src/workers/pool.ts';

/** Trials of a chunk: a whole number of the slabs that the engine works in. */
const CHUNK = 256;

/** The figures of all trials: the same for any number of threads. */
export async function trialFigures(
  plan: TrialPlan,
  limits: readonly UncertainLimit[],
  workers: number,
): Promise<TrialFigures> {
  const sums = new TrialSums(plan);
  const onPart = (part: TrialPart): void => {
    sums.add(part);
  };
  if (workers === 1) {
    for (let first = 0; first < plan.trials; first += CHUNK) {
      onPart(runTrials(plan, first, Math.min(CHUNK, plan.trials - first)));
    }
  } else await runInPool(startThread, { plan, pieces: plan.trials, workers, chunk: CHUNK, onPart });
  const whole = sums.whole();
  const summary = summarise(plan, whole, limits, (owner) => ownerTrials(plan, owner, 0, plan.trials));
  return { summary, currencies: plan.currencies, totals: whole.totals };
}

/** A thread does not read TypeScript by itself in every version of Node; what reads it for us has to be told there too. */
const THREAD = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(require('node:worker_threads').workerData);
});`;

/** A thread of Node as a worker of the pool. */
export function startThread(): PoolWorker {
  const module = new URL('./trials-worker.ts', import.meta.url).href;
  const thread = new Worker(THREAD, { eval: true, workerData: module, execArgv: [] });
  return {
    postMessage: (message) => {
      thread.postMessage(message);
    },
    terminate: () => {
      void thread.terminate();
    },
    addEventListener: (type: 'message' | 'error' | 'messageerror', listener: (event: never) => void) => {
      thread.on(type, (value: unknown) => {
        listener((type === 'message' ? { data: value } : value) as never);
      });
    },
  };
}
