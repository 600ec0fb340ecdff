/** Forecasts of a daily series by methods that suit short ones with a weekly pattern. Floats: estimates, never amounts that are owed. */
import type { ForecastMethod } from './types.ts';

/** Days of the weekly pattern. */
export const WEEK = 7;

/**
 * The next `horizon` values by a method. The series has a value for each day, two weeks of them at least. Where no day was
 * below zero, none is expected to be: credits and refunds are there or they are not.
 */
export function forecastBy(method: ForecastMethod, series: Float64Array, horizon: number): Float64Array {
  const values = valuesBy(method, series, horizon);
  return isFloored(series) ? values.map((value) => Math.max(0, value)) : values;
}

/** No day is below zero. */
export function isFloored(series: Float64Array): boolean {
  return series.every((value) => value >= 0);
}

function valuesBy(method: ForecastMethod, series: Float64Array, horizon: number): Float64Array {
  switch (method) {
    case 'seasonal-naive':
      return seasonalNaive(series, horizon);
    case 'weekday-median':
      return weekdayMedian(series, horizon);
    case 'weekday-line':
      return weekdayLine(series, horizon);
    case 'damped-trend':
      return dampedTrend(series, horizon);
  }
}

/** The same weekday of the last week, again and again. */
export function seasonalNaive(series: Float64Array, horizon: number): Float64Array {
  const start = series.length - WEEK;
  return Float64Array.from({ length: horizon }, (_, at) => series[start + (at % WEEK)] ?? 0);
}

/** Weeks that a weekday's median looks back. */
const MEDIAN_WEEKS = 6;

/** The median of the same weekday over the last weeks: a few wild days do not move it. */
export function weekdayMedian(series: Float64Array, horizon: number): Float64Array {
  const medians = Array.from({ length: WEEK }, (_, weekday) => {
    const seen: number[] = [];
    for (let week = 1; week <= MEDIAN_WEEKS; week++) {
      const value = series[series.length - WEEK * week + weekday];
      if (value !== undefined) seen.push(value);
    }
    return medianOf(seen);
  });
  return Float64Array.from({ length: horizon }, (_, at) => medians[at % WEEK] ?? 0);
}

/** Weeks that the line looks back: longer ago, growth was another. */
const LINE_WEEKS = 26;

/**
 * The median of each weekday around a straight line, which goes on. Its slope is the median of the slopes between all pairs of
 * weeks (Theil 1950, Sen 1968): a third of wild weeks does not move it much.
 */
export function weekdayLine(series: Float64Array, horizon: number): Float64Array {
  const weeks = Math.min(LINE_WEEKS, Math.floor(series.length / WEEK));
  const own = series.subarray(series.length - weeks * WEEK);
  const slope = medianSlope(
    Array.from({ length: weeks }, (_, week) => mean(own.subarray(week * WEEK, (week + 1) * WEEK))),
  );
  // Days from the day before the first that is forecast, in weeks.
  const at = (day: number): number => (day + 1) / WEEK;
  const level = own.map((value, day) => value - slope * at(day - own.length));
  const medians = weekdayMedian(level, WEEK);
  return Float64Array.from({ length: horizon }, (_, day) => (medians[day % WEEK] ?? 0) + slope * at(day));
}

/** The median of the slopes between all pairs of values that are one apart from the next. Zero for less than two. */
export function medianSlope(values: readonly number[]): number {
  return medianOf(
    values.flatMap((to, later) => values.slice(0, later).map((from, earlier) => (to - from) / (later - earlier))),
  );
}

/** The middle value; of two the mean. Zero where there is none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? 0;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** How fast level, trend and weekly pattern follow, and how much of the trend is left after a day. */
export interface Smoothing {
  readonly level: number;
  readonly trend: number;
  readonly season: number;
  readonly damping: number;
}

const LEVELS = [0.05, 0.15, 0.35, 0.6];
const TRENDS = [0.01, 0.05, 0.15];
const SEASONS = [0.05, 0.15, 0.35];
const DAMPINGS = [0.85, 0.95, 0.98];

const GRID: readonly Smoothing[] = LEVELS.flatMap((level) =>
  TRENDS.flatMap((trend) =>
    SEASONS.flatMap((season) => DAMPINGS.map((damping) => ({ level, trend, season, damping }))),
  ),
);

/** Holt-Winters with additive weeks and a damped trend; of a grid of smoothings the one with the least squared error a day ahead. */
export function dampedTrend(series: Float64Array, horizon: number): Float64Array {
  let best = smoothed(series, GRID[0] ?? { level: 0.15, trend: 0.05, season: 0.15, damping: 0.95 });
  for (const smoothing of GRID.slice(1)) {
    const next = smoothed(series, smoothing);
    if (next.squares < best.squares) best = next;
  }
  return ahead(best, horizon);
}

/** Where the smoothing stands after the last day. */
export interface Smoothed {
  readonly level: number;
  readonly trend: number;
  /** By place in the period, the next value's first. */
  readonly season: readonly number[];
  readonly damping: number;
  /** Squared errors one ahead. */
  readonly squares: number;
}

/** Where a smoothing begins: the season's values from the first day on, whose number is its period. */
export interface Start {
  readonly level: number;
  readonly trend: number;
  readonly season: readonly number[];
}

/** The mean of the first week, the mean step to the second, and the first week's pattern. */
function startOf(series: Float64Array): Start {
  const level = mean(series.subarray(0, WEEK));
  const trend = (mean(series.subarray(WEEK, 2 * WEEK)) - level) / WEEK;
  return { level, trend, season: Array.from({ length: WEEK }, (_, day) => (series[day] ?? 0) - level) };
}

/**
 * One pass over a series (Holt 1957, Winters 1960; damped by Gardner and McKenzie 1985).
 * @param warm values at the start whose errors do not count
 */
export function smoothed(
  series: Float64Array,
  { level: a, trend: b, season: c, damping }: Smoothing,
  start: Start = startOf(series),
  warm = 2 * WEEK,
): Smoothed {
  const season = [...start.season];
  const period = season.length;
  let { level, trend } = start;
  let squares = 0;
  for (const [day, value] of series.entries()) {
    const seasonal = season[day % period] ?? 0;
    const error = value - (level + damping * trend + seasonal);
    if (day >= warm) squares += error * error;
    const before = level;
    level = a * (value - seasonal) + (1 - a) * (level + damping * trend);
    trend = b * (level - before) + (1 - b) * damping * trend;
    season[day % period] = c * (value - level) + (1 - c) * seasonal;
  }
  const next = series.length % period;
  return { level, trend, season: [...season.slice(next), ...season.slice(0, next)], damping, squares };
}

/** The values after those that were smoothed. */
export function ahead({ level, trend, season, damping }: Smoothed, horizon: number): Float64Array {
  const values = new Float64Array(horizon);
  let steps = 0;
  let share = 1;
  for (let day = 0; day < horizon; day++) {
    share *= damping;
    steps += share;
    values[day] = level + steps * trend + (season[day % season.length] ?? 0);
  }
  return values;
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
