/** Subscriptions that were read but have no place yet: nobody has said their market, currency or segment. */
import type { Workspace } from '../workers/engine-jobs.ts';

/** How many rows wait for an answer or for the price list that gives it. */
export function waitingRows(workspace: Pick<Workspace, 'questions'> | undefined): number {
  return (workspace?.questions ?? []).reduce((sum, { rows }) => sum + rows, 0);
}
