/** What changed between two snapshots of the open workbook. */
import type { SincePart, SinceRequest, SinceResult } from '../workers/engine-jobs.ts';
import type { Workbook } from './workbook.svelte.ts';

export type {
  ChangeKind,
  FlagCheck,
  PriceMove,
  PromotionKind,
  PromotionMove,
  SincePart,
  SinceResult,
  SubscriptionChange,
} from '../workers/engine-jobs.ts';

/** Which snapshots and which lists; scenario and window are those of the workbook. */
export type Comparison = Omit<SinceRequest, 'simulation'>;

/** Compares at the open scenario and as-of. */
export async function changesSince(workbook: Workbook, comparison: Comparison): Promise<SinceResult> {
  return workbook.runner.run('since', { ...comparison, simulation: workbook.request });
}

/** Hands over some rows of a comparison as CSV, by their place in its result. */
export async function exportSince(
  workbook: Workbook,
  comparison: Comparison,
  part: SincePart,
  rows: Uint32Array,
): Promise<void> {
  const { request: simulation, document } = workbook;
  const request = { ...comparison, simulation };
  workbook.download(await workbook.runner.run('exportSince', { request, part, rows, workbookName: document.name }));
}
