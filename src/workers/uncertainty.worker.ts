/** A worker of the pool that runs trials. */
import { runTrials } from '../sim/uncertainty/index.ts';
import type { TrialPlan } from '../sim/uncertainty/types.ts';
import { dropNetwork } from './lockdown.ts';
import { answerChunks } from './pool-worker.ts';

dropNetwork();
answerChunks(
  {
    addEventListener: (type, listener) => {
      addEventListener(type, listener);
    },
    postMessage: (message, transfer) => {
      postMessage(message, { transfer });
    },
  },
  (plan: TrialPlan) => (first, count) => runTrials(plan, first, count),
);
