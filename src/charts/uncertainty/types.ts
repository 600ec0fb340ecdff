/** What the charts of uncertainty are made from: statistics of one amount in one currency. Figures are minor units. */
import type { Month } from '../../core/days.ts';
import type { Minor } from '../../core/money.ts';

/** What a chart is about. */
export interface Subject {
  /** The amount's name, such as `Extra`. */
  readonly amount: string;
  readonly currency: string;
}

export interface FanMonth {
  readonly month: Month;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly deterministic: Minor;
}

/** The totals of all trials. */
export interface Spread {
  /** In ascending order. */
  readonly sorted: Float64Array;
  readonly p5: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly deterministic: Minor;
}

/** A figure between two cents is read as the nearer one. */
export function nearest(minor: number): Minor {
  return Math.sign(minor) * Math.round(Math.abs(minor)) || 0;
}

/** How many of the sorted values lie above `limit`. */
export function countAbove(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low;
}
