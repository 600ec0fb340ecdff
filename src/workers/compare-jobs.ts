/** The job that compares scenarios; it can be cancelled between two of them. */
import { compareSteps } from '../sim/compare/compare.ts';
import type { CompareProgress, CompareRequest, Comparison } from '../sim/compare/types.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';
import { transferablesOf } from './transferables.ts';

/** A comparison and the state of the datasets that it was made on. */
export interface ComparisonOutcome {
  readonly revision: string;
  readonly comparison: Comparison;
}

export type CompareJobs = {
  /** Two to six scenarios side by side; undefined when it was cancelled. */
  compareScenarios: { input: CompareRequest; progress: CompareProgress; output: ComparisonOutcome | undefined };
};

export function compareJobs(engine: Engine): JobHost<CompareJobs> {
  return {
    compareScenarios: async (request, { signal, report, transfer }) => {
      const { book, revision } = await engine.ready();
      const steps = compareSteps(book, request);
      for (;;) {
        const step = steps.next();
        if (step.done === true) {
          return transfer({ revision, comparison: step.value }, transferablesOf(step.value.rows));
        }
        report(step.value);
        // Lets a cancel arrive.
        await new Promise((resolve) => setTimeout(resolve));
        if (signal.aborted) return undefined;
      }
    },
  };
}
