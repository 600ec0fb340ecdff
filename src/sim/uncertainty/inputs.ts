/** The scenario's inputs, checked and made ready to be drawn. */
import {
  type Exact,
  ZERO,
  add,
  compare,
  divide,
  fraction,
  multiply,
  parseExact,
  roundHalfAway,
  toFloat,
} from '../../core/exact.ts';
import type { Distribution, OutcomeShares, UncertainInput, Uncertainty } from '../../core/scenario/uncertainty.ts';
import { CANCELS, EST, LARGEST, RENEWS, UNCHANGED } from './codes.ts';
import { exp, log } from './maths.ts';
import { pertTable } from './pert.ts';
import type { DrawForm, PlannedInput, Uncertain } from './types.ts';

const PER_PERCENT = UNCHANGED / 100;

/** What is wrong with an input; `index` counts from 0, undefined where it is about the loadings or the number of trials. */
export interface InputProblem {
  readonly code: InputProblemCode;
  readonly index: number | undefined;
}

export type InputProblemCode =
  /** Fewer than one trial, or more than `MOST_TRIALS`. */
  | 'trials'
  /** A loading outside −1…1. */
  | 'loading'
  /** The ends are not in order, or the mode lies outside them. */
  | 'order'
  /** A standard deviation below 0. */
  | 'spread'
  /** A lognormal variable's mean is not above 0. */
  | 'mean'
  /** A weight below 0, or none above. */
  | 'weights'
  /** A limit on an amount that trials do not have. */
  | 'limit';

export const MOST_TRIALS = 100_000;

interface Drawn {
  readonly form: DrawForm;
  readonly numbers: readonly number[] | Float64Array;
  readonly value?: number;
}

/** The first problem of an input; undefined: it can be drawn. */
export function inputProblem(input: UncertainInput): InputProblemCode | undefined {
  if (input.what === 'outcome') return weightsProblem([input.renews, input.cancels, input.est]);
  const { distribution } = input;
  switch (distribution.kind) {
    case 'constant':
      return undefined;
    case 'uniform':
      return ordered(distribution.min, distribution.max) ? undefined : 'order';
    case 'triangular':
    case 'pert':
      return ordered(distribution.min, distribution.mode) && ordered(distribution.mode, distribution.max)
        ? undefined
        : 'order';
    case 'normal':
      return compare(exactOf(distribution.sd), ZERO) < 0 ? 'spread' : undefined;
    case 'lognormal':
      if (compare(exactOf(distribution.sd), ZERO) < 0) return 'spread';
      return compare(exactOf(distribution.mean), ZERO) <= 0 ? 'mean' : undefined;
    case 'discrete':
      return weightsProblem(distribution.values.map(({ weight }) => weight));
  }
}

function weightsProblem(weights: readonly string[]): InputProblemCode | undefined {
  const exact = weights.map(exactOf);
  const isNegative = exact.some((weight) => compare(weight, ZERO) < 0);
  return isNegative || !exact.some((weight) => compare(weight, ZERO) > 0) ? 'weights' : undefined;
}

function ordered(low: string, high: string): boolean {
  return compare(exactOf(low), exactOf(high)) <= 0;
}

/** An input whose values are whole numbers from now on. */
export function planInput(input: UncertainInput, index: number, { loadings }: Uncertainty): PlannedInput {
  const { what, shared } = input;
  const loading = toFloat(
    exactOf(what === 'price' ? loadings.price : what === 'fx' ? loadings.fx : loadings.behaviour),
  );
  const { form, numbers, value = 0 } = drawnOf(input);
  const rest = Math.sqrt(1 - loading * loading);
  return { index, what, form, shared, numbers: Float64Array.from(numbers), value, loading, rest };
}

function drawnOf(input: UncertainInput): Drawn {
  if (input.what === 'outcome') return sharesOf(input);
  const drawn = distributionOf(input.distribution, input.what);
  return drawn;
}

function sharesOf({ renews, cancels, est }: OutcomeShares): Drawn {
  return stepsOf([
    [RENEWS, exactOf(renews)],
    [CANCELS, exactOf(cancels)],
    [EST, exactOf(est)],
  ]);
}

/** Chances add up in the order of the values; one value with all the weight is a constant. */
function stepsOf(values: readonly (readonly [number, Exact])[]): Drawn {
  const weighed = values.filter(([, weight]) => compare(weight, ZERO) > 0);
  const [only] = weighed;
  if (weighed.length === 1 && only) return constant(only[0]);
  const total = weighed.reduce((sum, [, weight]) => add(sum, weight), ZERO);
  let sum = ZERO;
  const numbers: number[] = [];
  for (const [value, weight] of weighed) {
    sum = add(sum, weight);
    numbers.push(toFloat(divide(sum, total)), value);
  }
  return { form: 'discrete', numbers };
}

function constant(value: number): Drawn {
  return { form: 'constant', numbers: [], value };
}

function distributionOf(distribution: Distribution, what: Uncertain): Drawn {
  const at = (text: string): number => toFloat(scaled(exactOf(text), what));
  switch (distribution.kind) {
    case 'constant':
      return constant(wholeOf(exactOf(distribution.value), what));
    case 'discrete':
      return stepsOf(
        distribution.values
          .map(({ value, weight }) => [wholeOf(exactOf(value), what), exactOf(weight)] as const)
          .sort(([a], [b]) => a - b),
      );
    case 'uniform': {
      const { min, max } = distribution;
      if (!isBelow(min, max)) return constant(wholeOf(exactOf(min), what));
      return { form: 'uniform', numbers: [at(min), at(max) - at(min)] };
    }
    case 'triangular':
    case 'pert': {
      const [min, mode, max] = [at(distribution.min), at(distribution.mode), at(distribution.max)];
      if (min === max) return constant(wholeOf(exactOf(distribution.min), what));
      const share = (mode - min) / (max - min);
      if (distribution.kind === 'triangular') return { form: 'triangular', numbers: [min, max - min, share] };
      return { form: 'pert', numbers: Float64Array.from([min, max - min, ...pertTable(share)]) };
    }
    case 'normal':
    case 'lognormal':
      return spreadOf(distribution, what);
  }
}

function spreadOf({ kind, mean, sd }: Extract<Distribution, { kind: 'normal' | 'lognormal' }>, what: Uncertain): Drawn {
  const [centre, spread] = [toFloat(exactOf(mean)), toFloat(exactOf(sd))];
  if (spread === 0) return constant(wholeOf(exactOf(mean), what));
  const scale = what === 'bridgeDays' ? 1 : PER_PERCENT;
  const offset = what === 'bridgeDays' ? 0 : UNCHANGED;
  if (kind === 'normal') return { form: 'normal', numbers: [offset + centre * scale, spread * scale] };
  const variance = log(1 + (spread / centre) * (spread / centre));
  return { form: 'lognormal', numbers: [offset, scale * centre * exp(-variance / 2), Math.sqrt(variance)] };
}

/** A percentage as a factor in millionths; days as they are. */
function scaled(value: Exact, what: Uncertain): Exact {
  if (what === 'bridgeDays') return value;
  return multiply(add(value, fraction(100)), fraction(PER_PERCENT));
}

function wholeOf(value: Exact, what: Uncertain): number {
  const { n, d } = scaled(value, what);
  return Math.min(LARGEST, Math.max(0, Number(roundHalfAway(n, d))));
}

function isBelow(a: string, b: string): boolean {
  return compare(exactOf(a), exactOf(b)) < 0;
}

/** The reader of scenarios has checked the decimals. */
export function exactOf(text: string): Exact {
  const value = parseExact(text);
  if (!value) throw new Error(`INTERNAL: not a decimal: ${text}`);
  return value;
}
