/** Forecasts of daily series: each method by its definition, the choice by errors that are worked out anew, and bounds that hold. */
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { TESTED_DAYS, backtest } from '../../../src/sim/azure/forecast/backtest.ts';
import { forecastUsage } from '../../../src/sim/azure/forecast/forecast.ts';
import {
  dampedTrend,
  forecastBy,
  seasonalNaive,
  smoothed,
  weekdayMedian,
} from '../../../src/sim/azure/forecast/methods.ts';

const FIRST = parseDay('2026-08-03') ?? 0;

/** A generator of its own: the same numbers in each run. */
function noise(seed: number): () => number {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6);
}

const WEEKLY = [10, 12, 12, 11, 13, 4, 3];
const weekly = (days: number, change: (day: number) => number = () => 0): Float64Array =>
  Float64Array.from({ length: days }, (_, day) => (WEEKLY[day % 7] ?? 0) + change(day));

/** Holt-Winters in its form with errors: the same sums by another way. */
function byErrors(series: Float64Array, a: number, b: number, c: number, phi: number): readonly number[] {
  const mean = (from: number): number => series.subarray(from, from + 7).reduce((sum, value) => sum + value, 0) / 7;
  let level = mean(0);
  let trend = (mean(7) - level) / 7;
  const season = Array.from({ length: 7 }, (_, day) => (series[day] ?? 0) - level);
  for (const [day, value] of series.entries()) {
    const error = value - level - phi * trend - (season[day % 7] ?? 0);
    level += phi * trend + a * error;
    trend = phi * trend + a * b * error;
    season[day % 7] = (season[day % 7] ?? 0) + c * (1 - a) * error;
  }
  return [level, trend, ...season];
}

describe('forecasts', () => {
  it('of the seasonal naive method are the last week again', () => {
    expect([
      ...seasonalNaive(
        weekly(21, (day) => day),
        9,
      ),
    ]).toEqual([24, 27, 28, 28, 31, 23, 23, 24, 27]);
  });

  it('by the median of weekdays do not follow one wild day', () => {
    const series = weekly(42, (day) => (day === 38 ? 500 : 0));
    expect([...weekdayMedian(series, 7)]).toEqual(WEEKLY);
  });

  it('with a damped trend follow the recursion in its other form', () => {
    const random = noise(3);
    const series = weekly(60, (day) => day / 10 + random());
    const { level, trend, season } = smoothed(series, { level: 0.3, trend: 0.1, season: 0.2, damping: 0.9 });
    const turned = [...season.slice(7 - (60 % 7)), ...season.slice(0, 7 - (60 % 7))];
    for (const [at, value] of byErrors(series, 0.3, 0.1, 0.2, 0.9).entries())
      expect([level, trend, ...turned][at]).toBeCloseTo(value, 9);
  });

  it('of a pure weekly pattern are that pattern, by each method', () => {
    for (const method of ['seasonal-naive', 'weekday-median', 'damped-trend'] as const)
      for (const [day, value] of forecastBy(method, weekly(70), 14).entries())
        expect(value).toBeCloseTo(WEEKLY[day % 7] ?? 0, 6);
  });

  it('follow a trend where there is one', () => {
    const series = weekly(120, (day) => day * 0.5);
    const value = dampedTrend(series, 1)[0] ?? 0;
    expect(Math.abs(value - ((WEEKLY[120 % 7] ?? 0) + 60))).toBeLessThan(1.5);
    expect(backtest(series)?.errors[0]?.method).toBe('damped-trend');
  });
});

describe('the backtest', () => {
  it('measures what earlier forecasts missed', () => {
    const random = noise(5);
    const series = weekly(70, random);
    const origins = [56, 49, 42, 35, 28];
    const errors = origins.flatMap((origin) =>
      [...seasonalNaive(series.subarray(0, origin), TESTED_DAYS)].map((value, day) =>
        Math.abs((series[origin + day] ?? 0) - value),
      ),
    );
    const found = backtest(series);
    const naive = found?.errors.find(({ method }) => method === 'seasonal-naive');
    expect(found?.origins).toBe(origins.length);
    expect(naive?.mae).toBeCloseTo(errors.reduce((sum, error) => sum + error, 0) / errors.length, 9);
    expect(naive?.mase).toBe(1);
    expect(found?.errors.map(({ mae }) => mae)).toEqual(found?.errors.map(({ mae }) => mae).toSorted((a, b) => a - b));
  });

  it('says nothing about a series that is too short', () => {
    expect(backtest(weekly(40))).toBeUndefined();
    expect(forecastUsage(weekly(13), FIRST, 1)).toBeUndefined();
    expect(forecastUsage(weekly(20), FIRST, 1)?.errors).toEqual([]);
  });
});

describe('bounds', () => {
  it('of 80 in 100 hold the month’s end about that often, and those of 95 more often', () => {
    const held = { in80: 0, in95: 0 };
    const seeds = 200;
    for (let seed = 1; seed <= seeds; seed++) {
      const random = noise(seed * 7919);
      const all = weekly(120, () => 2 * random());
      // 3 August and 105 days: the last half of November is to come.
      const [month] = forecastUsage(all.subarray(0, 105), FIRST, 0)?.months ?? [];
      const start = (parseDay('2026-11-01') ?? 0) - FIRST;
      const truth = all.subarray(start, start + 30).reduce((sum, value) => sum + value, 0);
      if (month && truth >= month.low80 && truth <= month.high80) held.in80++;
      if (month && truth >= month.low95 && truth <= month.high95) held.in95++;
    }
    expect(held.in80 / seeds).toBeGreaterThan(0.7);
    expect(held.in80 / seeds).toBeLessThan(0.97);
    expect(held.in95).toBeGreaterThan(held.in80);
    expect(held.in95 / seeds).toBeGreaterThan(0.88);
  });

  it('lie around the value, in order, and never below what was used', () => {
    for (const month of forecastUsage(weekly(100, noise(9)), FIRST, 12)?.months ?? []) {
      const { used, value, low80, high80, low95, high95 } = month;
      expect([low95 <= low80, low80 <= value, value <= high80, high80 <= high95, low95 >= used]).not.toContain(false);
    }
    expect(forecastUsage(weekly(100), FIRST, 12)?.months).toHaveLength(13);
  });
});
