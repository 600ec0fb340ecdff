/** A scenario as a file, and a file as a scenario. */
import { readScenarioFile } from '../../core/scenario/read.ts';
import { writeScenario } from '../../core/scenario/write.ts';
import { tableFileName } from '../../core/file-name.ts';
import { diagnosticMessage } from '../../core/text/diagnostics.ts';
import { openScenario } from '../../state/branch-steps.ts';
import type { NamedScenario } from '../../state/branches.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';

/** Hands a scenario to the user: everything that it says, and the name of the one that it comes from. */
export function saveScenario(workbook: Workbook, { name, scenario }: NamedScenario, parent: string | undefined): void {
  const bytes = new TextEncoder().encode(writeScenario({ ...scenario, name }, parent));
  workbook.download({
    name: tableFileName(name, 'json', workbook.asOf, workbook.document.name),
    type: 'application/json',
    bytes,
  });
}

/** Opens a scenario file as a scenario; gives what is wrong with it, in words. */
export async function openScenarioFile(workbook: Workbook, file: File): Promise<readonly string[]> {
  const read = readScenarioFile(await file.text());
  if (!read.ok) return read.error.map(({ code, params }) => diagnosticMessage(code, params));
  workbook.gate.dispatch(openScenario(workbook, read.value.scenario, read.value.parent));
  return [];
}
