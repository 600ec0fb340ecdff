/** Cycles of an exposed subscription as the terms of a sum. */
import { safeMinor } from '../../core/money.ts';
import type { Amount } from '../../sim/types.ts';
import type { Explanation } from '../../state/workbook.svelte.ts';

type Cycle = Explanation['cycles'][number];

/** Consecutive cycles with equal days, price and amount. */
export interface CycleGroup {
  readonly count: number;
  readonly whole: boolean;
  readonly estUnit: string;
  /** Minor units of each cycle. */
  readonly amount: number;
}

export function cycleGroups(cycles: readonly Cycle[], amount: Amount): readonly CycleGroup[] {
  const groups: CycleGroup[] = [];
  for (const { used, days, estUnit, amounts } of cycles) {
    const next = { count: 1, whole: used === days, estUnit, amount: amounts[amount] };
    const last = groups.at(-1);
    const same = last?.whole === next.whole && last.estUnit === estUnit && last.amount === next.amount;
    if (last && same) groups[groups.length - 1] = { ...last, count: last.count + 1 };
    else groups.push(next);
  }
  return groups;
}

/** The sum over all cycles in minor units: the amount that the screens show. */
export function cycleSum(cycles: readonly Cycle[], amount: Amount): number {
  return cycles.reduce((sum, { amounts }) => safeMinor(sum + amounts[amount]), 0);
}
