/** The trials of the open workbook: run in a pool, shown while they run, kept until others are run. */
import type { Format } from '../core/format.ts';
import { DEFAULT_SCENARIO } from '../core/scenario/defaults.ts';
import type { UncertainInput } from '../core/scenario/uncertainty.ts';
import { writeScenario } from '../core/scenario/write.ts';
import { uncertaintyText } from '../core/text/en/uncertainty.ts';
import type { TrialPlan } from '../sim/uncertainty/types.ts';
import { AbortError, WorkerFailure } from '../workers/runner.ts';
import { poolSize } from '../workers/pool.ts';
import type { PlannedTrials } from '../workers/uncertainty-jobs.ts';
import { OrderedTrials, type RunTrials, type TrialsSoFar, runTrialsInPool } from '../workers/uncertainty-pool.ts';
import type { Move } from './jobs.svelte.ts';
import type { Workbook } from './workbook.svelte.ts';

export { MOST_WORKERS } from '../workers/pool.ts';

const text = uncertaintyText.run;

/** What a plan says besides what workers need of it. */
export type TrialFacts = Pick<TrialPlan, 'trials' | 'seed' | 'currencies' | 'firstMonth' | 'months' | 'owners'>;

/** Trials with what they belong to. A new object each time that more of them are there. */
export interface Trials extends TrialsSoFar {
  readonly facts: TrialFacts;
  /** The figures without uncertainty. */
  readonly known: Pick<PlannedTrials, 'totals' | 'months' | 'owners' | 'tornado'>;
  /** What was uncertain about them. */
  readonly uncertain: readonly UncertainInput[];
  /** All that they were run with; see `inputsKey`. */
  readonly inputs: string;
  readonly asOf: number;
  readonly horizonMonths: number;
  /** How long they took, in milliseconds; undefined while they run. */
  readonly took: number | undefined;
  readonly workers: number;
}

/** New pictures come at most this often. */
const SHOW_EVERY_MS = 400;
/** An estimate from less than this is worth nothing. */
const MIN_MEASURED_MS = 1000;

export class UncertaintyRun {
  /** The latest trials, whole or so far. */
  trials: Trials | undefined = $state.raw();
  running = $state(false);
  /** Why there are no trials, in words. */
  failure = $state('');
  /** Workers side by side; the user's choice for this visit. */
  workers = $state(poolSize(typeof navigator === 'undefined' ? undefined : navigator.hardwareConcurrency));
  private readonly workbook: Workbook;
  private readonly runTrials: RunTrials;
  private readonly now: () => number;
  private stop: AbortController | undefined;

  constructor(workbook: Workbook, runTrials: RunTrials = runTrialsInPool, now = () => performance.now()) {
    this.workbook = workbook;
    this.runTrials = runTrials;
    this.now = now;
  }

  /** What trials depend on: equal texts give equal bytes. */
  get inputsKey(): string {
    const { scenario, horizonMonths } = this.workbook.document;
    const { workspace, asOf } = this.workbook;
    const { meta, azure } = DEFAULT_SCENARIO;
    // Neither names and notes nor what is said of Azure reach the trials.
    const inputs = { ...scenario, name: '', meta, azure };
    return [workspace?.revision, asOf, horizonMonths, writeScenario(inputs)].join('\n');
  }

  /** The trials on screen were run with other inputs than those of now. */
  get stale(): boolean {
    return this.trials !== undefined && this.trials.inputs !== this.inputsKey;
  }

  /** Whether the trials on screen are whole and those of the present inputs. */
  get isCurrent(): boolean {
    const { trials } = this;
    return trials?.took !== undefined && !this.stale;
  }

  cancel(): void {
    this.stop?.abort();
  }

  /** Runs all trials anew; what went before stays on screen until the first of them are there. */
  async run(format: Format): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.failure = '';
    const trials = this.workbook.document.scenario.uncertainty?.trials ?? 0;
    try {
      await this.workbook.jobs.run(text.job(format.count(trials)), async (signal, move) => {
        const stop = new AbortController();
        this.stop = stop;
        signal.addEventListener('abort', () => {
          stop.abort();
        });
        await this.runOnce(stop.signal, move, format);
      });
    } catch (error) {
      this.fail(error);
    } finally {
      this.running = false;
      this.stop = undefined;
    }
  }

  /** The trials on screen as CSV. */
  async download(label: string): Promise<void> {
    const { trials, workbook } = this;
    if (!trials) return;
    const { facts, totals, asOf } = trials;
    const { seed, currencies } = facts;
    // A view would take the whole buffer along.
    const input = { seed, currencies, totals: totals.slice(), asOf, workbookName: workbook.document.name };
    const file = await workbook.jobs.run(label, (signal) => workbook.runner.run('exportTrials', input, { signal }));
    if (file) workbook.download(file);
  }

  private fail(error: unknown): void {
    if (error instanceof WorkerFailure) this.failure = text.died;
    else if (!(error instanceof AbortError)) {
      this.failure = error instanceof Error ? error.message : String(error);
      this.workbook.report(error);
    }
  }

  private async runOnce(signal: AbortSignal, move: Move, format: Format): Promise<void> {
    const { request, runner } = this.workbook;
    const { workers, inputsKey: inputs } = this;
    const begun = this.now();
    move(undefined, text.preparing);
    const planned = await runner.run('uncertaintyPlan', request, { signal });
    if (!planned.ok) {
      this.failure = uncertaintyText.problems.names;
      return;
    }
    const { plan, totals, months, owners, tornado } = planned.value;
    const about = {
      facts: factsOf(plan),
      known: { totals, months, owners, tornado },
      uncertain: request.scenario.uncertainty?.inputs ?? [],
      inputs,
      ...{ asOf: request.window.asOf, horizonMonths: request.window.horizonMonths, workers },
    };
    const collected = new OrderedTrials(plan);
    const started = this.now();
    let shown = -Infinity;
    const show = (took: number | undefined): void => {
      this.trials = { ...about, ...collected.soFar(), took };
      shown = this.now();
    };
    await this.runTrials({
      ...{ plan, pieces: plan.trials, workers, signal },
      onPart: (part, done) => {
        collected.add(part);
        const elapsed = this.now() - started;
        const left = elapsed >= MIN_MEASURED_MS ? ((plan.trials - done) * elapsed) / done / 1000 : undefined;
        move(done / plan.trials, text.detail(format.count(done), format.count(plan.trials)), left);
        if (this.now() - shown >= SHOW_EVERY_MS && done < plan.trials) show(undefined);
      },
    });
    show(this.now() - begun);
  }
}

function factsOf({ trials, seed, currencies, firstMonth, months, owners }: TrialPlan): TrialFacts {
  return { trials, seed, currencies, firstMonth, months, owners };
}

const runs = new WeakMap<Workbook, UncertaintyRun>();

/** The run of a workbook: it goes on while other screens are open. */
export function uncertaintyOf(workbook: Workbook): UncertaintyRun {
  const run = runs.get(workbook) ?? new UncertaintyRun(workbook);
  runs.set(workbook, run);
  return run;
}
