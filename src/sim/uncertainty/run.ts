/** Runs a range of a plan's trials: any split over trials and items adds up to the same whole numbers. */
import { Slab } from './slab.ts';
import { SLAB } from './draws.ts';
import { TRIAL_AMOUNTS, TRIAL_MONTH_AMOUNTS, type TrialPart, type TrialPlan } from './types.ts';

/** A part of the items; all of them unless given. */
export interface ItemRange {
  readonly first: number;
  readonly count: number;
}

/** The amounts of `count` trials from `first` on. Deterministic to the bit; the plan is not changed. */
export function runTrials(plan: Omit<TrialPlan, 'fixed'>, first: number, count: number, range?: ItemRange): TrialPart {
  const items = range ?? { first: 0, count: plan.items };
  const currencies = plan.currencies.length;
  const part = {
    first,
    count,
    items: items.count,
    totals: new Float64Array(count * currencies * TRIAL_AMOUNTS.length),
    months: new Float64Array(count * currencies * plan.months * TRIAL_MONTH_AMOUNTS.length),
    owners: new Float64Array(plan.owners.length),
  };
  const slab = new Slab(plan);
  for (let done = 0; done < count; done += SLAB) {
    slab.begin(first + done, Math.min(SLAB, count - done));
    for (let item = items.first; item < items.first + items.count; item++) slab.add(item);
    slab.finish(part, done);
  }
  return part;
}
