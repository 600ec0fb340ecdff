/** Action packs and the linter over the open workbook. Files only: nothing is sent. */
import type { LintResult } from '../core/actions/lint.ts';
import type { PackChoices } from '../core/actions/pack-choices.ts';
import { actionsText } from '../core/text/en/actions.ts';
import type { ActionPackRequest, PlannedRow } from '../workers/actions-jobs.ts';
import type { Workbook } from './workbook.svelte.ts';

export type { PlannedRow, RequestSummary } from '../workers/actions-jobs.ts';

type Ids = readonly string[] | undefined;

function requestFor({ request, document }: Workbook, ids: Ids, choices: PackChoices): ActionPackRequest {
  return { actions: { simulation: request, ids }, choices, workbookName: document.name };
}

/** What the subscriptions of these ids get; without ids all that are decided. */
export async function planActions(workbook: Workbook, ids: Ids, choices: PackChoices): Promise<readonly PlannedRow[]> {
  return workbook.runner.run('actionPlan', requestFor(workbook, ids, choices));
}

/** Hands the pack to the user as a file. */
export async function saveActionPack(workbook: Workbook, ids: Ids, choices: PackChoices): Promise<void> {
  const { jobs, runner, download } = workbook;
  const request = requestFor(workbook, ids, choices);
  const file = await jobs.run(actionsText.pack.saving, (signal) => runner.run('actionPack', request, { signal }));
  if (file) download(file);
}

/** What is wrong in a text of JSON. */
export async function lintJson({ runner, request }: Workbook, text: string): Promise<LintResult> {
  return runner.run('lintActions', { text, simulation: request });
}
