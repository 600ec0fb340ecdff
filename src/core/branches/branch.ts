/** Scenarios as branches: each holds what it says differently from the one that it comes from. */
import { DEFAULT_SCENARIO } from '../scenario/defaults.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type ScenarioDiff, NO_DIFFERENCE, applyDiff } from './diff.ts';

export type BranchId = string;

export interface Branch {
  readonly id: BranchId;
  readonly name: string;
  /** Undefined: it comes from the defaults. */
  readonly parent: BranchId | undefined;
  /** From the parent; of a frozen branch from the defaults, so that no change of its parent reaches it. */
  readonly diff: ScenarioDiff;
  readonly frozen: boolean;
  /** What it is for; '' when nobody said. */
  readonly note: string;
  /** UTC, `2026-11-26T08:30:00Z`; '' when unknown. */
  readonly created: string;
  readonly author: string;
}

/** What a workbook begins with. */
export const BASE_BRANCH: Branch = Object.freeze<Branch>({
  id: 'base',
  name: DEFAULT_SCENARIO.name,
  parent: undefined,
  diff: NO_DIFFERENCE,
  frozen: false,
  note: '',
  created: '',
  author: '',
});

/** The same diff over the same parent is the same scenario, so that figures that were made of it still hold. */
const resolved = new WeakMap<Scenario, WeakMap<Branch, Scenario>>();

function scenarioOn(parent: Scenario, branch: Branch): Scenario {
  const found = resolved.get(parent)?.get(branch);
  if (found) return found;
  const scenario = { ...applyDiff(parent, branch.diff), name: branch.name };
  rememberScenario(parent, branch, scenario);
  return scenario;
}

/** Notes what a branch says over a scenario, where that is known already: its differences were found from it. */
export function rememberScenario(parent: Scenario, branch: Branch, scenario: Scenario): void {
  const known = resolved.get(parent) ?? new WeakMap<Branch, Scenario>();
  resolved.set(parent, known);
  known.set(branch, scenario);
}

/**
 * The scenario of each branch. A parent that is not there counts as none, and so does one that would close a ring.
 * @param known scenarios that are known already, in place of what their branches say
 */
export function resolveBranches(
  branches: readonly Branch[],
  known: ReadonlyMap<BranchId, Scenario> = new Map(),
): ReadonlyMap<BranchId, Scenario> {
  const byId = new Map(branches.map((branch) => [branch.id, branch]));
  const scenarios = new Map(known);
  const open = new Set<BranchId>();
  function resolve(branch: Branch): Scenario {
    const found = scenarios.get(branch.id);
    if (found) return found;
    open.add(branch.id);
    const parent = branch.parent === undefined || branch.frozen ? undefined : byId.get(branch.parent);
    const base = parent && !open.has(parent.id) ? resolve(parent) : DEFAULT_SCENARIO;
    open.delete(branch.id);
    const scenario = scenarioOn(base, branch);
    scenarios.set(branch.id, scenario);
    return scenario;
  }
  for (const branch of branches) resolve(branch);
  return scenarios;
}
