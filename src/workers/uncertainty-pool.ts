/** Runs the trials of a plan in a pool, and keeps them in their order. */
import { TRIAL_AMOUNTS, TRIAL_MONTH_AMOUNTS, type TrialPart, type TrialPlan } from '../sim/uncertainty/types.ts';
import { type PoolTask, type PoolWorker, runInPool } from './pool.ts';
import { spawnWorker } from './spawn.ts';
import workerUrl from './uncertainty.worker.ts?worker&url';

/** Runs a plan's trials; see `runInPool`. */
export type RunTrials = (task: PoolTask<TrialPlan, TrialPart>) => Promise<void>;

export const runTrialsInPool: RunTrials = (task) =>
  runInPool((): PoolWorker => spawnWorker(workerUrl, 'uncertainty'), task);

/** What the first trials of a plan gave. The arrays are views: later trials stand behind them. */
export interface TrialsSoFar {
  readonly done: number;
  /** Trial × currency × amount, minor units. */
  readonly totals: Float64Array;
  /** Trial × currency × month × month amount. */
  readonly months: Float64Array;
  /** Extra of each of the plan's owners, summed over these trials. */
  readonly owners: readonly bigint[];
}

/** Collects parts that come in the order of their trials, and adds to each trial what no trial changes. */
export class OrderedTrials {
  private readonly plan: TrialPlan;
  private readonly totals: Float64Array;
  private readonly months: Float64Array;
  private readonly owners: BigInt64Array;
  private done = 0;

  constructor(plan: TrialPlan) {
    this.plan = plan;
    this.totals = new Float64Array(plan.trials * widthOf(plan));
    this.months = new Float64Array(plan.trials * monthWidthOf(plan));
    this.owners = new BigInt64Array(plan.owners.length);
  }

  add({ first, count, totals, months, owners }: TrialPart): void {
    if (first !== this.done) throw new Error('INTERNAL: trials out of their order');
    const { fixed } = this.plan;
    place(this.totals, first * widthOf(this.plan), totals, fixed.totals);
    place(this.months, first * monthWidthOf(this.plan), months, fixed.months);
    for (let owner = 0; owner < owners.length; owner++) {
      const extra = (owners[owner] ?? 0) + count * (fixed.owners[owner] ?? 0);
      if (extra !== 0) this.owners[owner] = (this.owners[owner] ?? 0n) + BigInt(extra);
    }
    this.done += count;
  }

  soFar(): TrialsSoFar {
    const { done, plan } = this;
    return {
      done,
      totals: this.totals.subarray(0, done * widthOf(plan)),
      months: this.months.subarray(0, done * monthWidthOf(plan)),
      owners: [...this.owners],
    };
  }
}

function widthOf({ currencies }: TrialPlan): number {
  return currencies.length * TRIAL_AMOUNTS.length;
}

function monthWidthOf({ currencies, months }: TrialPlan): number {
  return currencies.length * months * TRIAL_MONTH_AMOUNTS.length;
}

/** Copies rows as wide as `fixed`, with `fixed` added to each. */
function place(target: Float64Array, at: number, rows: Float64Array, fixed: Float64Array): void {
  const width = fixed.length;
  for (let from = 0; from < rows.length; from += width) {
    for (let index = 0; index < width; index++) {
      target[at + from + index] = (rows[from + index] ?? 0) + (fixed[index] ?? 0);
    }
  }
}
