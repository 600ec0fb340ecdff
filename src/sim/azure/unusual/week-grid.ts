/** A daily series in weeks from Monday to Sunday. */
import type { Day } from '../../../core/days.ts';
import { WEEK } from '../forecast/methods.ts';

const MONDAY_OF_EPOCH = 3;

/** Monday is 0. */
export function weekdayOf(day: Day): number {
  return (((day + MONDAY_OF_EPOCH) % WEEK) + WEEK) % WEEK;
}

export class WeekGrid {
  readonly weeks: number;
  /** Weekday of the series' first day. */
  readonly start: number;
  private readonly values: Float64Array;
  private readonly knownDays: Uint8Array;

  constructor(series: Float64Array, first: Day) {
    this.start = weekdayOf(first);
    this.weeks = Math.ceil((this.start + series.length) / WEEK);
    this.values = new Float64Array(this.weeks * WEEK).fill(NaN);
    this.values.set(series, this.start);
    this.knownDays = new Uint8Array(this.weeks);
    for (const [at, value] of this.values.entries())
      if (!Number.isNaN(value)) this.knownDays[Math.floor(at / WEEK)] = this.known(Math.floor(at / WEEK)) + 1;
  }

  /** NaN: unknown. */
  at(week: number, weekday: number): number {
    return this.values[week * WEEK + weekday] ?? NaN;
  }

  /** How many days of a week are known. */
  known(week: number): number {
    return this.knownDays[week] ?? 0;
  }
}
