/** The days on which a subscription is in EST inside the window, and the monthly cycles they fall into (spec §4). */
import { type Day, type Month, firstDayOfMonth, monthOfDay, partsOfDay } from '../core/days.ts';

export interface Span {
  /** Cycles are months anchored on this day: the day after the term end. */
  readonly anchor: Day;
  /** First EST day: `s` of the spec. */
  readonly start: Day;
  /** First EST day inside the window. */
  readonly from: Day;
  /** First day that no longer counts: the end of the EST or of the window. */
  readonly stop: Day;
  /** `stop` is the end of a bridge or of the EST itself, so unused days are refunded. */
  readonly endsEarly: boolean;
}

/** The days on which an EST that starts on `start` ends by itself; undefined: it runs on. */
export interface Ends {
  readonly bridgeDays: number | undefined;
  /** A decision or a scheduled action ends an EST that is already running. */
  readonly end: Day | undefined;
}

/** The part of an EST inside a window of days `[asOf, windowEnd)`. */
export function spanOf(anchor: Day, start: Day, ends: Ends, window: { asOf: Day; end: Day }): Span {
  const own = lastDay(start, ends) ?? Infinity;
  return {
    anchor,
    start,
    from: Math.max(start, window.asOf),
    stop: Math.min(own, window.end),
    endsEarly: own <= window.end,
  };
}

/** The first day after an EST that starts on `start`; undefined: it runs on. */
export function lastDay(start: Day, { bridgeDays, end }: Ends): Day | undefined {
  if (bridgeDays === undefined) return end;
  return Math.min(start + bridgeDays, end ?? Infinity);
}

export function hasDays(span: Span): boolean {
  return span.stop > span.from;
}

/** Start days of the cycles of an anchor; cycle `k` begins in calendar month `month + k`. */
export class CycleClock {
  readonly month: Month;
  private readonly date: number;

  constructor(anchor: Day) {
    this.month = monthOfDay(anchor);
    this.date = partsOfDay(anchor).date;
  }

  /** The first day of cycle `k`, the anchor's date clamped to the month's end. */
  start(k: number): Day {
    const first = firstDayOfMonth(this.month + k);
    if (this.date <= 28) return first + this.date - 1;
    return first + Math.min(this.date, firstDayOfMonth(this.month + k + 1) - first) - 1;
  }

  /** The cycle that a day falls into. */
  cycleAt(day: Day): number {
    const k = monthOfDay(day) - this.month;
    return this.start(k) <= day ? k : k - 1;
  }
}
