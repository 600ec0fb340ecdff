/** Forecasts of a daily series by methods that suit short ones with a weekly pattern. Floats: estimates, never amounts that are owed. */
import type { ForecastMethod } from './types.ts';

/** Days of the weekly pattern. */
export const WEEK = 7;

/** The next `horizon` values by a method. The series has a value for each day, two weeks of them at least. */
export function forecastBy(method: ForecastMethod, series: Float64Array, horizon: number): Float64Array {
  switch (method) {
    case 'seasonal-naive':
      return seasonalNaive(series, horizon);
    case 'weekday-median':
      return weekdayMedian(series, horizon);
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
  /** By weekday, the next day's first. */
  readonly season: readonly number[];
  readonly damping: number;
  /** Squared errors a day ahead, after the first two weeks. */
  readonly squares: number;
}

/** One pass over a series. It begins with the mean of the first week, the mean step to the second, and the first week's pattern. */
export function smoothed(series: Float64Array, { level: a, trend: b, season: c, damping }: Smoothing): Smoothed {
  let level = mean(series.subarray(0, WEEK));
  let trend = (mean(series.subarray(WEEK, 2 * WEEK)) - level) / WEEK;
  const season = Array.from({ length: WEEK }, (_, day) => (series[day] ?? 0) - level);
  let squares = 0;
  for (const [day, value] of series.entries()) {
    const weekly = season[day % WEEK] ?? 0;
    const expected = level + damping * trend + weekly;
    const error = value - expected;
    if (day >= 2 * WEEK) squares += error * error;
    const before = level;
    level = a * (value - weekly) + (1 - a) * (level + damping * trend);
    trend = b * (level - before) + (1 - b) * damping * trend;
    season[day % WEEK] = c * (value - level) + (1 - c) * weekly;
  }
  const next = series.length % WEEK;
  return { level, trend, season: [...season.slice(next), ...season.slice(0, next)], damping, squares };
}

function ahead({ level, trend, season, damping }: Smoothed, horizon: number): Float64Array {
  const values = new Float64Array(horizon);
  let steps = 0;
  let share = 1;
  for (let day = 0; day < horizon; day++) {
    share *= damping;
    steps += share;
    values[day] = level + steps * trend + (season[day % WEEK] ?? 0);
  }
  return values;
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
