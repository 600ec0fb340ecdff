/** Forecasts of daily series: each method by its definition, the choice by errors that are worked out anew, and bounds that hold. */
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { backtest } from '../../../src/sim/azure/forecast/backtest.ts';
import { forecastUsage } from '../../../src/sim/azure/forecast/forecast.ts';
import { FORECAST_METHODS, type Expected } from '../../../src/sim/azure/forecast/types.ts';
import {
  ahead,
  dampedTrend,
  forecastBy,
  medianSlope,
  seasonalNaive,
  smoothed,
  weekdayLine,
  weekdayMedian,
} from '../../../src/sim/azure/forecast/methods.ts';

import textbook from '../../fixtures/forecast-textbook.json' with { type: 'json' };

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
    for (const method of FORECAST_METHODS)
      for (const [day, value] of forecastBy(method, weekly(70), 14).entries())
        expect(value).toBeCloseTo(WEEKLY[day % 7] ?? 0, 6);
  });

  it('follow a trend where there is one', () => {
    const series = weekly(120, (day) => day * 0.5);
    const value = dampedTrend(series, 1)[0] ?? 0;
    expect(Math.abs(value - ((WEEKLY[120 % 7] ?? 0) + 60))).toBeLessThan(1.5);
    const line = weekdayLine(series, 14);
    for (const [day, found] of line.entries())
      expect(found).toBeCloseTo((WEEKLY[(120 + day) % 7] ?? 0) + 60 + day / 2, 6);
    expect(backtest(series)?.errors[0]?.method).toBe('weekday-line');
  });

  it('do not follow a line into what cannot be, unless there were credits before', () => {
    const falling = weekly(60, (day) => 30 - day / 2);
    const random = noise(8);
    const credits = weekly(60, (day) => random() - day / 2);
    expect(Math.min(...forecastBy('weekday-line', falling, 60))).toBe(0);
    expect(Math.min(...forecastBy('weekday-line', credits, 60))).toBeLessThan(-50);
    const [month] = forecastUsage(credits, FIRST, 1)?.months ?? [];
    expect(month?.low80).toBeLessThan(month?.value ?? 0);
    expect(forecastUsage(credits, FIRST, 1)?.floored).toBe(false);
  });
});

describe('the backtest', () => {
  it('measures what earlier forecasts missed', () => {
    const random = noise(5);
    const series = weekly(70, random);
    // Four weeks ahead, from each week that has four weeks before it.
    const origins = [42, 35, 28];
    const errors = origins.flatMap((origin) =>
      [...seasonalNaive(series.subarray(0, origin), 28)].map((value, day) =>
        Math.abs((series[origin + day] ?? 0) - value),
      ),
    );
    const found = backtest(series);
    const naive = found?.errors.find(({ method }) => method === 'seasonal-naive');
    expect([found?.origins, found?.days]).toEqual([origins.length, 28]);
    expect(backtest(series.subarray(0, 60))?.days).toBe(14);
    expect(naive?.mae).toBeCloseTo(errors.reduce((sum, error) => sum + error, 0) / errors.length, 9);
    expect(naive?.relative).toBe(1);
    expect(found?.errors.map(({ mae }) => mae)).toEqual(found?.errors.map(({ mae }) => mae).toSorted((a, b) => a - b));
  });

  it('says nothing about a series that is too short', () => {
    expect(backtest(weekly(40))).toBeUndefined();
    expect(forecastUsage(weekly(13), FIRST, 1)).toBeUndefined();
    expect(forecastUsage(weekly(20), FIRST, 1)?.errors).toEqual([]);
  });
});

describe('values of textbooks', () => {
  // Hyndman and Athanasopoulos, Forecasting: Principles and Practice; the series of the R packages fpp and fpp2.
  it('Holt’s method on Australian air passengers, 1990 to 2016', () => {
    const found = smoothed(
      Float64Array.from(textbook.ausair.values),
      { level: 0.832166, trend: 0.000149 / 0.832166, season: 0, damping: 1 },
      { level: 15.57152, trend: 2.101717, season: [0] },
      0,
    );
    // The parameters are printed with six digits.
    expect(Math.abs(found.squares / 27 - 4.76262)).toBeLessThan(0.001);
    for (const [at, value] of ahead(found, 5).entries())
      expect(Math.abs(value - (textbook.ausair.forecasts[at] ?? 0))).toBeLessThan(0.001);
  });

  it('the additive method of Holt and Winters on visitor nights in Australia, 2005 to 2010', () => {
    const { values, alpha, beta, gamma, level, trend, season } = textbook.austourists;
    const found = smoothed(
      Float64Array.from(values),
      // Printed for the form with errors: its seasonal weight is that of the level's rest.
      { level: alpha, trend: beta / alpha, season: gamma / (1 - alpha), damping: 1 },
      { level, trend, season },
      0,
    );
    expect(found.squares).toBeCloseTo(55.415665248542453, 10);
  });

  it('the median of slopes of Theil on seeded clouds (Hollander and Wolfe)', () => {
    expect(medianSlope([1.26, 1.27, 1.12, 1.16, 1.03])).toBeCloseTo(-0.05625, 12);
  });
});

/** How often of so many seeds the truth lies within bounds of 80 and of 95 in 100. */
type Held = Record<'month' | 'third' | 'twelfth' | 'year', { in80: number; in95: number }>;

/** @param step of the level from day to day, against the noise of a day. @param slope of the level a day */
function heldOver(seeds: number, step: number, slope: number): Held {
  const held: Held = {
    ...{ month: { in80: 0, in95: 0 }, third: { in80: 0, in95: 0 } },
    ...{ twelfth: { in80: 0, in95: 0 }, year: { in80: 0, in95: 0 } },
  };
  for (let seed = 1; seed <= seeds; seed++) {
    const random = noise(seed * 7919);
    let level = 100;
    const all = weekly(105 + 400, () => (level += step * random() + slope) + random());
    // 3 August and 105 days: the last half of November is to come, then a year.
    const found = forecastUsage(all.subarray(0, 105), FIRST, 12);
    const check = (name: keyof Held, bounds: Expected | undefined, from: string, to: string): void => {
      const [start, end] = [(parseDay(from) ?? 0) - FIRST, (parseDay(to) ?? 0) - FIRST];
      const truth = all.subarray(start, end).reduce((sum, value) => sum + value, 0);
      if (bounds && truth >= bounds.low80 && truth <= bounds.high80) held[name].in80 += 1 / seeds;
      if (bounds && truth >= bounds.low95 && truth <= bounds.high95) held[name].in95 += 1 / seeds;
    };
    check('month', found?.months[0], '2026-11-01', '2026-12-01');
    check('third', found?.months[3], '2027-02-01', '2027-03-01');
    check('twelfth', found?.months[12], '2027-11-01', '2027-12-01');
    check('year', found?.later, '2026-12-01', '2027-12-01');
  }
  return held;
}

describe('bounds', () => {
  it.each([
    ['a steady level', 0, 0],
    ['a level that wanders', 0.1, 0],
    ['growth', 0, 0.03],
  ])(
    'hold at the month’s end, in the third and the twelfth month and for the year as often as they say or more: %s',
    (_, step, slope) => {
      const { month, ...far } = heldOver(60, step, slope);
      expect(month.in80).toBeGreaterThan(0.68);
      expect(month.in80).toBeLessThan(0.98);
      expect(month.in95).toBeGreaterThan(0.88);
      for (const { in80, in95 } of Object.values(far)) {
        expect(in80).toBeGreaterThan(0.68);
        expect(in95).toBeGreaterThan(0.85);
      }
    },
  );

  it('widen with the months ahead, also as a share of them', () => {
    const { months = [] } = forecastUsage(weekly(105, noise(4)), FIRST, 12) ?? {};
    const shares = months.slice(1).map(({ value, high80 }) => (high80 - value) / value);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(2 * (shares[0] ?? 0));
  });

  it('lie around the value, in order, and never below what was used', () => {
    for (const month of forecastUsage(weekly(100, noise(9)), FIRST, 12)?.months ?? []) {
      const { used, value, low80, high80, low95, high95 } = month;
      expect([low95 <= low80, low80 <= value, value <= high80, high80 <= high95, low95 >= used]).not.toContain(false);
    }
    expect(forecastUsage(weekly(100), FIRST, 12)?.months).toHaveLength(13);
  });

  it('of the months after this one add up to their sum', () => {
    const found = forecastUsage(weekly(100, noise(9)), FIRST, 12);
    const sum = found?.months.slice(1).reduce((all, { value }) => all + value, 0) ?? NaN;
    expect(found?.later.value).toBeCloseTo(sum, 6);
  });
});
