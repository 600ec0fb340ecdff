/** What the days of a week usually cost, out of other weeks: a level that may rise or fall from week to week, times the share of each weekday. */
import { WEEK } from '../forecast/methods.ts';
import { MedianPool } from './median-pool.ts';
import type { WeekGrid } from './week-grid.ts';

/** Weeks that are looked back. */
export const MOST_WEEKS = 12;
/** Of them, the nearest that say how much is used: levels change faster than the pattern of the week. */
const LEVEL_WEEKS = 8;
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

/**
 * @param past the weeks that it is taken from, the nearest first, at most `MOST_WEEKS`
 * @param isPart days without cost count like others, however many: what the whole has learned of this part
 */
export function usualOf(grid: WeekGrid, past: readonly number[], week: number, isPart: boolean): Usual | undefined {
  if (past.length < LEAST_WEEKS) return undefined;
  pool.clear();
  for (const other of past) for (let day = 0; day < WEEK; day++) pool.add(grid.at(other, day));
  const known = pool.size;
  const middle = pool.median();
  const isDaily = 2 * known >= WEEK * past.length && (isPart || middle > 0);
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
  const near = past.slice(0, LEVEL_WEEKS);
  const lineAt = robustLine(near, levelsOf(grid, near, shares));
  pool.clear();
  for (const other of near)
    for (let day = 0; day < WEEK; day++)
      pool.add(residualOf(grid.at(other, day), lineAt(other) * (shares[day] ?? NaN)));
  const factor = fittedFactor(pool.size, near.length);
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

/** How the level goes on: the line with the median slope of all pairs (Theil-Sen), or, where it has jumped, what it was since. */
function robustLine(weeks: readonly number[], levels: Float64Array): (week: number) => number {
  const known = weeks
    .map((week, place) => ({ week, level: levels[place] ?? NaN }))
    .filter(({ level }) => !Number.isNaN(level))
    .sort((a, b) => a.week - b.week);
  const middle = medianLevel(known);
  const slope = known.length < TREND_WEEKS ? 0 : medianSlope(known);
  pool.clear();
  for (const { week, level } of known) pool.add(level - slope * week);
  const base = pool.median();
  const line = (week: number): number =>
    Math.min(MOST_GROWTH * middle, Math.max(middle / MOST_GROWTH, base + slope * week));
  return steppedOf(known, line, middle) ?? line;
}

interface Level {
  readonly week: number;
  readonly level: number;
}

/** Weeks on either side of a jump. */
const STEP_WEEKS = 3;
/** A jump is looked for where levels lie off the line by more than so much of their middle, on average. */
const OFF_LINE = 0.05;
/** Two levels must be so much nearer than the line. */
const NEARER = 0.5;

/** Undefined where a line says as much. */
function steppedOf(known: readonly Level[], line: (week: number) => number, middle: number) {
  const off = known.reduce((sum, { week, level }) => sum + Math.abs(level - line(week)), 0);
  if (off <= OFF_LINE * middle * known.length) return undefined;
  let best = { off: NEARER * off, at: -1, before: 0, since: 0 };
  for (let at = STEP_WEEKS; at <= known.length - STEP_WEEKS; at++) {
    const [before, since] = [medianLevel(known.slice(0, at)), medianLevel(known.slice(at))];
    const own = known.reduce((sum, { level }, place) => sum + Math.abs(level - (place < at ? before : since)), 0);
    if (own < best.off) best = { off: own, at, before, since };
  }
  const begun = known[best.at]?.week;
  return begun === undefined ? undefined : (week: number) => (week < begun ? best.before : best.since);
}

function medianLevel(levels: readonly Level[]): number {
  pool.clear();
  for (const { level } of levels) pool.add(level);
  return pool.median();
}

function medianSlope(levels: readonly Level[]): number {
  pool.clear();
  for (const [place, from] of levels.entries())
    for (let at = place + 1; at < levels.length; at++) {
      const to = levels[at] ?? from;
      pool.add((to.level - from.level) / (to.week - from.week));
    }
  return pool.median();
}
