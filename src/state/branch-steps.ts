/** The steps of scenarios with their names in the history. */
import type { BranchId } from '../core/branches/branch.ts';
import { isSameScenario } from '../core/branches/diff.ts';
import type { MergeSide } from '../core/branches/merge.ts';
import { DEFAULT_SCENARIO } from '../core/scenario/defaults.ts';
import type { AssumptionPath } from '../core/scenario/notes.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { scenariosText } from '../core/text/en/scenarios.ts';
import type { BranchCommand } from './branch-commands.ts';
import { branchesOf } from './branches.ts';
import type { Command, WorkbookDocument } from './document.ts';

const text = scenariosText.steps;

/** The workbook whose scenarios are changed, and its clock. */
interface Stepping {
  readonly document: WorkbookDocument;
  readonly gate: { readonly now: () => number };
}

const madeBy = ({ document, gate }: Stepping): { readonly author: string; readonly at: string } => ({
  author: document.author,
  at: new Date(gate.now()).toISOString(),
});

/** What a scenario is called; '' when it is not there. */
export function nameOfBranch(document: WorkbookDocument, id: BranchId): string {
  return branchesOf(document).find((branch) => branch.id === id)?.name ?? '';
}

/** A new scenario that says what another says, and is shown. */
export function addBranch(workbook: Stepping, from: BranchId, name: string): BranchCommand {
  return { kind: 'add-branch', from, name, what: text.add(name.trim()), ...madeBy(workbook) };
}

/**
 * A scenario of a file: it takes the place of the only one while that says nothing yet, and becomes one of its own otherwise.
 * @param parent the name of the scenario that it came from, as its file says
 */
export function openScenario(workbook: Stepping, scenario: Scenario, parent?: string): Command {
  const [only, ...others] = branchesOf(workbook.document);
  const isNew = others.length === 0 && only?.frozen === false;
  if (isNew && isSameScenario(workbook.document.scenario, DEFAULT_SCENARIO)) return { kind: 'set-scenario', scenario };
  return { kind: 'import-branch', scenario, parent, what: text.import(scenario.name), ...madeBy(workbook) };
}

export function renameBranch(id: BranchId, name: string): BranchCommand {
  return { kind: 'rename-branch', id, name, what: text.rename(name.trim()) };
}

export function noteBranch(document: WorkbookDocument, id: BranchId, note: string): BranchCommand {
  return { kind: 'note-branch', id, note, what: text.note(nameOfBranch(document, id)) };
}

/** Up (−1) or down (1) among the scenarios that come from the same one. */
export function moveBranch(document: WorkbookDocument, id: BranchId, by: -1 | 1): BranchCommand {
  return { kind: 'move-branch', id, by, what: text.move(nameOfBranch(document, id)) };
}

export function deleteBranch(document: WorkbookDocument, id: BranchId): BranchCommand {
  return { kind: 'delete-branch', id, what: text.delete(nameOfBranch(document, id)) };
}

export function switchBranch(document: WorkbookDocument, id: BranchId): BranchCommand {
  return { kind: 'switch-branch', id, what: text.switch(nameOfBranch(document, id)) };
}

/** @param choices by path, for what both have changed: `ours` is what `into` says */
export function mergeBranches(
  document: WorkbookDocument,
  from: BranchId,
  into: BranchId,
  choices: ReadonlyMap<AssumptionPath, MergeSide>,
): BranchCommand {
  const what = text.merge(nameOfBranch(document, from), nameOfBranch(document, into));
  return { kind: 'merge-branches', from, into, choices, what };
}

export function freezeBranch(document: WorkbookDocument, id: BranchId, frozen: boolean): BranchCommand {
  const what = (frozen ? text.freeze : text.unfreeze)(nameOfBranch(document, id));
  return { kind: 'freeze-branch', id, frozen, what };
}
