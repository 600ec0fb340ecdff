/** All scenarios of a workbook, frozen ones too, without a customer. */
import type { Branch } from '../../core/branches/branch.ts';
import { diffScenarios } from '../../core/branches/diff.ts';
import { erasedScenario } from '../../core/erase/erased-scenario.ts';
import type { Eraser } from '../../core/erase/eraser.ts';
import { DEFAULT_SCENARIO } from '../../core/scenario/defaults.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { eraseText } from '../../core/text/en/erase.ts';
import { freeName } from '../branch-commands.ts';
import { type BranchParts, branchesOf, scenariosOf } from '../branches.ts';

export function erasedBranches(parts: BranchParts, eraser: Eraser): BranchParts {
  const before = branchesOf(parts);
  const scenarios = scenariosOf(parts);
  const erased = new Map<string, Scenario>();
  const names: Branch[] = [];
  for (const branch of before) {
    const scenario = scenarios.get(branch.id) ?? DEFAULT_SCENARIO;
    const next = erasedScenario(scenario, eraser, freeName(eraseText.scenario, [...before, ...names]));
    if (next.name !== scenario.name) names.push({ ...branch, name: next.name });
    erased.set(branch.id, next);
  }
  const branches = before.map((branch): Branch => {
    const { id, parent, frozen, note, author } = branch;
    const scenario = erased.get(id) ?? DEFAULT_SCENARIO;
    const base = (frozen || parent === undefined ? undefined : erased.get(parent)) ?? DEFAULT_SCENARIO;
    return {
      ...branch,
      name: scenario.name,
      diff: diffScenarios(base, scenario),
      note: eraser.text('notes', note),
      author: eraser.text('notes', author),
    };
  });
  return { scenario: erased.get(parts.activeBranch) ?? parts.scenario, branches, activeBranch: parts.activeBranch };
}
