/** When a subscription's term end can no longer be changed, what to do next, and which one to look at first. */
import type { Day } from '../../core/days.ts';
import type { ResultRow } from '../results/rows.ts';

export type NextStep = 'decide' | 'decide-now' | 'confirm' | 'in-est' | 'locked';

export interface Deadline {
  /**
   * The day at whose 00:00 UTC the term end locks: the term end itself. The term is over at 00:00 UTC of the day after,
   * and changes have to be made 24 hours before. Undefined for rows in EST, which can be ended any day.
   */
  readonly locksAt: Day | undefined;
  /** Whole days from as-of to the lock; 0 when it has locked. */
  readonly daysLeft: number;
  readonly nextStep: NextStep;
}

/** Decisions nearer than this are for now. */
const SOON_DAYS = 14;

/** The deadline of an exposed subscription. */
export function deadlineOf(row: Pick<ResultRow, 'outcome' | 'termEnd'>, asOf: Day): Deadline {
  if (row.outcome === 'in-est' || row.termEnd === undefined) {
    return { locksAt: undefined, daysLeft: 0, nextStep: 'in-est' };
  }
  const daysLeft = Math.max(0, row.termEnd - asOf);
  return { locksAt: row.termEnd, daysLeft, nextStep: nextStep(row.outcome, daysLeft) };
}

function nextStep(outcome: string, daysLeft: number): NextStep {
  if (daysLeft === 0) return 'locked';
  if (outcome === 'est-chosen') return 'confirm';
  return daysLeft <= SOON_DAYS ? 'decide-now' : 'decide';
}

export interface UrgentRow {
  readonly row: ResultRow;
  readonly deadline: Deadline;
}

/** Exposed subscriptions of one currency by money × nearness: extra cost per day left, then term end, then id. */
export function byUrgency(rows: readonly ResultRow[], currency: string, asOf: Day): readonly UrgentRow[] {
  return rows
    .filter((row) => row.exposed && row.currency === currency)
    .map((row) => ({ row, deadline: deadlineOf(row, asOf) }))
    .sort((a, b) => score(b) - score(a) || (a.row.termEnd ?? 0) - (b.row.termEnd ?? 0));
}

function score({ row, deadline }: UrgentRow): number {
  return row.amounts.extra / Math.max(1, deadline.daysLeft);
}
