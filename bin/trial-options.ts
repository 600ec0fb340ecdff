/** The options of `npm run model` that are about trials. */
import { DEFAULT_UNCERTAINTY } from '../src/core/scenario/read-uncertainty.ts';
import type { Scenario } from '../src/core/scenario/scenario.ts';
import { modelText } from '../src/core/text/en/model.ts';
import { type Result, err, ok } from '../src/core/result.ts';
import { MOST_TRIALS } from '../src/sim/uncertainty/index.ts';
import { MOST_WORKERS, poolSize } from '../src/workers/pool.ts';
import { availableParallelism } from 'node:os';

export interface TrialOptions {
  /** Win over the scenario's. */
  readonly trials: number | undefined;
  readonly seed: string | undefined;
  readonly workers: number;
  /** Where the trials go as CSV. */
  readonly csv: string | undefined;
}

interface Texts {
  readonly trials?: string | undefined;
  readonly seed?: string | undefined;
  readonly workers?: string | undefined;
  readonly 'trials-csv'?: string | undefined;
}

/** The options, or which of them cannot be used. */
export function readTrialOptions({ trials, seed, workers, 'trials-csv': csv }: Texts): Result<TrialOptions, string> {
  const count = trials === undefined ? undefined : wholeNumber(trials, MOST_TRIALS);
  if (count === 'bad') return err(modelText.badOption(`--trials ${trials ?? ''}`));
  const threads = workers === undefined ? poolSize(availableParallelism()) : wholeNumber(workers, MOST_WORKERS);
  if (threads === 'bad') return err(modelText.badOption(`--workers ${workers ?? ''}`));
  return ok({ trials: count, seed, workers: threads, csv });
}

function wholeNumber(text: string, most: number): number | 'bad' {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : 'bad';
}

/** The scenario with the options laid over; without uncertainty where neither speaks of it. */
export function withTrialOptions(scenario: Scenario, { trials, seed, csv }: TrialOptions): Scenario {
  const asked = trials !== undefined || seed !== undefined || csv !== undefined;
  if (!scenario.uncertainty && !asked) return scenario;
  const said = scenario.uncertainty ?? DEFAULT_UNCERTAINTY;
  return { ...scenario, uncertainty: { ...said, trials: trials ?? said.trials, seed: seed ?? said.seed } };
}
