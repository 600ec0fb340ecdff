/** Runs the trials of a plan in threads of Node. */
import { Worker } from 'node:worker_threads';
import type { TrialPart, TrialPlan } from '../src/sim/uncertainty/types.ts';
import { type PoolWorker, runInPool } from '../src/workers/pool.ts';
import { runHere } from '../src/workers/trial-figures.ts';

/** Trials of a chunk: as many as the engine works on at a time. */
const CHUNK = 256;

/** Hands over all trials in parts, made by so many threads. */
export async function runInThreads(plan: TrialPlan, workers: number, take: (part: TrialPart) => void): Promise<void> {
  if (workers === 1) await runHere(plan, take);
  else await runInPool(startThread, { plan, pieces: plan.trials, workers, chunk: CHUNK, onPart: take });
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
