/**
 * The customers that add most. Every trial's extra of every customer would not fit in memory, and need not: draws can be made
 * again, so that only the customers in question are run a second time.
 */
import { compareCodeUnits } from '../../core/compare-text.ts';
import { type ItemList, runTrials } from './run.ts';
import { TRIAL_AMOUNTS, type TrialPlan } from './types.ts';

const EXTRA = TRIAL_AMOUNTS.indexOf('extra');

/** The owners of a currency with the largest sum of extra, the largest first; those that add nothing are left out. */
export function worstOwners(plan: TrialPlan, sums: readonly bigint[], currency: number, most = 10): readonly number[] {
  const found: { readonly owner: number; readonly sum: bigint; readonly id: string }[] = [];
  for (const [owner, about] of plan.owners.entries()) {
    const sum = sums[owner] ?? 0n;
    if (about.currency === currency && sum > 0n) found.push({ owner, sum, id: about.customerId });
  }
  found.sort((a, b) => (a.sum === b.sum ? compareCodeUnits(a.id, b.id) : a.sum > b.sum ? -1 : 1));
  return found.slice(0, most).map(({ owner }) => owner);
}

/** Extra of one owner in `count` trials from `first` on, minor units. */
export function ownerTrials(plan: TrialPlan, owner: number, first: number, count: number): Float64Array {
  const width = plan.currencies.length * TRIAL_AMOUNTS.length;
  const at = (plan.owners[owner]?.currency ?? 0) * TRIAL_AMOUNTS.length + EXTRA;
  const { totals } = runTrials(plan, first, count, itemsOf(plan, owner));
  const fixed = plan.fixed.owners[owner] ?? 0;
  return Float64Array.from({ length: count }, (_, trial) => (totals[trial * width + at] ?? 0) + fixed);
}

function itemsOf({ items, columns }: TrialPlan, owner: number): ItemList {
  return Uint32Array.from(Array(items).keys()).filter((item) => columns.owner[item] === owner);
}
