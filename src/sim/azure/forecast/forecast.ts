/** The forecast of a daily series: by the method that was least wrong on its own past, with bounds out of those errors. */
import { type Day, type Month, firstDayOfMonth, monthOfDay } from '../../../core/days.ts';
import type { Usage, UsageFilter } from '../types.ts';
import { groupUsage } from '../model/index.ts';
import { backtest } from './backtest.ts';
import { type Width, type Widths, widthsOf } from './bounds.ts';
import { WEEK, forecastBy, isFloored } from './methods.ts';
import {
  type DailySeries,
  type Expected,
  FORECAST_METHODS,
  type ForecastAnswer,
  type ForecastMonth,
  type UsageForecast,
} from './types.ts';

/** The least history that a forecast is made from. */
export const LEAST_DAYS = 2 * WEEK;

/**
 * The forecast of the days after a series, to the end of `months` months after the one that the series ends in.
 * Undefined when there are less than two weeks.
 * @param first day of the first value
 */
export function forecastUsage(series: Float64Array, first: Day, months: number): UsageForecast | undefined {
  if (series.length < LEAST_DAYS) return undefined;
  const from = first + series.length;
  const firstMonth = monthOfDay(from);
  const horizon = firstDayOfMonth(firstMonth + months + 1) - from;
  const tested = backtest(series);
  const days = forecastBy(tested?.errors[0]?.method ?? FORECAST_METHODS[0], series, horizon);
  const widths = widthsOf(tested, spreadOf(series), series.length / WEEK);
  const made: Made = { days, from, series, first, widths, floored: isFloored(series) };
  return {
    ...{ from, days, floored: made.floored },
    width80: days.map((_, at) => widths.day(at + 1).p80),
    width95: days.map((_, at) => widths.day(at + 1).p95),
    months: Array.from({ length: months + 1 }, (_, at) => monthOf(made, firstMonth + at)),
    later: expectedOf(made, firstDayOfMonth(firstMonth + 1), from + horizon),
    errors: tested?.errors ?? [],
    origins: tested?.origins ?? 0,
  };
}

/** Cost of each day that passes the filter and is complete: the last days may still fill. */
export function dailySeries(usage: Usage, filter: UsageFilter): DailySeries {
  const to = Math.min(usage.facts.completeTo, filter.to ?? Infinity);
  const { period, value } = groupUsage(usage, { filter: { ...filter, to }, by: [], period: 'day', measure: 'cost' });
  const first = period[0] ?? to + 1;
  const values = new Float64Array(Math.max(0, to + 1 - first));
  for (const [at, day] of period.entries()) values[day - first] = value[at] ?? 0;
  return { first, values };
}

/** The series of a filter with its forecast, to the end of `months` months after the present one. */
export function forecastOf(usage: Usage, filter: UsageFilter, months: number): ForecastAnswer {
  const series = dailySeries(usage, filter);
  return { series, forecast: forecastUsage(series.values, series.first, months) };
}

interface Made {
  readonly days: Float64Array;
  readonly from: Day;
  readonly series: Float64Array;
  readonly first: Day;
  readonly widths: Widths;
  readonly floored: boolean;
}

function monthOf(made: Made, month: Month): ForecastMonth {
  const [start, end] = [firstDayOfMonth(month), firstDayOfMonth(month + 1)];
  return { month, used: usedOf(made, start, end), ...expectedOf(made, start, end) };
}

function usedOf({ series, first }: Made, start: Day, end: Day): number {
  return sum(series.subarray(Math.max(0, start - first), Math.max(0, Math.min(series.length, end - first))));
}

/** The sum of the days from `start` to before `end`, those of the past as they were. */
function expectedOf(made: Made, start: Day, end: Day): Expected {
  const { days, from, widths, floored } = made;
  const used = usedOf(made, start, end);
  const own = days.subarray(Math.max(0, start - from), Math.max(0, end - from));
  const value = used + sum(own);
  const { p80, p95 }: Width = widths.sum(own.length, end - from);
  const low = (by: number): number => (floored ? Math.max(used, value - by) : value - by);
  return { value, low80: low(p80), high80: value + p80, low95: low(p95), high95: value + p95 };
}

/** The standard deviation of the steps from one week to the next. */
function spreadOf(series: Float64Array): number {
  const steps = series.subarray(WEEK).map((value, at) => value - (series[at] ?? 0));
  return Math.sqrt(steps.reduce((all, step) => all + step * step, 0) / Math.max(1, steps.length));
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
