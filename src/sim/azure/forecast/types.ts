/** The forecast of consumption as the screen gets it. Floats in major units: estimates, never amounts that are owed. */
import type { Day, Month } from '../../../core/days.ts';

export const FORECAST_METHODS = ['seasonal-naive', 'weekday-median', 'weekday-line', 'damped-trend'] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

export interface MethodError {
  readonly method: ForecastMethod;
  /** Mean absolute error of a day. */
  readonly mae: number;
  /** The same against that of the seasonal naive forecast: below 1 is better than it. NaN where that has none. */
  readonly relative: number;
}

/** A sum that is expected, with the bounds of 80 and of 95 in 100. */
export interface Expected {
  readonly value: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
}

export interface ForecastMonth extends Expected {
  readonly month: Month;
  /** What of it has been used already. */
  readonly used: number;
}

export interface UsageForecast {
  /** The first day that is forecast. */
  readonly from: Day;
  /** A value for each day. */
  readonly days: Float64Array;
  /** Half the width of the bounds of 80 and of 95 in 100 of each day. */
  readonly width80: Float64Array;
  readonly width95: Float64Array;
  /** The month that the first day lies in, and those after it. */
  readonly months: readonly ForecastMonth[];
  /** The months after the first one together. */
  readonly later: Expected;
  /** Nothing of it can be less than nothing: no day of the past was. */
  readonly floored: boolean;
  /** The best method first; empty when the series is too short to test one. */
  readonly errors: readonly MethodError[];
  /** How many days forecasts were made from to test the methods. */
  readonly origins: number;
}

/** Cost of each day, zero where there is none. */
export interface DailySeries {
  readonly first: Day;
  readonly values: Float64Array;
}

/** Undefined forecast: there are less than two weeks. */
export interface ForecastAnswer {
  readonly series: DailySeries;
  readonly forecast: UsageForecast | undefined;
}
