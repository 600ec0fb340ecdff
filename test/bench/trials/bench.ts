/** Trials of a whole portfolio: against a bare loop, with one worker and with two, and how soon there is something to see. */
import { makeDay } from '../../../src/core/days.ts';
import type { UncertainInput } from '../../../src/core/scenario/uncertainty.ts';
import { makeBook } from '../../../src/sample/index.ts';
import { prepareBook } from '../../../src/sim/index.ts';
import { planTrials, runTrials } from '../../../src/sim/uncertainty/index.ts';
import type { TrialPlan } from '../../../src/sim/uncertainty/types.ts';
import { runInPool } from '../../../src/workers/pool.ts';
import { startThread } from '../../../bin/run-trials.ts';
import { type Finding, atLeast, atMost, seconds, takeTurns, timed } from '../measure.ts';
import { bareTrials } from './bare.ts';

const SUBSCRIPTIONS = 10_000;
const TRIALS = 10_000;
const HORIZON = 12;
/** A round of the comparison; the cost of a trial does not depend on how many there are. */
const COMPARED = 512;
const ROUNDS = 4;

const INPUTS: readonly UncertainInput[] = [
  { what: 'outcome', match: {}, shared: false, renews: '6', cancels: '1', est: '3' },
  {
    ...{ what: 'bridgeDays', match: {}, shared: false },
    distribution: { kind: 'pert', min: '0', mode: '45', max: '200' },
  },
  { what: 'seats', match: {}, shared: false, distribution: { kind: 'normal', mean: '0', sd: '10' } },
  { what: 'price', match: {}, shared: true, distribution: { kind: 'triangular', min: '0', mode: '5', max: '12' } },
];

/** All but the prices' own arithmetic: only behaviour is uncertain. */
const BEHAVIOUR = INPUTS.slice(0, 3);

function planner(inputs: readonly UncertainInput[]): () => TrialPlan {
  const asOf = makeDay(2026, 11, 22) ?? 0;
  const made = makeBook({ asOf, seed: 1, subscriptions: SUBSCRIPTIONS });
  const book = prepareBook({ datasets: made.datasets() });
  const loadings = { price: '0.5', fx: '0', behaviour: '0.3' };
  const uncertainty = { trials: TRIALS, seed: 'bench', inputs, loadings, limits: [] };
  const request = { scenario: { ...made.scenario, uncertainty }, window: { asOf, horizonMonths: HORIZON } };
  return () => {
    const plan = planTrials(book, request);
    if (!plan.ok) throw new Error('the bench cannot be drawn');
    return plan.value;
  };
}

function against(name: string, plan: TrialPlan): Finding {
  const best = takeTurns(ROUNDS, {
    bare: () => bareTrials(plan, COMPARED),
    trials: () => runTrials(plan, 0, COMPARED),
  });
  const each = ((best.trials * 1e6) / COMPARED / plan.items).toFixed(0);
  const measured = `${seconds(best.trials)} against ${seconds(best.bare)}; ${each} ns a trial and subscription`;
  return atMost(`trials: ${name} ÷ bare loop`, best.trials / best.bare, 1.5, measured);
}

interface PoolTimes {
  readonly first: number;
  readonly all: number;
}

async function inPool(plan: TrialPlan, workers: number): Promise<PoolTimes> {
  const start = performance.now();
  let first = Infinity;
  const onPart = (): void => {
    first = Math.min(first, performance.now() - start);
  };
  await runInPool(startThread, { plan, pieces: plan.trials, workers, onPart });
  return { first, all: performance.now() - start };
}

/** Ratios of one run, and the time of the whole. */
export async function benchTrials(): Promise<readonly Finding[]> {
  const make = planner(INPUTS);
  const { value: plan, ms: planning } = timed(make);
  const findings = [against('behaviour', planner(BEHAVIOUR)()), against('behaviour and prices', plan)];
  const one = await inPool(plan, 1);
  const two = await inPool(plan, 2);
  const whole = `${seconds(two.all)} for ${String(TRIALS)} trials of ${String(plan.items)} subscriptions, ${seconds(one.all)} with one`;
  return [
    ...findings,
    atLeast('trials: one worker ÷ two', one.all / two.all, 1.7, whole),
    atMost(
      'trials: seconds to the first part',
      (planning + two.first) / 1000,
      2,
      `${seconds(planning)} of it planning`,
    ),
  ];
}
