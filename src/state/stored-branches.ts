/** Scenarios on their way to and from the store. The active one is stored as a whole, beside the document's name and dates. */
import { BASE_BRANCH, type Branch } from '../core/branches/branch.ts';
import { NO_DIFFERENCE } from '../core/branches/diff.ts';
import { readBranches, writeBranch } from '../core/branches/stored.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { BranchParts } from './branches.ts';
import { isFields } from './stored-parts.ts';

/** The name of the setting. */
export const BRANCHES = 'branches';

const written = new WeakMap<Branch, object>();

/** Branches that did not change are written once. */
function writeOnce(branch: Branch): object {
  const known = written.get(branch) ?? writeBranch(branch);
  written.set(branch, known);
  return known;
}

export function writeBranchParts({ scenario, branches, activeBranch }: BranchParts): object {
  const list = branches.map((branch) => {
    if (branch.id !== activeBranch) return writeOnce(branch);
    return writeBranch({ ...branch, name: scenario.name, diff: branch.frozen ? branch.diff : NO_DIFFERENCE });
  });
  return { active: activeBranch, list };
}

/** Workbooks of before there were branches hold one, with the stored scenario. */
export function readBranchParts(value: unknown, scenario: Scenario): BranchParts {
  const stored = isFields(value) ? readBranches(value['list']) : [];
  const branches = stored.length > 0 ? stored : [{ ...BASE_BRANCH, name: scenario.name }];
  const active = branches.find(({ id }) => isFields(value) && id === value['active']) ?? branches[0] ?? BASE_BRANCH;
  return { scenario, branches, activeBranch: active.id };
}
