/** The jobs of Who pays. */
import { changeEffect } from '../sim/payers/change-effects.ts';
import { compareLists } from '../sim/payers/compare-lists.ts';
import { marginTrace } from '../sim/payers/margin-trace.ts';
import { notices } from '../sim/payers/notices.ts';
import { paySplit } from '../sim/payers/split.ts';
import { sweepPoint } from '../sim/payers/sweep.ts';
import type {
  ChangeEffect,
  ListComparison,
  ListRequest,
  MarginTrace,
  Notice,
  PartSplit,
  PaySplitRequest,
  SweepPoint,
  SweepRequest,
} from '../sim/payers/types.ts';
import type { SimulationRequest } from '../sim/types.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';
import { transferablesOf } from './transferables.ts';

/** How many of how many are done. */
export interface Steps {
  readonly done: number;
  readonly all: number;
}

export type PayersJobs = {
  paySplit: { input: PaySplitRequest; progress: undefined; output: readonly PartSplit[] };
  notices: { input: SimulationRequest; progress: undefined; output: readonly Notice[] };
  /** What each price change of the scenario does, in its order. */
  changeEffects: { input: SimulationRequest; progress: Steps; output: readonly ChangeEffect[] };
  marginTrace: { input: SimulationRequest; progress: undefined; output: MarginTrace };
  marginSweep: { input: SweepRequest; progress: Steps; output: readonly SweepPoint[] };
  compareLists: { input: ListRequest; progress: undefined; output: ListComparison };
};

export function payersJobs(engine: Engine): JobHost<PayersJobs> {
  return {
    paySplit: async (request) => paySplit((await engine.ready()).book, request),
    notices: async (request) => notices((await engine.ready()).book, request),
    changeEffects: async (request, { signal, report }) => {
      const { book } = await engine.ready();
      const positions = request.scenario.priceChanges.map((_, position) => position);
      return oneByOne(positions, (position) => changeEffect(book, request, position), signal, report);
    },
    marginTrace: async (request, { transfer }) => {
      const trace = marginTrace((await engine.ready()).book, request);
      return transfer(trace, transferablesOf(trace));
    },
    marginSweep: async (request, { signal, report }) => {
      const { book } = await engine.ready();
      return oneByOne(request.values, (value) => sweepPoint(book, request, value), signal, report);
    },
    compareLists: async (request) => {
      const { inputs, book } = await engine.ready();
      return compareLists(inputs, book, request);
    },
  };
}

/** Lets messages in after each item, so that it can be cancelled: then nobody waits for the rest. */
async function oneByOne<T, R>(
  items: readonly T[],
  work: (item: T) => R,
  signal: AbortSignal,
  report: (steps: Steps) => void,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) {
    if (signal.aborted) break;
    results.push(work(item));
    report({ done: results.length, all: items.length });
    await new Promise((resolve) => setTimeout(resolve));
  }
  return results;
}
