/** What screens ask the engine about the datasets. */
import type { Reject } from '../storage/rejects.ts';
import { storeErrorText } from '../storage/store-error.ts';
import type { PlantedTraps } from '../workers/engine-jobs.ts';
import type { Workbook } from './workbook.svelte.ts';

/** The first rejected rows of a dataset; none when they cannot be read, which `troubles` says. */
export async function rejectsOf(workbook: Workbook, id: string, limit: number): Promise<readonly Reject[]> {
  const rejects = await workbook.runner.run('rejects', { id, limit });
  if (!('kind' in rejects)) return rejects;
  workbook.troubles = [storeErrorText(rejects)];
  return [];
}

/** What is planted in the sample portfolio. */
export async function trapsOf({ runner, asOf }: Workbook): Promise<PlantedTraps> {
  return runner.run('traps', { asOf });
}
