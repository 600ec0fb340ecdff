/** How far what comes may lie from its forecast, out of what the backtest missed. */
import { WEEK } from './methods.ts';
import type { Backtest } from './backtest.ts';

/** Half the width of the bounds of 80 and of 95 in 100. */
export interface Width {
  readonly p80: number;
  readonly p95: number;
}

export interface Widths {
  /** Of the sum of the last `own` of the next `reach` days. */
  sum(own: number, reach: number): Width;
  /** Of the day that is so many days ahead, 1 the next. */
  day(ahead: number): Width;
}

/** Quantiles of the normal distribution. */
const NORMAL = { p80: 1.2815515655446004, p95: 1.959963984540054 } as const;

/**
 * Bounds out of the squares of what a backtest missed. Beyond the days that it tested, errors are taken to be those of a
 * level that wanders: a day's grow with the root of the days ahead, and they last, so that those of a sum add up.
 * @param weekly the standard deviation of a day from the same of the week before, for a series that was too short to test
 * @param weeks of such a series
 */
export function widthsOf(tested: Backtest | undefined, weekly: number, weeks: number): Widths {
  if (!tested) return untested(weekly, weeks);
  const { missed, days: most } = tested;
  const sums = Array.from({ length: most }, (_, day) => rootOfSquares(missed, day + 1));
  const single = rootOfMean(missed.flatMap((errors) => [...errors]));
  // Those of origins that are closer than the days tested are no errors of their own.
  const of = scaled(((tested.origins - 1) * WEEK) / most + 1);
  return {
    sum: (own, reach) => {
      const known = Math.min(own, most);
      if (known <= 0) return of(0);
      // The wandering level's variance over a sum of n days that begin after m days: n²(m + n/3).
      const further = (reach - own + own / 3) / (known / 3);
      return of((sums[known - 1] ?? 0) * (own / known) * Math.sqrt(Math.max(1, further)));
    },
    day: (ahead) => of(single * Math.sqrt(Math.max(1, ahead / (most / 2)))),
  };
}

/** Of a last week that is repeated: what one differs from the next, for each that comes. */
function untested(weekly: number, weeks: number): Widths {
  const of = scaled(weeks - 1);
  const growth = (reach: number): number => Math.sqrt(Math.max(1, reach / (4 * WEEK)));
  return {
    sum: (own, reach) => of((weekly / Math.sqrt(WEEK)) * own * growth(reach)),
    day: (ahead) => of(weekly * growth(ahead)),
  };
}

/**
 * Student's t instead of the normal quantile (Abramowitz and Stegun 26.7.5), two degrees of freedom at least: few errors say
 * little about the rare ones.
 */
function scaled(degrees: number): (size: number) => Width {
  const freedom = Math.max(2, degrees);
  const student = (z: number): number => {
    const square = z * z;
    return z * (1 + (square + 1) / (4 * freedom) + (5 * square * square + 16 * square + 3) / (96 * freedom * freedom));
  };
  const [p80, p95] = [student(NORMAL.p80), student(NORMAL.p95)];
  return (size) => ({ p80: p80 * size, p95: p95 * size });
}

/** Of the errors of sums over the first days, by origin. */
function rootOfSquares(missed: readonly Float64Array[], days: number): number {
  return rootOfMean(missed.map((errors) => errors.subarray(0, days).reduce((sum, error) => sum + error, 0)));
}

function rootOfMean(errors: readonly number[]): number {
  return Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / Math.max(1, errors.length));
}
