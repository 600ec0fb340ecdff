/** Changes of what the scenario says about Azure. */
import type { AzureAssumptions } from '../../../core/scenario/azure.ts';
import type { Workbook } from '../../../state/workbook.svelte.ts';

/** Writes a part of it as one step of the history. */
export function changeAzure(workbook: Workbook, part: Partial<AzureAssumptions>, what: string): void {
  const { azure } = workbook.document.scenario;
  workbook.gate.dispatch({ kind: 'set-assumptions', change: { azure: { ...azure, ...part } }, what });
}
