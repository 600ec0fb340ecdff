/** What is said of the partner's role, and what the engine makes of it. */
import type { Programme } from '../core/obligations/programme.ts';
import type { Leaving, ProgrammeAnswer } from '../sim/obligations/programme/types.ts';
import type { Workbook } from './workbook.svelte.ts';

/** @param what how the history calls it */
export function sayOfProgramme({ document, gate }: Workbook, change: Partial<Programme>, what: string): void {
  const { obligations } = document;
  const programme = { ...obligations.programme, ...change };
  gate.dispatch({ kind: 'set-parts', parts: { obligations: { ...obligations, programme } }, what });
}

/** Undefined when the files have changed meanwhile. */
export async function askProgramme(workbook: Workbook, leaving: Leaving): Promise<ProgrammeAnswer | undefined> {
  const { document, asOf, workspace } = workbook;
  const { programme, packs } = document.obligations;
  const { rates } = document.scenario.fx;
  const before = workspace?.revision;
  const { revision, answer } = await workbook.runner.run('programme', { programme, packs, asOf, rates, leaving });
  return before === undefined || revision === workbook.workspace?.revision ? answer : undefined;
}
