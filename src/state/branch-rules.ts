/** What may not be changed: a frozen scenario stays as it is until it is unfrozen. */
import type { Branch, BranchId } from '../core/branches/branch.ts';
import { isSameScenario } from '../core/branches/diff.ts';
import { scenariosText } from '../core/text/en/scenarios.ts';
import type { BranchParts } from './branches.ts';

/** Why a change is refused, and the scenario that it would change. */
export interface Refusal {
  readonly reason: string;
  readonly branch: BranchId;
}

/** Why a change may not be made; undefined: it may. */
export function refusalOf(before: BranchParts, after: BranchParts): Refusal | undefined {
  if (before.scenario === after.scenario && before.branches === after.branches) return undefined;
  const changed = before.branches.find((branch) => branch.frozen && !isUntouched(branch, before, after));
  return changed && { reason: scenariosText.frozen(changed.name), branch: changed.id };
}

function isUntouched({ id, name, diff }: Branch, before: BranchParts, after: BranchParts): boolean {
  const now = after.branches.find((branch) => branch.id === id);
  if (!now) return false;
  if (!now.frozen) return true;
  const isActive = before.activeBranch === id && after.activeBranch === id;
  if (isActive && before.scenario !== after.scenario)
    return before.scenario.name === after.scenario.name && isSameScenario(before.scenario, after.scenario);
  return now.name === name && now.diff === diff;
}
