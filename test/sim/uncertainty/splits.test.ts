/** The same trials for any split over trials and subscriptions. */
import { describe, expect, it } from 'vitest';
import { Sha256 } from '../../../src/core/sha256.ts';
import {
  type TrialPart,
  type TrialPlan,
  TrialSums,
  type WholeTrials,
  ownerTrials,
  planTrials,
  runTrials,
} from '../../../src/sim/uncertainty/index.ts';
import { prepareBook } from '../../../src/sim/index.ts';
import { portfolio, price, priceList, scenario } from '../../support/books.ts';
import { day } from '../../support/simulation.ts';
import { TRIALS, UNCERTAIN_INPUTS, samplePlan } from '../../support/uncertain-book.ts';

function collected(plan: TrialPlan, parts: readonly TrialPart[]): WholeTrials {
  const sums = new TrialSums(plan);
  for (const part of parts) sums.add(part);
  return sums.whole();
}

/** The trials in ranges of a size, the last ones first. */
function inRanges(plan: TrialPlan, size: number): WholeTrials {
  const firsts = Array.from({ length: Math.ceil(TRIALS / size) }, (_, index) => index * size);
  return collected(
    plan,
    firsts.reverse().map((first) => runTrials(plan, first, Math.min(size, TRIALS - first))),
  );
}

function hashOf({ totals, months, owners }: WholeTrials): string {
  const hash = new Sha256();
  for (const values of [totals, months]) hash.update(new Uint8Array(values.buffer));
  hash.update(new TextEncoder().encode(owners.join()));
  return hash.digest();
}

describe('trials', () => {
  const plan = samplePlan('spring');
  const whole = inRanges(plan, TRIALS);

  it('are the same in ranges of any size and order', () => {
    for (const size of [1, 7, 64, 255]) expect(hashOf(inRanges(plan, size))).toBe(hashOf(whole));
  });

  it('are the same when the subscriptions are split', () => {
    const all = Array.from(Array(plan.items).keys());
    const parts = [0, 1, 2].map((rest) => Uint32Array.from(all.filter((item) => item % 3 === rest)));
    const runs = parts.flatMap((items) => [runTrials(plan, 0, 100, items), runTrials(plan, 100, 200, items)]);
    expect(hashOf(collected(plan, runs))).toBe(hashOf(whole));
    const sums = new TrialSums(plan);
    for (const run of runs.slice(0, -1)) sums.add(run);
    expect(sums.done).toBe(100);
  });

  it('are the same in every engine and version, and others with another seed', () => {
    expect(hashOf(whole)).toBe('ca7076f08937449399ebf8770168ff10eeaf8e91f87f85e17f2d988ed37748ea');
    expect(hashOf(inRanges(samplePlan('Spring'), TRIALS))).not.toBe(hashOf(whole));
  });

  it('keep the draws of a subscription whatever else is in the portfolio', () => {
    const list = priceList([price('P1Y/Annual', '120'), price('P1M/Monthly', '12')]);
    const extraOf = (ids: readonly string[], customerId: string): Float64Array => {
      const rows = ids.map((subscriptionId) => ({ subscriptionId, customerId: subscriptionId }));
      const loadings = { price: '0', fx: '0', behaviour: '0' };
      const uncertainty = { trials: 50, seed: '', inputs: UNCERTAIN_INPUTS, loadings, limits: [] };
      const window = { asOf: day('2026-11-22'), horizonMonths: 12 };
      const book = prepareBook({ datasets: [list, portfolio(rows)] });
      const made = planTrials(book, { scenario: scenario({ uncertainty }), window });
      if (!made.ok) throw new Error('cannot be drawn');
      const owner = made.value.owners.findIndex((one) => one.customerId === customerId);
      return ownerTrials(made.value, owner, 0, 50);
    };
    // A portfolio of one row gives it no id of its own.
    expect(extraOf(['b', 'c', 'a'], 'a')).toEqual(extraOf(['a', 'd'], 'a'));
    expect(extraOf(['b', 'c', 'a'], 'b')).not.toEqual(extraOf(['a', 'd'], 'a'));
  });
});
