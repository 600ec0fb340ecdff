/** How wrong each method would have been on the series' own past: forecasts from earlier days, against what came. */
import { WEEK, forecastBy } from './methods.ts';
import { FORECAST_METHODS, type ForecastMethod, type MethodError } from './types.ts';

/** Days that a method must have seen. */
const LEAST_HISTORY = 4 * WEEK;
/** Days ahead that are tested. */
export const TESTED_DAYS = 2 * WEEK;
/** Forecasts are made from a day each week; more of them than these tell little more. */
const MOST_ORIGINS = 26;
/** Fewer say nothing about an interval. */
const LEAST_ORIGINS = 3;

export interface Backtest {
  /** The best first. */
  readonly errors: readonly MethodError[];
  /** Of the best: errors of the sum of the first days, by origin; the first index is how many days less one. */
  readonly sums: readonly Float64Array[];
  readonly origins: number;
}

/** Undefined when the series is too short to test anything. */
export function backtest(series: Float64Array): Backtest | undefined {
  const origins = originsOf(series.length);
  if (origins.length < LEAST_ORIGINS) return undefined;
  const tested = FORECAST_METHODS.map((method) => {
    const errors = origins.map((origin) => errorsFrom(method, series, origin));
    const all = errors.flatMap((own) => [...own]);
    return { method, errors, mae: all.reduce((sum, error) => sum + Math.abs(error), 0) / all.length };
  });
  const naive = tested[0]?.mae ?? NaN;
  const ranked = tested.toSorted((a, b) => a.mae - b.mae);
  const best = ranked[0]?.errors ?? [];
  return {
    errors: ranked.map(({ method, mae }) => ({ method, mae, mase: naive > 0 ? mae / naive : NaN })),
    sums: Array.from({ length: TESTED_DAYS }, (_, day) => Float64Array.from(best, (errors) => sumTo(errors, day))),
    origins: origins.length,
  };
}

/** The days before which forecasts are made, the latest weeks. */
function originsOf(length: number): readonly number[] {
  const origins: number[] = [];
  for (let origin = length - TESTED_DAYS; origin >= LEAST_HISTORY; origin -= WEEK) origins.push(origin);
  return origins.slice(0, MOST_ORIGINS);
}

function errorsFrom(method: ForecastMethod, series: Float64Array, origin: number): Float64Array {
  const made = forecastBy(method, series.subarray(0, origin), TESTED_DAYS);
  return made.map((value, day) => (series[origin + day] ?? 0) - value);
}

function sumTo(errors: Float64Array, day: number): number {
  return errors.subarray(0, day + 1).reduce((sum, error) => sum + error, 0);
}
