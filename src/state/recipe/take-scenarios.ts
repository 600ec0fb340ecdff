/** The scenarios of a recipe in a workbook that may have some of its own. Pure. */
import { type Branch, type BranchId, resolveBranches } from '../../core/branches/branch.ts';
import { diffScenarios, isSameScenario } from '../../core/branches/diff.ts';
import { inTreeOrder } from '../../core/branches/tree.ts';
import type { RecipeBook } from '../../core/recipe/recipe-book.ts';
import { DEFAULT_SCENARIO } from '../../core/scenario/defaults.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { freeId, freeName, withBranches } from '../branch-commands.ts';
import { branchesOf, scenariosOf } from '../branches.ts';
import type { WorkbookDocument } from '../document.ts';
import { isFresh } from './incoming.ts';

/** `theirs`: a scenario of the same name says what theirs says, unless it is frozen. `both`: theirs gets a number. */
export type ScenarioWay = 'theirs' | 'both';

type Parts = Pick<WorkbookDocument, 'scenario' | 'branches' | 'activeBranch' | 'horizonMonths' | 'compared'>;

/** @param created UTC, when they came in */
export function takeScenarios(document: WorkbookDocument, book: RecipeBook, way: ScenarioWay, created: string): Parts {
  return isFresh(document) ? asTheyAre(document, book, created) : besideMine(document, book, way, created);
}

/** In place of the only scenario, which says nothing. */
function asTheyAre(document: WorkbookDocument, { horizonMonths, scenarios }: RecipeBook, created: string): Parts {
  const { active, list, compared, reference } = scenarios;
  const branches = list.map((branch) => ({ ...branch, created }));
  return {
    ...withBranches(document, branches, active),
    horizonMonths,
    compared: { ...(compared && { chosen: compared }), ...(reference === undefined ? {} : { reference }) },
  };
}

function besideMine(document: WorkbookDocument, book: RecipeBook, way: ScenarioWay, created: string): Parts {
  const { horizonMonths, compared } = document;
  const mine = scenariosOf(document);
  const theirs = resolveBranches(book.scenarios.list);
  const branches = branchesOf(document);
  const ids = new Map<BranchId, BranchId>();
  const added: Branch[] = [];
  const replacing = new Map<BranchId, Scenario>();
  for (const { id, name, parent, ...branch } of book.scenarios.list) {
    const same = branches.find((one) => one.name === name && !replacing.has(one.id));
    const [before, after] = [same && mine.get(same.id), theirs.get(id)];
    const isReplaced = way === 'theirs' && same?.frozen === false;
    if (same && before && after && (isReplaced || isSameScenario(before, after))) {
      ids.set(id, same.id);
      if (isReplaced) replacing.set(same.id, after);
      continue;
    }
    const all = [...branches, ...added];
    const own = freeId(all);
    ids.set(id, own);
    added.push({ ...branch, id: own, name: freeName(name, all), parent, created });
  }
  const parentOf = ({ parent }: Branch): BranchId | undefined => (parent === undefined ? undefined : ids.get(parent));
  const beside = added.map((branch) => ({ ...branch, parent: parentOf(branch) }));
  return { ...withBranches(document, [...replaced(branches, replacing), ...beside]), horizonMonths, compared };
}

/** The branches, some of which say something else; each comes from the same as before. */
function replaced(branches: readonly Branch[], scenarios: ReadonlyMap<BranchId, Scenario>): readonly Branch[] {
  let list = branches;
  for (const { branch } of inTreeOrder(branches)) {
    const wanted = scenarios.get(branch.id);
    if (!wanted) continue;
    const base =
      (branch.parent === undefined ? undefined : resolveBranches(list).get(branch.parent)) ?? DEFAULT_SCENARIO;
    const now = { ...branch, diff: diffScenarios(base, wanted) };
    list = list.map((one) => (one.id === branch.id ? now : one));
  }
  return list;
}
