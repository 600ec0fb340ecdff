/** The scenarios of a workbook as a recipe carries them: a tree of what each says differently, under ids of its own. */
import type { Branch, BranchId } from '../branches/branch.ts';
import { diffScenarios } from '../branches/diff.ts';
import { DEFAULT_SCENARIO } from '../scenario/defaults.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { carriedScenario } from './carried-scenario.ts';
import type { IsName, LeftOut } from './left-out.ts';

export interface CarriedBranches {
  readonly list: readonly Branch[];
  /** Ids in the recipe by those in the workbook. */
  readonly ids: ReadonlyMap<BranchId, BranchId>;
}

/**
 * In the user's order, without notes, authors and days of making. A scenario whose name mentions somebody gets a number for a name.
 * @param branches with their scenarios by id
 * @param numbered a name with a number
 */
export function carriedBranches(
  branches: readonly Branch[],
  scenarios: ReadonlyMap<BranchId, Scenario>,
  {
    isName,
    leftOut,
    numbered,
  }: { readonly isName: IsName; readonly leftOut: LeftOut; readonly numbered: (number: number) => string },
): CarriedBranches {
  const ids = new Map(branches.map(({ id }, at) => [id, `b${String(at + 1)}`]));
  const carried = new Map(
    branches.map(({ id }) => [id, carriedScenario(scenarios.get(id) ?? DEFAULT_SCENARIO, isName, leftOut)]),
  );
  const taken = new Set(branches.map(({ name }) => name));
  const list = branches.map(({ id, name, parent, frozen, note }, at): Branch => {
    if (note !== '') leftOut.note('notes', `scenario ${id}`);
    const base = (frozen || parent === undefined ? undefined : carried.get(parent)) ?? DEFAULT_SCENARIO;
    return {
      ...{ id: ids.get(id) ?? id, name: nameOf(name, at), parent: parent === undefined ? undefined : ids.get(parent) },
      ...{ frozen, diff: diffScenarios(base, carried.get(id) ?? DEFAULT_SCENARIO), note: '', created: '', author: '' },
    };
  });
  return { list, ids };

  function nameOf(name: string, at: number): string {
    if (!isName(name)) return name;
    leftOut.note('scenario-names', name, name);
    for (let number = at + 1; ; number++) {
      const free = numbered(number);
      if (taken.has(free)) continue;
      taken.add(free);
      return free;
    }
  }
}
