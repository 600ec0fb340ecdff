/** Where goal seek looks when nobody says where. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import { rangeOf } from '../../core/assumptions/ranges.ts';
import { fromSteps, toSteps, withinLimits } from '../../core/assumptions/steps.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';

export interface SearchRange {
  readonly from: string;
  readonly to: string;
}

export const NO_SEARCHES: ReadonlyMap<string, SearchRange> = new Map();

const WIDER = 4;

/** Wider than the input's own range, around its present value. */
export function usualSearch(assumption: Assumption, scenario: Scenario): SearchRange {
  const { low, high } = rangeOf(assumption, scenario);
  const [from, to, now] = [low, high, assumption.value].map((value) => toSteps(value, assumption));
  const reach = Math.max((to ?? 0) - (now ?? 0), (now ?? 0) - (from ?? 0)) * WIDER;
  return {
    from: fromSteps(withinLimits((now ?? 0) - reach, assumption), assumption),
    to: fromSteps(withinLimits((now ?? 0) + reach, assumption), assumption),
  };
}
