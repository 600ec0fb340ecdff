/**
 * What each day of a series usually costs, and how far it usually strays: medians over the weeks before it. A week is measured against
 * earlier weeks only, so what has been found stays found when later days are added; the first weeks, which have none, against the next.
 */
import type { Day } from '../../../core/days.ts';
import { WEEK, medianOf } from '../forecast/methods.ts';

/** Weeks that are looked back. */
const MOST_WEEKS = 8;
/** A week with fewer weeks of the past is measured against the following ones too. */
const ENOUGH_WEEKS = 6;
/** Below, nothing is known to be usual. */
const LEAST_WEEKS = 3;
/** How far back weeks with consumption are looked for. */
const FARTHEST_WEEK = 26;
/** A slope out of fewer weeks is mostly chance. */
const TREND_WEEKS = 6;
/** Days with consumption that a series without a weekly pattern must have. */
const LEAST_VALUES = 5;
/** On a quiet weekday something is used in so many weeks at most. */
const QUIET_WEEKS = 0.15;
/** Of normal errors: the standard deviation is so many median absolute deviations. */
const MAD_FACTOR = 1.4826;
/** How far the days of so many weeks strayed from what had been expected of them says how far the next will. */
const SPREAD_WEEKS = 26;
/** Days that say it: fewer in the past are filled up with the next ones. */
const SPREAD_DAYS = 56;
/** No series is steadier than so much of what it costs, however even the past was. */
const LEAST_SPREAD = 0.02;
/** On weekdays that cost nearly nothing it strays by so much of a usual day's spread. */
const QUIET_SHARE = 0.25;
/** The trend of some weeks goes on, but not beyond so many times their level. */
const MOST_GROWTH = 2;
const MONDAY_OF_EPOCH = 3;

export interface Baseline {
  /** NaN: nothing is known. */
  readonly expected: Float64Array;
  /** A standard deviation, robustly. */
  readonly spread: Float64Array;
}

/** Monday is 0. */
export function weekdayOf(day: Day): number {
  return (((day + MONDAY_OF_EPOCH) % WEEK) + WEEK) % WEEK;
}

/** @param values by day; NaN: no line of that day, which is unknown rather than nothing */
export function baselineOf(values: Float64Array, first: Day): Baseline {
  const start = weekdayOf(first);
  const weeks = weeksOf(values, start);
  const usual = weeks.map((_, at) => {
    const past = referencesOf(weeks, at);
    return past.length >= LEAST_WEEKS ? usualOf(past, at) : undefined;
  });
  const strayed = strayedOf(weeks, usual);
  const expected = new Float64Array(values.length).fill(NaN);
  const spread = new Float64Array(values.length).fill(NaN);
  for (const [place, value] of values.entries()) {
    const at = Math.floor((place + start) / WEEK);
    const own = usual[at];
    // Of what comes now and then it isn't known on which days.
    if (!own || (!own.isDaily && Number.isNaN(value))) continue;
    const usually = own.expected[(place + start) % WEEK] ?? NaN;
    expected[place] = usually;
    spread[place] = Math.max(own.relative, strayed[at] ?? 0) * Math.max(Math.abs(usually), QUIET_SHARE * own.level);
  }
  return { expected, spread };
}

/** By week: the relative spread of days around what was expected of them, in the weeks before it. */
function strayedOf(weeks: readonly Week[], usual: readonly (Usual | undefined)[]): readonly number[] {
  const residuals = weeks.map(({ values }, at) =>
    values.flatMap((value, weekday) => residualOf(value, usual[at]?.expected[weekday])),
  );
  return weeks.map((_, at) => {
    const seen = residuals.slice(Math.max(0, at - SPREAD_WEEKS), at).flat();
    for (let next = at; next < weeks.length && seen.length < SPREAD_DAYS; next++) seen.push(...(residuals[next] ?? []));
    return MAD_FACTOR * medianOf(seen);
  });
}

/** Relative, without its sign. */
function residualOf(value: number, usual: number | undefined): readonly number[] {
  return Number.isNaN(value) || usual === undefined || !(usual > 0) ? [] : [Math.abs(value / usual - 1)];
}

interface Week {
  readonly at: number;
  /** By weekday. */
  readonly values: readonly number[];
  /** Those that are known. */
  readonly known: readonly number[];
}

function weeksOf(values: Float64Array, start: number): readonly Week[] {
  return Array.from({ length: Math.ceil((start + values.length) / WEEK) }, (_, at) => {
    const own = Array.from({ length: WEEK }, (__, weekday) => values[at * WEEK + weekday - start] ?? NaN);
    return { at, values: own, known: own.filter((value) => !Number.isNaN(value)) };
  });
}

/** The weeks that a week is measured against. */
function referencesOf(weeks: readonly Week[], at: number): readonly Week[] {
  const found: Week[] = [];
  for (let other = at - 1; other >= Math.max(0, at - FARTHEST_WEEK) && found.length < MOST_WEEKS; other--)
    takeWeek(found, weeks[other]);
  for (let other = at + 1; other < weeks.length && found.length < ENOUGH_WEEKS; other++) takeWeek(found, weeks[other]);
  return found;
}

function takeWeek(found: Week[], week: Week | undefined): void {
  if (week && week.known.length > 0) found.push(week);
}

interface Usual {
  /** By weekday; NaN: unknown. */
  readonly expected: readonly number[];
  /** A standard deviation of the weeks it was taken from, as a share. */
  readonly relative: number;
  /** Of a usual day. */
  readonly level: number;
  readonly isDaily: boolean;
}

function usualOf(past: readonly Week[], at: number): Usual | undefined {
  const known = past.flatMap((week) => week.known);
  const isDaily = 2 * known.length >= WEEK * past.length && medianOf(known) > 0;
  return isDaily ? dailyUsual(past, at) : sparseUsual(known);
}

/** Of what comes now and then: the middle of what it cost when it came. */
function sparseUsual(known: readonly number[]): Usual | undefined {
  if (known.length < LEAST_VALUES) return undefined;
  const level = medianOf(known);
  const deviation = medianOf(known.map((value) => Math.abs(value - level)));
  const relative = level === 0 ? 0 : Math.max(LEAST_SPREAD, (MAD_FACTOR * deviation) / Math.abs(level));
  return { expected: Array<number>(WEEK).fill(level), relative, level: Math.abs(level), isDaily: false };
}

/** A level that may rise or fall from week to week, times the share of each weekday. */
function dailyUsual(past: readonly Week[], at: number): Usual {
  const rough = past.map(({ known }) => medianOf(known));
  // The level of a week of which some days are unknown is off until the shares of those that are known are.
  const shares = sharesOf(past, levelsOf(past, sharesOf(past, rough)));
  const levels = levelsOf(past, shares);
  const line = robustLine(past.flatMap((week, place) => levelAt(week, levels[place])));
  const residuals = past.flatMap((week) =>
    week.values.flatMap((value, weekday) => residualOf(value, line(week.at) * (shares[weekday] ?? NaN))),
  );
  const level = line(at);
  return {
    expected: shares.map((share) => level * share),
    relative: Math.max(LEAST_SPREAD, MAD_FACTOR * fittedFactor(residuals.length, past.length) * medianOf(residuals)),
    ...{ level, isDaily: true },
  };
}

/** Residuals of days that the medians were taken from are smaller than those of the days to come: a level each week, a share each weekday. */
function fittedFactor(days: number, weeks: number): number {
  return Math.sqrt(days / Math.max(1, days - weeks - WEEK + 1));
}

/** By weekday: its share of the level of its week. NaN: seen too seldom to say. */
function sharesOf(past: readonly Week[], levels: readonly number[]): readonly number[] {
  const whole = past.filter(({ known }) => 2 * known.length > WEEK);
  return Array.from({ length: WEEK }, (_, weekday) => {
    const seen = past.flatMap(({ values }, place) => shareOf(values[weekday], levels[place]));
    const often = whole.filter(({ values }) => !Number.isNaN(values[weekday])).length;
    // A weekday on which nothing is used; gaps, of which there may be several, leave some out.
    if (whole.length > LEAST_WEEKS && often <= QUIET_WEEKS * whole.length) return 0;
    return seen.length >= LEAST_WEEKS ? medianOf(seen) : NaN;
  });
}

/** By week: the middle of what its days would be without their shares; NaN: none is known. */
function levelsOf(past: readonly Week[], shares: readonly number[]): readonly number[] {
  return past.map(({ values }) => {
    const seen = values.flatMap((value, weekday) => shareOf(value, shares[weekday]));
    return seen.length > 0 ? medianOf(seen) : NaN;
  });
}

function shareOf(value: number | undefined, whole: number | undefined): readonly number[] {
  if (value === undefined || Number.isNaN(value) || whole === undefined || !(whole > 0)) return [];
  return [value / whole];
}

interface Level {
  readonly at: number;
  readonly level: number;
}

function levelAt({ at }: Week, level: number | undefined): readonly Level[] {
  return level === undefined || Number.isNaN(level) ? [] : [{ at, level }];
}

/** The line with the median slope of all pairs (Theil-Sen); level where there are few weeks. */
function robustLine(levels: readonly Level[]): (at: number) => number {
  const slope = levels.length < TREND_WEEKS ? 0 : medianSlope(levels);
  const middle = medianOf(levels.map(({ level }) => level));
  const base = medianOf(levels.map(({ at, level }) => level - slope * at));
  return (at) => Math.min(MOST_GROWTH * middle, Math.max(middle / MOST_GROWTH, base + slope * at));
}

function medianSlope(levels: readonly Level[]): number {
  const slopes: number[] = [];
  for (const [place, from] of levels.entries())
    for (const to of levels.slice(place + 1)) slopes.push((to.level - from.level) / (to.at - from.at));
  return medianOf(slopes);
}
