/**
 * What each day of a series usually costs, and how far it usually strays: medians over the weeks before it. A week is measured against
 * earlier weeks only, so what has been found stays found when later days are added; the first weeks, which have none, against the next.
 */
import type { Day } from '../../../core/days.ts';
import { WEEK, medianOf } from '../forecast/methods.ts';

/** Weeks that are looked back. */
const MOST_WEEKS = 8;
/** A week with fewer weeks of the past is measured against the following ones too. */
const ENOUGH_WEEKS = 4;
/** Below, nothing is known to be usual. */
const LEAST_WEEKS = 3;
/** How far back weeks with consumption are looked for. */
const FARTHEST_WEEK = 26;
/** A slope out of fewer weeks is mostly chance. */
const TREND_WEEKS = 6;
/** Days with consumption that a series without a weekly pattern must have. */
const LEAST_VALUES = 5;
/** Of normal errors: the standard deviation is so many median absolute deviations. */
const MAD_FACTOR = 1.4826;
/** Residuals of days that the medians were taken from are smaller than those of the days to come. */
const FITTED_FACTOR = 1.2;
/** No series is steadier than so much of what it costs, however even the past was. */
const LEAST_SPREAD = 0.02;
/** On weekdays that cost nearly nothing it strays by so much of a usual day's spread. */
const QUIET_SHARE = 0.25;
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
  const expected = new Float64Array(values.length).fill(NaN);
  const spread = new Float64Array(values.length).fill(NaN);
  const weeks = weeksOf(values, weekdayOf(first));
  for (const [at, week] of weeks.entries()) {
    const past = referencesOf(weeks, at);
    const usual = past.length >= LEAST_WEEKS ? usualOf(past, at) : undefined;
    if (!usual) continue;
    for (const [weekday, value] of week.values.entries()) {
      const place = at * WEEK + weekday - weekdayOf(first);
      if (place < 0 || place >= values.length) continue;
      // Of what comes now and then it isn't known on which days.
      if (!usual.isDaily && Number.isNaN(value)) continue;
      expected[place] = usual.expected[weekday] ?? NaN;
      spread[place] = usual.spread[weekday] ?? NaN;
    }
  }
  return { expected, spread };
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
  /** By weekday. */
  readonly expected: readonly number[];
  readonly spread: readonly number[];
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
  const middle = medianOf(known);
  const strayed = MAD_FACTOR * FITTED_FACTOR * medianOf(known.map((value) => Math.abs(value - middle)));
  const spread = Math.max(strayed, LEAST_SPREAD * Math.abs(middle));
  return {
    expected: Array<number>(WEEK).fill(middle),
    spread: Array<number>(WEEK).fill(spread),
    isDaily: false,
  };
}

/** A level that may rise or fall from week to week, times the share of each weekday. */
function dailyUsual(past: readonly Week[], at: number): Usual {
  const rough = past.map(({ known }) => medianOf(known));
  const shares = Array.from({ length: WEEK }, (_, weekday) => {
    const seen = past.flatMap(({ values }, place) => shareOf(values[weekday], rough[place]));
    // A weekday on which mostly nothing is used.
    return 2 * seen.length < past.length ? 0 : medianOf(seen);
  });
  const levels = past.flatMap((week) => {
    const seen = week.values.flatMap((value, weekday) => shareOf(value, shares[weekday]));
    return seen.length > 0 ? [{ at: week.at, level: medianOf(seen) }] : [];
  });
  const lineAt = robustLine(levels);
  const residuals = past.flatMap((week) =>
    week.values.flatMap((value, weekday) => {
      const usual = lineAt(week.at) * (shares[weekday] ?? 0);
      return usual > 0 && !Number.isNaN(value) ? [Math.abs(value / usual - 1)] : [];
    }),
  );
  const relative = Math.max(LEAST_SPREAD, MAD_FACTOR * FITTED_FACTOR * medianOf(residuals));
  const level = Math.max(0, lineAt(at));
  const expected = shares.map((share) => level * share);
  return {
    expected,
    spread: expected.map((usual) => relative * Math.max(usual, QUIET_SHARE * level)),
    isDaily: true,
  };
}

function shareOf(value: number | undefined, whole: number | undefined): readonly number[] {
  return value === undefined || Number.isNaN(value) || whole === undefined || whole <= 0 ? [] : [value / whole];
}

/** The line with the median slope of all pairs (Theil-Sen); level where there are few weeks. */
function robustLine(levels: readonly { readonly at: number; readonly level: number }[]): (at: number) => number {
  const slope = levels.length < TREND_WEEKS ? 0 : medianSlope(levels);
  const base = medianOf(levels.map(({ at, level }) => level - slope * at));
  return (at) => base + slope * at;
}

function medianSlope(levels: readonly { readonly at: number; readonly level: number }[]): number {
  const slopes: number[] = [];
  for (const [place, from] of levels.entries())
    for (const to of levels.slice(place + 1)) slopes.push((to.level - from.level) / (to.at - from.at));
  return medianOf(slopes);
}
