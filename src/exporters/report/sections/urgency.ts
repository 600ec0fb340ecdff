/** The exposed subscriptions in the order in which to look at them. */
import type { Day } from '../../../core/days.ts';
import { type Deadline, deadlineOf, urgencyOf } from '../../../core/deadline.ts';
import type { ResultRow } from '../../results/rows.ts';

export interface UrgentRow {
  readonly row: ResultRow;
  readonly deadline: Deadline;
}

/** Exposed subscriptions of one currency by money × nearness: extra cost per day left, then term end, then id. */
export function byUrgency(rows: readonly ResultRow[], currency: string, asOf: Day): readonly UrgentRow[] {
  return rows
    .filter((row) => row.exposed && row.currency === currency)
    .map((row) => ({ row, deadline: deadlineOf(row, asOf) }))
    .sort(
      (a, b) =>
        urgencyOf(b.row.amounts.extra, b.deadline) - urgencyOf(a.row.amounts.extra, a.deadline) ||
        (a.row.termEnd ?? 0) - (b.row.termEnd ?? 0),
    );
}
