/** The jobs of what-if: long ones report what is there so far, and let other jobs and a cancel in between. */
import {
  type Evaluate,
  type GoalSeekInput,
  type GoalSeekResult,
  type InputTable,
  type InputTableInput,
  type Measure,
  type Reading,
  type Spider,
  type SpiderRequest,
  type Tornado,
  type TornadoRequest,
  evaluator,
  goalSeek,
  inputTable,
  requestAt,
  spiderOf,
  tornadoOf,
} from '../sim/what-if/index.ts';
import type { SimulationRequest } from '../sim/types.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';

/** How many results there are, of how many where that is known. */
export interface Evaluated {
  readonly done: number;
  readonly of: number | undefined;
}

export interface CentredTable extends InputTableInput {
  /** The cell to begin with; the middle when absent. */
  readonly centre?: { readonly row: number; readonly column: number } | undefined;
}

/** Outputs are undefined when the job was cancelled. */
export type WhatIfJobs = {
  goalSeek: { input: GoalSeekInput; progress: Evaluated; output: GoalSeekResult | undefined };
  inputTable: { input: CentredTable; progress: InputTable; output: InputTable | undefined };
  tornado: { input: TornadoRequest; progress: Evaluated; output: Tornado | undefined };
  spider: { input: SpiderRequest; progress: Evaluated; output: Spider | undefined };
};

export function whatIfJobs(engine: Engine): JobHost<WhatIfJobs> {
  const evaluate = async (measures: readonly Measure[]): Promise<Evaluate> =>
    evaluator((await engine.ready()).book, measures);
  return {
    goalSeek: async (input, { signal, report }) =>
      inTurns(goalSeek(input, await evaluate([input.measure])), signal, (done) => {
        report({ done, of: undefined });
      }),
    inputTable: async ({ centre, ...input }, { signal, report }) =>
      inTurns(inputTable(input, await evaluate(input.measures), centre), signal, report),
    tornado: async ({ request, measure, inputs }, { signal, report }) => {
      const steps = tornadoOf(request, inputs.map(settable), single(await evaluate([measure])));
      const of = inputs.length * 2 + 1;
      return inTurns(steps, signal, (done) => {
        report({ done, of });
      });
    },
    spider: async ({ request, measure, inputs }, { signal, report }) => {
      const steps = spiderOf(request, inputs.map(settable), single(await evaluate([measure])));
      const of = inputs.reduce((sum, { values }) => sum + values.length, 1);
      return inTurns(steps, signal, (done) => {
        report({ done, of });
      });
    },
  };
}

function settable<T extends { readonly path: string }>(input: T) {
  const set = (request: SimulationRequest, value: string): SimulationRequest =>
    requestAt(request, [{ path: input.path, value }]);
  return { ...input, set };
}

/** The one measure of an evaluation. */
function single(evaluate: Evaluate) {
  return (request: SimulationRequest): Reading => evaluate(request)[0] ?? { top: 0, bottom: 0 };
}

/** Milliseconds that the work has the thread for itself. */
const TURN = 12;

/** Runs the steps, a turn at a time. Undefined when the signal ended it. */
async function inTurns<P, R>(
  steps: Generator<P, R>,
  signal: AbortSignal,
  report: (progress: P) => void,
): Promise<R | undefined> {
  let until = performance.now() + TURN;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    report(step.value);
    if (performance.now() < until) continue;
    // Lets a cancel and other jobs arrive.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return undefined;
    until = performance.now() + TURN;
  }
}
