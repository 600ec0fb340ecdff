/** When a subscription's term end can no longer be changed, what to do next, and which one to look at first. */
import type { Day } from './days.ts';
import type { Minor } from './money.ts';

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

/** The facts about a subscription that make its deadline. */
export interface EndingRow {
  readonly outcome: string;
  readonly termEnd: Day | undefined;
}

/** The deadline of an exposed subscription. */
export function deadlineOf(row: EndingRow, asOf: Day): Deadline {
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

/** Money × nearness: the extra cost per day that is left. */
export function urgencyOf(extra: Minor, { daysLeft }: Deadline): number {
  return extra / Math.max(1, daysLeft);
}
