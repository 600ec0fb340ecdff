/** Which days of a series are unusual, beyond what its parts have already been found to be. */
import type { Day } from '../../../core/days.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { monthlyDifference } from './monthly.ts';
import type { UnusualSettings } from './types.ts';

/**
 * Standard deviations. Days of normal noise come beyond 4.5 about seven times in a million, and the spread itself is known to a
 * tenth or so: a partner with a thousand series and a year of days gets a handful, not hundreds.
 */
const DEVIATIONS = 4.5;
/** From this share of the bounds on, a day beside an unusual one belongs to it, and a monthly job is one. */
const NEAR = 0.5;
/** What comes once a month is known from a few days only. */
const MONTHLY_SPREAD = 0.1;

export interface Judged extends Baseline {
  /** 1: more than usual, -1: less, 0: usual or unknown. */
  readonly signs: Int8Array;
  /** By day: how much of the difference is accounted for, here or in parts; for the layer above. */
  readonly accounted: Float64Array;
}

interface Difference {
  readonly rest: number;
  readonly expected: number;
  readonly spread: number;
}

/** A series that is judged. */
export interface Judgeable {
  readonly first: Day;
  /** Cost by day, with what is expected in gaps; NaN: before it begins. */
  readonly filled: Float64Array;
  /** NaN: no line of that day, about which nothing is said. */
  readonly actual: Float64Array;
  /** What its parts account for. */
  readonly accounted: Float64Array;
}

export function judge(
  series: Judgeable,
  settings: UnusualSettings,
  baseline = baselineOf(series.filled, series.first),
): Judged {
  const { first, filled, actual } = series;
  const { expected: weekly, spread } = baseline;
  // Of a monthly job the parts account for some months only when it is near the bounds.
  const whole = filled.map((value, at) => value - (weekly[at] ?? NaN));
  const rest = whole.map((difference, at) => difference - (series.accounted[at] ?? 0));
  const expected = weekly.slice();
  const signs = new Int8Array(filled.length);
  const accounted = series.accounted.slice();
  for (const [at, usual] of weekly.entries()) {
    if (Number.isNaN(usual) || Number.isNaN(actual[at])) continue;
    const difference = { rest: rest[at] ?? 0, expected: usual, spread: spread[at] ?? 0 };
    // A monthly job that stays within the bounds here must not go beyond those of the whole.
    if (!isBeyond(difference, settings, NEAR)) continue;
    const monthly = [rest, whole].map((one) => monthlyDifference(first + at, (day) => knownAt(one, day - first)));
    const left = lessMonthly(difference, monthly);
    const isUnusual = isBeyond(left, settings, 1);
    if (isUnusual) signs[at] = left.rest > 0 ? 1 : -1;
    if (left === difference && !isUnusual) continue;
    expected[at] = left.expected;
    accounted[at] = whole[at] ?? 0;
  }
  function knownAt(differences: Float64Array, at: number): number {
    return Number.isNaN(actual[at]) ? NaN : (differences[at] ?? NaN);
  }
  widen(signs, (at, sign) => {
    const difference = { rest: rest[at] ?? NaN, expected: expected[at] ?? NaN, spread: spread[at] ?? NaN };
    if (Number.isNaN(actual[at]) || difference.rest * sign <= 0 || !isBeyond(difference, settings, NEAR)) return false;
    accounted[at] = whole[at] ?? 0;
    return true;
  });
  return { expected, spread, signs, accounted };
}

function isBeyond(difference: Difference, settings: UnusualSettings, share: number): boolean {
  const size = Math.abs(difference.rest);
  return size > 0 && size >= share * boundOf(difference, settings);
}

/** How far a day may lie from what is expected of it. */
export function boundOf({ expected, spread }: Omit<Difference, 'rest'>, { floor, percent }: UnusualSettings): number {
  return Math.max(floor, (percent / 100) * Math.abs(expected), DEVIATIONS * spread);
}

/** What is left of a difference without what comes each month: of several readings of that the one that leaves least. */
function lessMonthly(difference: Difference, monthly: readonly number[]): Difference {
  return monthly
    .filter((one) => one !== 0)
    .map((one) => withMonthly(difference, one))
    .reduce((least, one) => (Math.abs(one.rest) < Math.abs(least.rest) ? one : least), difference);
}

function withMonthly({ rest, expected, spread }: Difference, most: number): Difference {
  // A job that does less this month is no news.
  const monthly = Math.sign(rest) === Math.sign(most) && Math.abs(rest) < Math.abs(most) ? rest : most;
  const usual = expected + monthly;
  const grown = expected > 0 ? spread * Math.max(1, usual / expected) : spread;
  return { rest: rest - monthly, expected: usual, spread: Math.max(grown, MONTHLY_SPREAD * Math.abs(usual)) };
}

/** Takes the days on either side of unusual ones in, as long as they belong to them. */
function widen(signs: Int8Array, belongs: (at: number, sign: number) => boolean): void {
  for (let at = 1; at < signs.length; at++) {
    const before = signs[at - 1] ?? 0;
    if (signs[at] === 0 && before !== 0 && belongs(at, before)) signs[at] = before;
  }
  for (let at = signs.length - 2; at >= 0; at--) {
    const after = signs[at + 1] ?? 0;
    if (signs[at] === 0 && after !== 0 && belongs(at, after)) signs[at] = after;
  }
}

/** Places of the first and the last day of a run, and its side. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly sign: number;
}

/** Days between that are usual or unknown don't end a run: a weekend. */
const BRIDGED = 2;

export function runsOf(signs: Int8Array): readonly Run[] {
  const runs: Run[] = [];
  for (const [at, sign] of signs.entries()) {
    if (sign === 0) continue;
    const before = runs.at(-1);
    if (before?.sign === sign && at - before.last <= BRIDGED + 1) runs[runs.length - 1] = { ...before, last: at };
    else runs.push({ first: at, last: at, sign });
  }
  return runs;
}
