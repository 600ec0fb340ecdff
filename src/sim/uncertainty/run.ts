/** Runs a range of a plan's trials: any split over trials and items adds up to the same whole numbers. */
import { Slab } from './slab.ts';
import { SLAB } from './draws.ts';
import { TRIAL_AMOUNTS, TRIAL_MONTH_AMOUNTS, type TrialPart, type TrialPlan } from './types.ts';

/** A plan without what no trial changes. */
export type Runnable = Omit<TrialPlan, 'fixed'>;

/** Positions of items. */
export type ItemList = Uint32Array;

/**
 * The amounts of `count` trials from `first` on, of some items or of all. Deterministic to the bit; the plan is not changed.
 */
export function runTrials(plan: Runnable, first: number, count: number, items?: ItemList): TrialPart {
  const currencies = plan.currencies.length;
  const part = {
    first,
    count,
    items: items?.length ?? plan.items,
    totals: new Float64Array(count * currencies * TRIAL_AMOUNTS.length),
    months: new Float64Array(count * currencies * plan.months * TRIAL_MONTH_AMOUNTS.length),
    owners: new Float64Array(plan.owners.length),
  };
  const size = Math.min(SLAB, count);
  const slab = new Slab(plan, size);
  for (let done = 0; done < count; done += size) {
    slab.begin(first + done, Math.min(size, count - done));
    for (let index = 0; index < part.items; index++) slab.add(items ? (items[index] ?? 0) : index);
    slab.finish(part, done);
  }
  return part;
}
