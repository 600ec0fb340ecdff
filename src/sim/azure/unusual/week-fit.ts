/** What the days of a week usually cost, out of other weeks: a level that may rise or fall from week to week, times the share of each weekday. */
import { WEEK } from '../forecast/methods.ts';
import { MedianPool } from './median-pool.ts';
import type { WeekGrid } from './week-grid.ts';

/** Weeks that are looked back. */
export const MOST_WEEKS = 8;
/** Below, nothing is known to be usual. */
export const LEAST_WEEKS = 3;
/** A slope out of fewer weeks is mostly chance. */
const TREND_WEEKS = 6;
/** The trend goes on, but not beyond so many times the level of the weeks. */
const MOST_GROWTH = 2;
/** Days with consumption that a series without a weekly pattern must have. */
const LEAST_VALUES = 5;
/** On a quiet weekday something is used in so many weeks at most. */
const QUIET_WEEKS = 0.15;
/** Of normal errors: the standard deviation is so many median absolute deviations. */
export const MAD_FACTOR = 1.4826;

export interface Usual {
  /** By weekday; NaN: unknown. */
  readonly expected: Float64Array;
  /** A standard deviation of the weeks it was taken from, as a share. */
  readonly relative: number;
  /** Of a usual day. */
  readonly level: number;
  /** It comes on most days; otherwise it isn't known on which. */
  readonly isDaily: boolean;
}

const pool = new MedianPool(MOST_WEEKS * WEEK);

/** @param past the weeks that it is taken from, at most `MOST_WEEKS` */
export function usualOf(grid: WeekGrid, past: readonly number[], week: number): Usual | undefined {
  if (past.length < LEAST_WEEKS) return undefined;
  pool.clear();
  for (const other of past) for (let day = 0; day < WEEK; day++) pool.add(grid.at(other, day));
  const known = pool.size;
  const middle = pool.median();
  const isDaily = 2 * known >= WEEK * past.length && middle > 0;
  if (isDaily) return dailyUsual(grid, past, week);
  return known < LEAST_VALUES ? undefined : sparseUsual(grid, past, middle);
}

/** Of what comes now and then: the middle of what it cost when it came. */
function sparseUsual(grid: WeekGrid, past: readonly number[], middle: number): Usual {
  pool.clear();
  for (const other of past) for (let day = 0; day < WEEK; day++) pool.add(Math.abs(grid.at(other, day) - middle));
  const level = Math.abs(middle);
  const relative = level === 0 ? 0 : (MAD_FACTOR * pool.median()) / level;
  return { expected: new Float64Array(WEEK).fill(middle), relative, level, isDaily: false };
}

function dailyUsual(grid: WeekGrid, past: readonly number[], week: number): Usual {
  const rough = levelsOf(grid, past, new Float64Array(WEEK).fill(1));
  // The level of a week of which some days are unknown is off until the shares of those that are known are.
  const shares = sharesOf(grid, past, levelsOf(grid, past, sharesOf(grid, past, rough)));
  const lineAt = robustLine(past, levelsOf(grid, past, shares));
  pool.clear();
  for (const other of past)
    for (let day = 0; day < WEEK; day++)
      pool.add(residualOf(grid.at(other, day), lineAt(other) * (shares[day] ?? NaN)));
  const factor = fittedFactor(pool.size, past.length);
  const level = lineAt(week);
  return {
    expected: shares.map((share) => level * share),
    relative: MAD_FACTOR * factor * pool.median(),
    ...{ level, isDaily: true },
  };
}

/** How far a day lies from what was expected, as a share of that; NaN where nothing was. */
export function residualOf(value: number, usual: number): number {
  return usual > 0 ? Math.abs(value / usual - 1) : NaN;
}

/** Residuals of days that the medians were taken from are smaller than those of days to come: a level each week, a share each weekday. */
function fittedFactor(days: number, weeks: number): number {
  return Math.sqrt(days / Math.max(1, days - weeks - WEEK + 1));
}

/** By weekday: its share of the level of its week. NaN: seen too seldom to say. */
function sharesOf(grid: WeekGrid, past: readonly number[], levels: Float64Array): Float64Array {
  const whole = past.filter((other) => 2 * grid.known(other) > WEEK);
  return Float64Array.from({ length: WEEK }, (_, day) => {
    const often = whole.reduce((sum, other) => sum + (Number.isNaN(grid.at(other, day)) ? 0 : 1), 0);
    // A weekday on which nothing is used; gaps, of which there may be several, leave some out.
    if (whole.length > LEAST_WEEKS && often <= QUIET_WEEKS * whole.length) return 0;
    pool.clear();
    for (const [place, other] of past.entries()) addShare(grid.at(other, day), levels[place] ?? NaN);
    return pool.size >= LEAST_WEEKS ? pool.median() : NaN;
  });
}

/** By place of the week: the middle of what its days would be without their shares; NaN: none is known. */
function levelsOf(grid: WeekGrid, past: readonly number[], shares: Float64Array): Float64Array {
  return Float64Array.from(past, (other) => {
    pool.clear();
    for (let day = 0; day < WEEK; day++) addShare(grid.at(other, day), shares[day] ?? NaN);
    return pool.size > 0 ? pool.median() : NaN;
  });
}

function addShare(value: number, whole: number): void {
  if (whole > 0) pool.add(value / whole);
}

/** The line with the median slope of all pairs (Theil-Sen); level where there are few weeks. */
function robustLine(weeks: readonly number[], levels: Float64Array): (week: number) => number {
  pool.clear();
  for (const level of levels) pool.add(level);
  const isShort = pool.size < TREND_WEEKS;
  const middle = pool.median();
  const slope = isShort ? 0 : medianSlope(weeks, levels);
  pool.clear();
  for (const [place, week] of weeks.entries()) pool.add((levels[place] ?? NaN) - slope * week);
  const base = pool.median();
  return (week) => Math.min(MOST_GROWTH * middle, Math.max(middle / MOST_GROWTH, base + slope * week));
}

function medianSlope(weeks: readonly number[], levels: Float64Array): number {
  pool.clear();
  for (let from = 0; from < weeks.length; from++)
    for (let to = from + 1; to < weeks.length; to++)
      pool.add(((levels[to] ?? NaN) - (levels[from] ?? NaN)) / ((weeks[to] ?? 0) - (weeks[from] ?? 0)));
  return pool.median();
}
