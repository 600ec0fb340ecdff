/**
 * What each day of a series usually costs, and how far it usually strays: medians over the weeks before it. A week is measured against
 * earlier weeks only, so what has been found stays found when later days are added; the first weeks, which have few, against the next, too.
 */
import type { Day } from '../../../core/days.ts';
import { WEEK } from '../forecast/methods.ts';
import { MedianPool } from './median-pool.ts';
import { MAD_FACTOR, MOST_WEEKS, type Usual, residualOf, usualOf } from './week-fit.ts';
import { WeekGrid } from './week-grid.ts';

/** A week with fewer weeks of the past is measured against the following ones too. */
const ENOUGH_WEEKS = 8;
/** How far back weeks with consumption are looked for. */
const FARTHEST_WEEK = 26;
/** How far the days of so many weeks strayed from what had been expected of them says how far the next will. */
const SPREAD_WEEKS = 26;
/** Days that say it: fewer in the past are filled up with the next ones. */
const SPREAD_DAYS = 56;
/** No series is steadier than so much of what it costs, however even the past was. */
const LEAST_SPREAD = 0.02;
/** On weekdays that cost nearly nothing it strays by so much of a usual day's spread. */
const QUIET_SHARE = 0.25;

export interface Baseline {
  /** NaN: nothing is known. */
  readonly expected: Float64Array;
  /** A standard deviation, robustly. */
  readonly spread: Float64Array;
}

/** @param values by day; NaN: no line of that day, which is unknown rather than nothing */
export function baselineOf(values: Float64Array, first: Day): Baseline {
  const grid = new WeekGrid(values, first);
  const usual = usualWeeks(grid, false);
  const strayed = strayedOf(grid, usual);
  const expected = new Float64Array(values.length).fill(NaN);
  const spread = new Float64Array(values.length).fill(NaN);
  for (let place = 0; place < values.length; place++) {
    const week = Math.floor((place + grid.start) / WEEK);
    const own = usual[week];
    // Of what comes now and then it isn't known on which days.
    if (!own || (!own.isDaily && Number.isNaN(values[place]))) continue;
    const usually = own.expected[(place + grid.start) % WEEK] ?? NaN;
    const relative = Math.max(LEAST_SPREAD, own.relative, strayed[week] ?? 0);
    expected[place] = usually;
    spread[place] = relative * Math.max(Math.abs(usually), QUIET_SHARE * own.level);
  }
  return { expected, spread };
}

/** What a whole expects of a part by day, zero where nothing: it has learned from the part's empty days, too. */
export function expectedOfPart(filled: Float64Array, first: Day): Float64Array {
  const grid = new WeekGrid(filled, first);
  const usual = usualWeeks(grid, true);
  return filled.map((_, at) => {
    const place = at + grid.start;
    const expected = usual[Math.floor(place / WEEK)]?.expected[place % WEEK] ?? NaN;
    return Number.isNaN(expected) ? 0 : expected;
  });
}

function usualWeeks(grid: WeekGrid, isPart: boolean): readonly (Usual | undefined)[] {
  return Array.from({ length: grid.weeks }, (_, week) => usualOf(grid, referencesOf(grid, week), week, isPart));
}

/** The weeks that a week is measured against. */
function referencesOf(grid: WeekGrid, week: number): readonly number[] {
  const found: number[] = [];
  const farthest = Math.max(0, week - FARTHEST_WEEK);
  for (let other = week - 1; other >= farthest && found.length < MOST_WEEKS; other--)
    if (grid.known(other) > 0) found.push(other);
  for (let other = week + 1; other < grid.weeks && found.length < ENOUGH_WEEKS; other++)
    if (grid.known(other) > 0) found.push(other);
  return found;
}

/** By week: the relative spread of days around what was expected of them, in the weeks before it. */
function strayedOf(grid: WeekGrid, usual: readonly (Usual | undefined)[]): Float64Array {
  const pool = new MedianPool(SPREAD_WEEKS * WEEK + SPREAD_DAYS);
  const add = (week: number): void => {
    const { expected } = usual[week] ?? {};
    if (expected) for (let day = 0; day < WEEK; day++) pool.add(residualOf(grid.at(week, day), expected[day] ?? NaN));
  };
  return Float64Array.from({ length: grid.weeks }, (_, week) => {
    pool.clear();
    for (let other = Math.max(0, week - SPREAD_WEEKS); other < week; other++) add(other);
    for (let next = week; next < grid.weeks && pool.size < SPREAD_DAYS; next++) add(next);
    return MAD_FACTOR * pool.median();
  });
}
