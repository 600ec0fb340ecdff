/** The trials of a scenario for its results file: all of them, one range after the other or in workers. */
import type { TrialFigures } from '../exporters/results/uncertainty.ts';
import type { UncertainLimit } from '../core/scenario/uncertainty.ts';
import type { Book, SimulationRequest } from '../sim/index.ts';
import { TrialSums, ownerTrials, planTrials, runTrials, summarise } from '../sim/uncertainty/index.ts';
import type { TrialPart, TrialPlan } from '../sim/uncertainty/types.ts';
import { AbortError } from './runner.ts';

/** Trials of a range: as many as the engine works on at a time. */
const RANGE = 256;

/** The figures of a plan's trials, the same for any way in which they are run. @param run hands over all of them in parts */
export async function trialFigures(
  plan: TrialPlan,
  limits: readonly UncertainLimit[],
  run: (take: (part: TrialPart) => void) => Promise<void>,
): Promise<TrialFigures> {
  const sums = new TrialSums(plan);
  await run((part) => {
    sums.add(part);
  });
  const whole = sums.whole();
  const summary = summarise(plan, whole, limits, (owner) => ownerTrials(plan, owner, 0, plan.trials));
  return { summary, currencies: plan.currencies, totals: whole.totals };
}

/** Runs a plan's trials in this thread. Rejects with `AbortError` when the signal fires. */
export async function runHere(plan: TrialPlan, take: (part: TrialPart) => void, signal?: AbortSignal): Promise<void> {
  for (let first = 0; first < plan.trials; first += RANGE) {
    if (signal?.aborted) throw new AbortError('aborted');
    take(runTrials(plan, first, Math.min(RANGE, plan.trials - first)));
    // A busy worker hears no cancelling.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** The figures of a scenario's trials; undefined where it has no uncertainty, or inputs that cannot be drawn. */
export async function figuresOfTrials(
  book: Book,
  request: SimulationRequest,
  signal: AbortSignal,
): Promise<TrialFigures | undefined> {
  const { uncertainty } = request.scenario;
  if (!uncertainty) return undefined;
  const plan = planTrials(book, request);
  if (!plan.ok) return undefined;
  return trialFigures(plan.value, uncertainty.limits, (take) => runHere(plan.value, take, signal));
}
