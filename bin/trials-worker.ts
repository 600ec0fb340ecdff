/** A thread of `npm run model` that runs trials. */
import { parentPort } from 'node:worker_threads';
import { runTrials } from '../src/sim/uncertainty/index.ts';
import type { TrialPlan } from '../src/sim/uncertainty/types.ts';
import { answerChunks } from '../src/workers/pool-worker.ts';

const port = parentPort;
if (!port) throw new Error('INTERNAL: not a thread');

answerChunks(
  {
    addEventListener: (type, listener) => {
      port.on(type, (data: unknown) => {
        listener({ data });
      });
    },
    postMessage: (message, transfer) => {
      // Parts own their buffers, which is all that is handed over.
      port.postMessage(
        message,
        transfer.filter((part) => part instanceof ArrayBuffer),
      );
    },
  },
  (plan: TrialPlan) => (first, count) => runTrials(plan, first, count),
);
