/** The forecast of a daily series: by the method that was least wrong on its own past, with intervals out of those errors. */
import { type Day, type Month, firstDayOfMonth, monthOfDay } from '../../../core/days.ts';
import { percentileInc } from '../../../core/sample-statistics.ts';
import type { Usage, UsageFilter } from '../types.ts';
import { groupUsage } from '../model/index.ts';
import { TESTED_DAYS, backtest } from './backtest.ts';
import { WEEK, forecastBy } from './methods.ts';
import {
  type DailySeries,
  FORECAST_METHODS,
  type ForecastAnswer,
  type ForecastMonth,
  type UsageForecast,
} from './types.ts';

/** The least history that a forecast is made from. */
export const LEAST_DAYS = 2 * WEEK;
/** Of normal errors, in standard deviations: half the width of 80 and of 95 in 100. */
const FALLBACK = { p80: 1.2816, p95: 1.96 } as const;

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
  const method = tested?.errors[0]?.method ?? FORECAST_METHODS[0];
  // Nobody uses less than nothing.
  const days = forecastBy(method, series, horizon).map((value) => Math.max(0, value));
  const widths = widthsOf(tested?.sums ?? [], spreadOf(series));
  return {
    ...{ from, days },
    months: Array.from({ length: months + 1 }, (_, at) =>
      monthOf({ days, from, series, first, widths }, firstMonth + at),
    ),
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

/** How far sums over so many days may lie from their forecast. */
interface Widths {
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
}

interface Made {
  readonly days: Float64Array;
  readonly from: Day;
  readonly series: Float64Array;
  readonly first: Day;
  readonly widths: (days: number) => Widths;
}

function monthOf({ days, from, series, first, widths }: Made, month: Month): ForecastMonth {
  const [start, end] = [firstDayOfMonth(month), firstDayOfMonth(month + 1)];
  const used = sum(series.subarray(Math.max(0, start - first), Math.max(0, Math.min(series.length, end - first))));
  const own = days.subarray(Math.max(0, start - from), Math.max(0, end - from));
  const value = used + sum(own);
  // Errors of a level last: a month far ahead is as unsure as all days up to its end, in its share of them.
  const reach = end - from;
  const width = widths(reach);
  const share = own.length / reach;
  const low = (by: number): number => Math.max(used, value + by * share);
  return {
    ...{ month, used, value },
    ...{ low80: low(width.low80), high80: value + width.high80 * share },
    ...{ low95: low(width.low95), high95: value + width.high95 * share },
  };
}

/** Bounds out of the errors of sums in the backtest; beyond the days that were tested they grow with the days. */
function widthsOf(sums: readonly Float64Array[], spread: number): (days: number) => Widths {
  const tested = sums.map((errors) => {
    const sorted = errors.toSorted();
    // Few origins say little about rare errors: at least what their spread says of normal ones.
    const deviation = Math.sqrt(errors.reduce((all, error) => all + error * error, 0) / Math.max(1, errors.length));
    return {
      low80: Math.min(percentileInc(sorted, 10), -FALLBACK.p80 * deviation),
      high80: Math.max(percentileInc(sorted, 90), FALLBACK.p80 * deviation),
      low95: Math.min(percentileInc(sorted, 2.5), -FALLBACK.p95 * deviation),
      high95: Math.max(percentileInc(sorted, 97.5), FALLBACK.p95 * deviation),
    };
  });
  return (days) => {
    const known = tested[Math.min(days, TESTED_DAYS) - 1];
    if (!known) {
      const [p80, p95] = [FALLBACK.p80 * spread * days, FALLBACK.p95 * spread * days];
      return { low80: -p80, high80: p80, low95: -p95, high95: p95 };
    }
    const factor = Math.max(1, days / TESTED_DAYS);
    return {
      ...{ low80: known.low80 * factor, high80: known.high80 * factor },
      ...{ low95: known.low95 * factor, high95: known.high95 * factor },
    };
  };
}

/** The standard deviation of the steps from one week to the next. */
function spreadOf(series: Float64Array): number {
  const steps = series.subarray(WEEK).map((value, at) => value - (series[at] ?? 0));
  return Math.sqrt(steps.reduce((all, step) => all + step * step, 0) / Math.max(1, steps.length));
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
