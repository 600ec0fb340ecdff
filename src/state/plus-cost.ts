/** What entry to CSPP Plus may cost, as the engine draws it. */
import type { PlusCost, PlusCostRequest } from '../sim/obligations/types.ts';
import type { Workbook } from './workbook.svelte.ts';

/** Throws what the engine throws; rejects with the signal's reason when it is cancelled. */
export function plusCostOf({ runner }: Workbook, request: PlusCostRequest, signal: AbortSignal): Promise<PlusCost> {
  return runner.run('plusCost', request, { signal });
}
