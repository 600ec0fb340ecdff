/**
 * The scenarios of a workbook. The scenario of the active branch stands in the document itself, where everything reads and writes
 * it; what it says differently from its parent is found when somebody asks. All others are held as their differences.
 */
import { BASE_BRANCH, type Branch, type BranchId, rememberScenario, resolveBranches } from '../core/branches/branch.ts';
import { diffScenarios } from '../core/branches/diff.ts';
import { DEFAULT_SCENARIO } from '../core/scenario/defaults.ts';
import type { Scenario } from '../core/scenario/scenario.ts';

/** The part of the document that holds scenarios. */
export interface BranchParts {
  /** Of the active branch. */
  readonly scenario: Scenario;
  /** In the user's order. Of the active branch `name` and `diff` may be old: read them through `branchesOf`. */
  readonly branches: readonly Branch[];
  readonly activeBranch: BranchId;
}

export const FIRST_BRANCHES: BranchParts = {
  scenario: DEFAULT_SCENARIO,
  branches: [BASE_BRANCH],
  activeBranch: BASE_BRANCH.id,
};

const settled = new WeakMap<BranchParts, readonly Branch[]>();

/** All branches in the user's order, the active one as the document's scenario says. */
export function branchesOf(parts: BranchParts): readonly Branch[] {
  const known = settled.get(parts);
  if (known) return known;
  const { scenario, activeBranch } = parts;
  const branches = parts.branches.map((branch) => {
    if (branch.id !== activeBranch) return branch;
    const parent = branch.frozen ? DEFAULT_SCENARIO : parentScenario(parts, branch);
    const diff = branch.frozen ? branch.diff : diffScenarios(parent, scenario);
    const isSame = branch.name === scenario.name && diff.size === 0 && branch.diff.size === 0;
    const now = isSame ? branch : { ...branch, name: scenario.name, diff };
    rememberScenario(parent, now, scenario);
    return now;
  });
  settled.set(parts, branches);
  return branches;
}

/** What the parent of a branch says; of one without a parent what the defaults say. */
function parentScenario(parts: BranchParts, branch: Branch): Scenario {
  const others = parts.branches.filter(({ id }) => id !== branch.id);
  return (branch.parent === undefined ? undefined : resolveBranches(others).get(branch.parent)) ?? DEFAULT_SCENARIO;
}

/** The scenario of each branch. */
export function scenariosOf(parts: BranchParts): ReadonlyMap<BranchId, Scenario> {
  return resolveBranches(parts.branches, new Map([[parts.activeBranch, parts.scenario]]));
}

/** A branch with its scenario, as screens show and compare them. */
export interface NamedScenario {
  readonly id: BranchId;
  readonly name: string;
  readonly scenario: Scenario;
}

/** All scenarios in the user's order. */
export function namedScenarios(parts: BranchParts): readonly NamedScenario[] {
  const scenarios = scenariosOf(parts);
  return parts.branches.flatMap(({ id }) => {
    const scenario = scenarios.get(id);
    return scenario ? [{ id, name: scenario.name, scenario }] : [];
  });
}

/** The active branch. */
export function activeBranchOf(parts: BranchParts): Branch {
  return parts.branches.find(({ id }) => id === parts.activeBranch) ?? parts.branches[0] ?? BASE_BRANCH;
}
