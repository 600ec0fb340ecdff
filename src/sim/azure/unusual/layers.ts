/** One customer's consumption, from its meters up: what is found in a part is taken out of the whole before that is looked at. */
import type { Day } from '../../../core/days.ts';
import { type Judged, judge, runsOf } from './judge.ts';
import type { SpendScope, UnusualLayer, UnusualSettings } from './types.ts';

/** Cost by day of one meter of a customer; NaN: no line. */
export interface MeterSeries {
  readonly category: string;
  readonly meter: string;
  readonly values: Float64Array;
}

/** A run before its exact cost is known. */
export interface FoundRun {
  readonly layer: UnusualLayer;
  readonly scope: SpendScope;
  readonly first: Day;
  readonly last: Day;
  readonly isRise: boolean;
  /** Of the days with cost. */
  readonly expected: number;
  readonly worst: { readonly day: Day; readonly cost: number; readonly expected: number };
}

export interface Layered {
  readonly values: Float64Array;
  /** What its parts account for, for the layer above. */
  readonly accounted: Float64Array;
  readonly runs: readonly FoundRun[];
  /** How many series were looked at. */
  readonly series: number;
  /** Something is known of what is usual. */
  readonly isKnown: boolean;
}

interface Context {
  readonly first: Day;
  readonly settings: UnusualSettings;
}

export function customerLayers(customer: string, meters: readonly MeterSeries[], context: Context): Layered {
  const names = [...new Set(meters.map(({ category }) => category))];
  const categories = names.map((category) => {
    const own = meters.filter((one) => one.category === category);
    const parts = own.map(({ meter, values }) =>
      judgedLayer('meter', { customer, category, meter }, values, [], context),
    );
    return wholeOf('category', { customer, category }, parts, context);
  });
  return wholeOf('customer', { customer }, categories, context);
}

export function totalLayer(customers: readonly Pick<Layered, 'values' | 'accounted'>[], context: Context): Layered {
  const parts = customers.map((one) => ({ ...one, runs: [], series: 0, isKnown: true }));
  return wholeOf('total', {}, parts, context);
}

/** Of a single part nothing more can be said than of that part. */
function wholeOf(layer: UnusualLayer, scope: SpendScope, parts: readonly Layered[], context: Context): Layered {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return judgedLayer(layer, scope, sumOf(parts.map(({ values }) => values)), parts, context);
}

function judgedLayer(
  layer: UnusualLayer,
  scope: SpendScope,
  values: Float64Array,
  parts: readonly Layered[],
  { first, settings }: Context,
): Layered {
  const below = parts.length > 0 ? sumOf(parts.map(({ accounted }) => accounted)) : undefined;
  const shared = { values, runs: parts.flatMap(({ runs }) => runs) };
  const series = parts.reduce((sum, part) => sum + part.series, 0);
  const isLarge = values.some((value) => Math.abs(value) >= settings.floor);
  if (!isLarge) return { ...shared, series, accounted: below ?? new Float64Array(values.length), isKnown: true };
  const judged = judge(values, first, settings, below);
  const own = runsOf(judged.signs).map((run) => foundRun(layer, scope, first, { ...run, values, judged }));
  return {
    ...{ values, accounted: judged.accounted, series: series + 1 },
    runs: [...shared.runs, ...own],
    isKnown: judged.expected.some((value, at) => !Number.isNaN(value + (values[at] ?? NaN))),
  };
}

/** Sums by day; a day that no part knows stays unknown. */
export function sumOf(parts: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(parts[0]?.length ?? 0).fill(NaN);
  for (const part of parts)
    for (const [at, value] of part.entries()) {
      const before = sums[at] ?? NaN;
      if (!Number.isNaN(value)) sums[at] = Number.isNaN(before) ? value : before + value;
    }
  return sums;
}

interface RunOf {
  readonly first: number;
  readonly last: number;
  readonly sign: number;
  readonly values: Float64Array;
  readonly judged: Judged;
}

function foundRun(layer: UnusualLayer, scope: SpendScope, start: Day, run: RunOf): FoundRun {
  const { first, last, sign, values } = run;
  let sum = 0;
  let worst = { day: start + first, cost: NaN, expected: NaN };
  for (let at = first; at <= last; at++) {
    const [cost = NaN, expected = NaN] = [values[at], run.judged.expected[at]];
    if (Number.isNaN(cost) || Number.isNaN(expected)) continue;
    sum += expected;
    const isWorse = Number.isNaN(worst.cost) || (cost - expected) * sign > (worst.cost - worst.expected) * sign;
    if (isWorse) worst = { day: start + at, cost, expected };
  }
  return { layer, scope, first: start + first, last: start + last, isRise: sign > 0, expected: sum, worst };
}
