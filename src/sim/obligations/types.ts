/** What the cost range of CSPP Plus is asked with and gives. Plain data; amounts in minor units of one currency. */
import type { CostLine } from '../../core/obligations/plus/types.ts';
import type { Spread } from '../uncertainty/types.ts';

export interface PlusCostRequest {
  readonly lines: readonly CostLine[];
  readonly currency: string;
  readonly trials: number;
  readonly seed: string;
}

/** The sum with one line at its P10 and at its P90, the others at their median. */
export interface CostSwing {
  readonly id: string;
  readonly p10: number;
  readonly p90: number;
  readonly atLow: number;
  readonly atHigh: number;
}

export interface PlusCost {
  readonly currency: string;
  readonly trials: number;
  readonly seed: string;
  /** How many lines were drawn; the others say nothing, or what cannot be drawn. */
  readonly lines: number;
  /** Sums of the lowest, likely and highest amounts. */
  readonly sums: { readonly low: number; readonly likely: number; readonly high: number };
  /** The sum of each trial in ascending order. */
  readonly sorted: Float64Array;
  readonly spread: Spread;
  /** The sum with every line at its median. */
  readonly median: number;
  /** The widest first. */
  readonly swings: readonly CostSwing[];
}
