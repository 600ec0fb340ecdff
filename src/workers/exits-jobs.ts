/** The jobs of the Decide screen: ways out of one subscription, the queue over all, seats in use. */
import { QueueRun, USAGE_COLUMNS, seatUsage, waysOut } from '../sim/index.ts';
import type { QueueProgress, QueueRequest, SeatUsage, WayQueue, WaysOut, WaysRequest } from '../sim/index.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';
import { transferablesOf } from './transferables.ts';

export type ExitsJobs = {
  waysOut: { input: WaysRequest; progress: undefined; output: WaysOut };
  /** Undefined when it was cancelled. */
  wayQueue: {
    input: QueueRequest;
    progress: QueueProgress;
    output: { readonly revision: string; readonly queue: WayQueue } | undefined;
  };
  /** What imported licence usage says about seats. */
  seatUsage: { input: undefined; progress: undefined; output: SeatUsage };
};

/** Rows between two looks at whether the caller has given up. */
const SLICE = 2000;

export function exitsJobs(engine: Engine): JobHost<ExitsJobs> {
  return {
    waysOut: async (request) => waysOut((await engine.ready()).book, request),
    wayQueue: async (request, { signal, report, transfer }) => {
      const { book, revision } = await engine.ready();
      const run = new QueueRun(book, request);
      for (let rows = run.step(SLICE); rows < run.of; rows = run.step(SLICE)) {
        report({ rows, of: run.of });
        // Lets a cancel arrive.
        await new Promise((resolve) => setTimeout(resolve));
        if (signal.aborted) return undefined;
      }
      const queue = run.finish();
      return transfer({ revision, queue }, transferablesOf(queue));
    },
    seatUsage: async () => {
      const { used, store, book } = await engine.ready();
      const reports: Dataset[] = [];
      for (const { id, kind } of used) {
        if (kind !== 'insights') continue;
        const loaded = await store.load(id, USAGE_COLUMNS);
        if (loaded.ok) reports.push(loaded.value);
      }
      return seatUsage(reports, book.portfolio.table);
    },
  };
}
