/** How wrong each method would have been on the series' own past: forecasts from earlier days, against what came. */
import { WEEK, forecastBy } from './methods.ts';
import { FORECAST_METHODS, type ForecastMethod, type MethodError } from './types.ts';

/** Days that a method must have seen. */
const LEAST_HISTORY = 4 * WEEK;
/** Days ahead that are tested: four weeks where there is history enough, else two. */
const TESTED_DAYS = [4 * WEEK, 2 * WEEK];
/** Forecasts are made from a day each week; more of them than these tell little more. */
const MOST_ORIGINS = 26;
/** Fewer say nothing about an interval. */
const LEAST_ORIGINS = 3;

export interface Backtest {
  /** The best first. */
  readonly errors: readonly MethodError[];
  /** Of the best: errors of each day ahead, by origin. */
  readonly missed: readonly Float64Array[];
  readonly origins: number;
  /** Days ahead that were tested. */
  readonly days: number;
}

/** Undefined when the series is too short to test anything. */
export function backtest(series: Float64Array): Backtest | undefined {
  const days = TESTED_DAYS.find((ahead) => originsOf(series.length, ahead).length >= LEAST_ORIGINS);
  if (days === undefined) return undefined;
  const origins = originsOf(series.length, days);
  const tested = FORECAST_METHODS.map((method) => {
    const missed = origins.map((origin) => errorsFrom(method, series, origin, days));
    const all = missed.flatMap((own) => [...own]);
    return { method, missed, mae: all.reduce((sum, error) => sum + Math.abs(error), 0) / all.length };
  });
  const naive = tested[0]?.mae ?? NaN;
  const ranked = tested.toSorted((a, b) => a.mae - b.mae);
  return {
    errors: ranked.map(({ method, mae }) => ({ method, mae, relative: naive > 0 ? mae / naive : NaN })),
    missed: ranked[0]?.missed ?? [],
    origins: origins.length,
    days,
  };
}

/** The days before which forecasts are made, the latest weeks. */
function originsOf(length: number, days: number): readonly number[] {
  const origins: number[] = [];
  for (let origin = length - days; origin >= LEAST_HISTORY; origin -= WEEK) origins.push(origin);
  return origins.slice(0, MOST_ORIGINS);
}

function errorsFrom(method: ForecastMethod, series: Float64Array, origin: number, days: number): Float64Array {
  const made = forecastBy(method, series.subarray(0, origin), days);
  return made.map((value, day) => (series[origin + day] ?? 0) - value);
}
