/** The tree that branches make. */
import type { Branch, BranchId } from './branch.ts';

/** A branch where it stands in the tree; `depth` 0: it has no parent. */
export interface BranchNode {
  readonly branch: Branch;
  readonly depth: number;
}

/** Branches with ids of their own, without parents that are missing and without rings: what a list of them must be. */
export function soundBranches(branches: readonly Branch[]): readonly Branch[] {
  const sound: Branch[] = [];
  const ids = new Set(branches.map(({ id }) => id));
  const parents = new Map<BranchId, BranchId>();
  for (const branch of branches) {
    if (sound.some(({ id }) => id === branch.id)) continue;
    const { parent } = branch;
    const fits = parent !== undefined && ids.has(parent) && !ancestors(parent, parents).includes(branch.id);
    if (fits) parents.set(branch.id, parent);
    sound.push(fits || parent === undefined ? branch : { ...branch, parent: undefined });
  }
  return sound;
}

/** A branch and those that it comes from, nearest first. */
function ancestors(id: BranchId, parents: ReadonlyMap<BranchId, BranchId>): readonly BranchId[] {
  const line: BranchId[] = [];
  for (let at: BranchId | undefined = id; at !== undefined && !line.includes(at); at = parents.get(at)) line.push(at);
  return line;
}

function parentsOf(branches: readonly Branch[]): ReadonlyMap<BranchId, BranchId> {
  return new Map(branches.flatMap(({ id, parent }) => (parent === undefined ? [] : [[id, parent] as const])));
}

/** The nearest branch that both come from, one of the two included; undefined: only the defaults are behind both. */
export function commonAncestor(branches: readonly Branch[], one: BranchId, other: BranchId): BranchId | undefined {
  const parents = parentsOf(branches);
  const line = ancestors(other, parents);
  return ancestors(one, parents).find((id) => line.includes(id));
}

/** Each branch before its children, children of one parent in the order of the list. */
export function inTreeOrder(branches: readonly Branch[]): readonly BranchNode[] {
  const nodes: BranchNode[] = [];
  const seen = new Set<BranchId>();
  function add(branch: Branch, depth: number): void {
    if (seen.has(branch.id)) return;
    seen.add(branch.id);
    nodes.push({ branch, depth });
    for (const child of branches) if (child.parent === branch.id) add(child, depth + 1);
  }
  const ids = new Set(branches.map(({ id }) => id));
  for (const branch of branches) if (branch.parent === undefined || !ids.has(branch.parent)) add(branch, 0);
  // A ring has no beginning: it begins where it is met first.
  for (const branch of branches) add(branch, 0);
  return nodes;
}
