/** The jobs of unusual spend. What was found last is kept, so that the series of each finding need not be found again. */
import type { SpendSeries, UnusualAnswer, UnusualSettings } from '../sim/azure/unusual/types.ts';
import { type Unusual, unusualSteps } from '../sim/azure/unusual/unusual.ts';
import { readWhole } from './azure-jobs.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';

export interface UnusualRequest {
  readonly currency: string;
  readonly settings: UnusualSettings;
}

export type AzureUnusualJobs = {
  /** Undefined when it was cancelled. */
  unusualSpend: {
    input: UnusualRequest;
    progress: number;
    output: { readonly revision: string; readonly answer: UnusualAnswer } | undefined;
  };
  /** Undefined when there is no such finding (any more), or the question was given up. */
  unusualSeries: {
    input: UnusualRequest & { readonly finding: string };
    progress: number;
    output: SpendSeries | undefined;
  };
};

interface Known {
  readonly key: string;
  readonly unusual: Unusual;
}

const known = new WeakMap<object, Known>();

/** Milliseconds after which others get a turn. */
const SLICE_MS = 50;

interface Waiting {
  readonly signal: AbortSignal;
  readonly report: (share: number) => void;
}

async function unusualOf(engine: Engine, { currency, settings }: UnusualRequest, { signal, report }: Waiting) {
  const { revision, usage } = await readWhole(engine);
  const key = JSON.stringify([revision, currency, settings.floor, settings.percent]);
  const { memory } = engine;
  const before = known.get(memory);
  if (before?.key === key) return { revision, unusual: before.unusual };
  const steps = unusualSteps(usage, currency, settings);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      known.set(memory, { key, unusual: step.value });
      return { revision, unusual: step.value };
    }
    if (performance.now() - since < SLICE_MS) continue;
    report(step.value);
    // Lets a cancel arrive.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return undefined;
    since = performance.now();
  }
}

export function azureUnusualJobs(engine: Engine): JobHost<AzureUnusualJobs> {
  return {
    unusualSpend: async (request, context) => {
      const found = await unusualOf(engine, request, context);
      return found && { revision: found.revision, answer: found.unusual.answer };
    },
    unusualSeries: async ({ finding, ...request }, context) => {
      const found = await unusualOf(engine, request, context);
      return found?.unusual.series.get(finding);
    },
  };
}
