/** The moments around a term end at which something can no longer, or still, be changed. Everything happens at 00:00 UTC. */
import type { Day } from './days.ts';

/** Each day stands for its 00:00 UTC. */
export interface Locks {
  /** Scheduled changes lock: 24 hours before the term is over, which is at the end of its last day. */
  readonly locksAt: Day;
  /** The renewal job begins. */
  readonly renewsFrom: Day;
  /** The job may take 24 hours. */
  readonly renewedBy: Day;
  /** The 7 days in which a renewal can be cancelled or cut are over, counted from the beginning of the job. */
  readonly windowEnds: Day;
}

/**
 * Where as-of lies: `open` before the lock, `locked` on the last day of the term, `renewing` on the day after it, `window` while seats
 * can still be cut, then `past`.
 */
export type LockPhase = 'open' | 'locked' | 'renewing' | 'window' | 'past';

const WINDOW_DAYS = 7;

/** The moments of a term that ends with the day `termEnd`. */
export function locksOf(termEnd: Day): Locks {
  const renewsFrom = termEnd + 1;
  return { locksAt: termEnd, renewsFrom, renewedBy: renewsFrom + 1, windowEnds: renewsFrom + WINDOW_DAYS };
}

/** Where a day lies among the moments of a term. */
export function lockPhase(termEnd: Day, asOf: Day): LockPhase {
  const { locksAt, renewsFrom, windowEnds } = locksOf(termEnd);
  if (asOf < locksAt) return 'open';
  if (asOf < renewsFrom) return 'locked';
  if (asOf === renewsFrom) return 'renewing';
  return asOf < windowEnds ? 'window' : 'past';
}
