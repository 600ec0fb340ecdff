/** What can be done with scenarios as branches. Pure. */
import { type Branch, type BranchId, resolveBranches } from '../core/branches/branch.ts';
import { NO_DIFFERENCE, diffScenarios, isSameScenario } from '../core/branches/diff.ts';
import { type MergeSide, mergeScenarios } from '../core/branches/merge.ts';
import { commonAncestor, inTreeOrder } from '../core/branches/tree.ts';
import { DEFAULT_SCENARIO } from '../core/scenario/defaults.ts';
import type { AssumptionPath } from '../core/scenario/notes.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { type BranchParts, branchesOf, scenariosOf } from './branches.ts';

interface Made {
  /** UTC, `2026-11-26T08:30:00Z`. */
  readonly at: string;
  readonly author: string;
}

/** `what` is what the history calls the step, in words. Names that are taken get a number. */
export type BranchCommand = { readonly what: string } & (
  | ({ readonly kind: 'add-branch'; readonly from: BranchId; readonly name: string } & Made)
  /** A scenario of elsewhere; it comes from the only branch that is called `parent`, or from the defaults. */
  | ({ readonly kind: 'import-branch'; readonly scenario: Scenario; readonly parent: string | undefined } & Made)
  | { readonly kind: 'rename-branch'; readonly id: BranchId; readonly name: string }
  | { readonly kind: 'note-branch'; readonly id: BranchId; readonly note: string }
  /** Up or down among those that come from the same. */
  | { readonly kind: 'move-branch'; readonly id: BranchId; readonly by: -1 | 1 }
  /** What comes from it comes from its parent then, and says what it said before. */
  | { readonly kind: 'delete-branch'; readonly id: BranchId }
  | { readonly kind: 'switch-branch'; readonly id: BranchId }
  /** Does nothing while a conflict is undecided. `ours` is `into`. */
  | {
      readonly kind: 'merge-branches';
      readonly from: BranchId;
      readonly into: BranchId;
      readonly choices: ReadonlyMap<AssumptionPath, MergeSide>;
    }
  | { readonly kind: 'freeze-branch'; readonly id: BranchId; readonly frozen: boolean }
);

/** The scenarios after a command; the same object where there is nothing to do. */
export function reduceBranches(parts: BranchParts, command: BranchCommand): BranchParts {
  switch (command.kind) {
    case 'add-branch':
      return added(parts, { ...command, parent: command.from, diff: NO_DIFFERENCE });
    case 'import-branch':
      return imported(parts, command);
    case 'rename-branch':
      return renamed(parts, command.id, command.name);
    case 'note-branch':
      return withBranch(parts, command.id, (branch) => ({ ...branch, note: command.note.trim() }));
    case 'move-branch':
      return moved(parts, command.id, command.by);
    case 'delete-branch':
      return deleted(parts, command.id);
    case 'switch-branch':
      return parts.branches.some(({ id }) => id === command.id)
        ? withBranches(parts, branchesOf(parts), command.id)
        : parts;
    case 'merge-branches':
      return merged(parts, command);
    case 'freeze-branch':
      return frozen(parts, command.id, command.frozen);
  }
}

/** The parts with other branches; what the active one says stays the same object where nothing about it changes. */
export function withBranches(
  parts: BranchParts,
  branches: readonly Branch[],
  activeBranch = parts.activeBranch,
): BranchParts {
  const scenario = resolveBranches(branches).get(activeBranch) ?? parts.scenario;
  const stays =
    activeBranch === parts.activeBranch &&
    scenario.name === parts.scenario.name &&
    isSameScenario(scenario, parts.scenario);
  return { scenario: stays ? parts.scenario : scenario, branches, activeBranch };
}

function withBranch(parts: BranchParts, id: BranchId, change: (branch: Branch) => Branch): BranchParts {
  const branches = branchesOf(parts);
  return withBranches(
    parts,
    branches.map((branch) => (branch.id === id ? change(branch) : branch)),
  );
}

/** The name, or the next one like it: `Uplift`, `Uplift 2`. */
export function freeName(name: string, branches: readonly Branch[]): string {
  const taken = new Set(branches.map((branch) => branch.name));
  for (let count = 1; ; count += 1) {
    const next = count === 1 ? name : `${name} ${String(count)}`;
    if (!taken.has(next)) return next;
  }
}

export function freeId(branches: readonly Branch[]): BranchId {
  const numbers = branches.map(({ id }) => Number(/^b([1-9]\d{0,8})$/.exec(id)?.[1] ?? '0'));
  return `b${String(Math.max(0, ...numbers) + 1)}`;
}

function added(parts: BranchParts, made: Made & Pick<Branch, 'name' | 'parent' | 'diff'>): BranchParts {
  const branches = branchesOf(parts);
  const { parent, diff, at, author } = made;
  const known = parent === undefined || branches.some(({ id }) => id === parent);
  const name = made.name.trim();
  if (!known || name === '') return parts;
  const id = freeId(branches);
  const branch = { id, name: freeName(name, branches), parent, diff, frozen: false, note: '', created: at, author };
  return withBranches(parts, [...branches, branch], id);
}

function imported(parts: BranchParts, command: Extract<BranchCommand, { kind: 'import-branch' }>): BranchParts {
  const { scenario, at, author } = command;
  const named = branchesOf(parts).filter(({ name }) => name === command.parent);
  const parent = named.length === 1 ? named[0]?.id : undefined;
  const base = (parent === undefined ? undefined : scenariosOf(parts).get(parent)) ?? DEFAULT_SCENARIO;
  const name = scenario.name.trim() || DEFAULT_SCENARIO.name;
  return added(parts, { name, parent, diff: diffScenarios(base, scenario), at, author });
}

function renamed(parts: BranchParts, id: BranchId, wanted: string): BranchParts {
  const others = branchesOf(parts).filter((branch) => branch.id !== id);
  const name = wanted.trim();
  return name === '' ? parts : withBranch(parts, id, (branch) => ({ ...branch, name: freeName(name, others) }));
}

function moved(parts: BranchParts, id: BranchId, by: -1 | 1): BranchParts {
  const branches = branchesOf(parts);
  const nodes = inTreeOrder(branches);
  const depth = nodes.find(({ branch }) => branch.id === id)?.depth;
  const own = branches.find((branch) => branch.id === id);
  const siblings = nodes.filter((node) => node.depth === depth && node.branch.parent === own?.parent);
  const other = siblings[siblings.findIndex(({ branch }) => branch.id === id) + by]?.branch;
  if (!own || !other) return parts;
  const swapped = branches.map((branch) => (branch === own ? other : branch === other ? own : branch));
  return withBranches(parts, swapped);
}

function deleted(parts: BranchParts, id: BranchId): BranchParts {
  const branches = branchesOf(parts);
  const gone = branches.find((branch) => branch.id === id);
  if (!gone || branches.length === 1) return parts;
  const scenarios = scenariosOf(parts);
  const base = scenarioAt(scenarios, gone.parent);
  const left = branches.flatMap((branch) => {
    if (branch === gone) return [];
    if (branch.parent !== id) return [branch];
    const diff = branch.frozen ? branch.diff : diffScenarios(base, scenarioAt(scenarios, branch.id));
    return [{ ...branch, parent: gone.parent, diff }];
  });
  const next = gone.parent ?? left[Math.min(branches.indexOf(gone), left.length - 1)]?.id;
  return withBranches(parts, left, parts.activeBranch === id ? next : parts.activeBranch);
}

function scenarioAt(scenarios: ReadonlyMap<BranchId, Scenario>, id: BranchId | undefined): Scenario {
  return (id === undefined ? undefined : scenarios.get(id)) ?? DEFAULT_SCENARIO;
}

function merged(parts: BranchParts, command: Extract<BranchCommand, { kind: 'merge-branches' }>): BranchParts {
  const { from, into, choices } = command;
  const outcome = mergeOf(parts, from, into, choices);
  if (!outcome || outcome.conflicts.length > 0) return parts;
  const scenarios = scenariosOf(parts);
  const branches = branchesOf(parts).map((branch) =>
    branch.id === into
      ? { ...branch, diff: diffScenarios(scenarioAt(scenarios, branch.parent), outcome.scenario) }
      : branch,
  );
  // What the merged branch has given to its parent is no difference any more.
  const now = resolveBranches(branches);
  const pruned = branches.map((branch) => {
    if (branch.id !== from || branch.frozen) return branch;
    return { ...branch, diff: diffScenarios(scenarioAt(now, branch.parent), scenarioAt(now, from)) };
  });
  return withBranches(parts, pruned);
}

/** What merging one branch into another would give; undefined when one is not there. The base is the branch that both come from. */
export function mergeOf(
  parts: BranchParts,
  from: BranchId,
  into: BranchId,
  choices: ReadonlyMap<AssumptionPath, MergeSide>,
): ReturnType<typeof mergeScenarios> | undefined {
  const scenarios = scenariosOf(parts);
  const [ours, theirs] = [scenarios.get(into), scenarios.get(from)];
  if (!ours || !theirs || from === into) return undefined;
  return mergeScenarios(scenarioAt(scenarios, commonAncestor(parts.branches, from, into)), ours, theirs, choices);
}

function frozen(parts: BranchParts, id: BranchId, isFrozen: boolean): BranchParts {
  const scenarios = scenariosOf(parts);
  return withBranch(parts, id, (branch) => {
    if (branch.frozen === isFrozen) return branch;
    const base = scenarioAt(scenarios, isFrozen ? undefined : branch.parent);
    return { ...branch, frozen: isFrozen, diff: diffScenarios(base, scenarioAt(scenarios, id)) };
  });
}
