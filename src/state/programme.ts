/** What is said of the partner's role, and what the engine makes of it. */
import type { Programme } from '../core/obligations/programme.ts';
import { obligationsRoleText } from '../core/text/en/obligations-role.ts';
import type { Leaving, ProgrammeAnswer } from '../sim/obligations/programme/types.ts';
import { askInvoice } from './invoice-job.ts';
import type { Workbook } from './workbook.svelte.ts';

/** @param what how the history calls it */
export function sayOfProgramme({ document, gate }: Workbook, change: Partial<Programme>, what: string): void {
  const { obligations } = document;
  const programme = { ...obligations.programme, ...change };
  gate.dispatch({ kind: 'set-parts', parts: { obligations: { ...obligations, programme } }, what });
}

/** Undefined when it was cancelled, or the files have changed meanwhile. */
export function askProgramme(
  workbook: Workbook,
  leaving: Leaving,
  signal: AbortSignal,
): Promise<ProgrammeAnswer | undefined> {
  const { document, asOf, runner } = workbook;
  const { programme, packs } = document.obligations;
  const { rates } = document.scenario.fx;
  return askInvoice(workbook, obligationsRoleText.job, signal, (options) =>
    runner.run('programme', { programme, packs, asOf, rates, leaving }, options),
  );
}
