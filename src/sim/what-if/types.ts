/** What the screens of what-if ask the engine, and what it answers. */
import type { AssumptionPath } from '../../core/scenario/notes.ts';
import type { DecimalText } from '../../core/scenario/decimal.ts';
import type { Amount, SimulationRequest } from '../types.ts';

/** Counts of subscriptions that the totals have. */
export const COUNTS = ['subscriptions', 'exposed', 'atRisk', 'unpriced'] as const;
export type Count = (typeof COUNTS)[number];

/** One result of a simulation, in one currency. */
export type Measure =
  | { readonly kind: 'amount'; readonly amount: Amount; readonly currency: string }
  | { readonly kind: 'count'; readonly count: Count; readonly currency: string }
  /** Margin ÷ what the customers pay in EST. */
  | { readonly kind: 'margin-share'; readonly currency: string }
  /** Absorbed ÷ what the customers' prices would have to rise by. */
  | { readonly kind: 'absorbed-share'; readonly currency: string };

/**
 * An exact result: `top / bottom`, both whole numbers. Amounts are minor units over 1. A bottom of 0: there is none,
 * such as a margin of nothing.
 */
export interface Reading {
  readonly top: number;
  readonly bottom: number;
}

/** An assumption at a value, in its unit. */
export interface InputValue {
  readonly path: AssumptionPath;
  readonly value: DecimalText;
}

/** A value of the searched input with its result. */
export interface Point {
  readonly value: DecimalText;
  readonly reading: Reading;
}

export interface GoalSeekInput {
  readonly request: SimulationRequest;
  readonly path: AssumptionPath;
  readonly measure: Measure;
  /** What the result shall be. */
  readonly target: Reading;
  /** Where to look, both ends included. */
  readonly from: DecimalText;
  readonly to: DecimalText;
}

/** A place where the result reaches the target or jumps over it. */
export interface Solution {
  /** The value of the grid whose result is nearest. */
  readonly at: Point;
  /** The next value of the grid, on the other side of the target where there is one. */
  readonly beside: Point | undefined;
  /** The result is the target, to the cent. */
  readonly isExact: boolean;
}

/** `none`: no value of the range reaches the target. `flat`: the result is the same over the whole range. */
export interface GoalSeekResult {
  readonly kind: 'found' | 'several' | 'none' | 'flat';
  readonly solutions: readonly Solution[];
  /** The nearest of all values that were tried; undefined when none has a result. */
  readonly closest: Point | undefined;
  /** The values of the first look over the range, for a picture. */
  readonly scanned: readonly Point[];
  readonly evaluations: number;
}

export interface TableAxis {
  readonly path: AssumptionPath;
  readonly values: readonly DecimalText[];
}

/** With one axis a row for each value; with two, rows go along the first and columns along the second. */
export interface InputTableInput {
  readonly request: SimulationRequest;
  readonly axes: readonly [TableAxis] | readonly [TableAxis, TableAxis];
  readonly measures: readonly Measure[];
}

/**
 * Readings of all cells: first the rows, in them the columns, in them the measures. Cells that are not there yet have a
 * top of NaN.
 */
export interface InputTable {
  readonly tops: Float64Array;
  readonly bottoms: Float64Array;
  readonly done: number;
  readonly of: number;
}

export interface RangedInput {
  readonly path: AssumptionPath;
  readonly low: DecimalText;
  readonly high: DecimalText;
}

export interface TornadoRequest {
  readonly request: SimulationRequest;
  readonly measure: Measure;
  readonly inputs: readonly RangedInput[];
}

/** Results of one input at its ends, all others as they are. */
export interface TornadoBar {
  /** Place of the input in the question. */
  readonly input: number;
  readonly low: Reading;
  readonly high: Reading;
}

export interface Tornado {
  /** Everything as it is. */
  readonly present: Reading;
  /** The widest first; equal ones in the order of the question. */
  readonly bars: readonly TornadoBar[];
}

export interface SpiderRequest {
  readonly request: SimulationRequest;
  readonly measure: Measure;
  /** For each input its values in ascending order of their places. */
  readonly inputs: readonly { readonly path: AssumptionPath; readonly values: readonly DecimalText[] }[];
}

export interface Spider {
  readonly present: Reading;
  /** For each input the result at each of its values. */
  readonly lines: readonly (readonly Reading[])[];
}
