/** One customer's consumption, from its meters up: what is found in a part is taken out of the whole before that is looked at. */
import type { Day } from '../../../core/days.ts';
import { baselineOf } from './baseline.ts';
import { filledGaps } from './gaps.ts';
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

/** A series that has been looked at. */
export interface Layered {
  readonly actual: Float64Array;
  readonly filled: Float64Array;
  /** What it accounts for in the layer above. */
  readonly accounted: Float64Array;
  /** Undefined: too small to look at. */
  readonly judged: Judged | undefined;
  readonly layer: UnusualLayer;
  readonly scope: SpendScope;
  /** What it is the sum of. */
  readonly parts: readonly Layered[];
  readonly runs: readonly FoundRun[];
}

interface Context {
  readonly first: Day;
  readonly settings: UnusualSettings;
}

export function customerLayers(customer: string, meters: readonly MeterSeries[], context: Context): Layered {
  const names = [...new Set(meters.map(({ category }) => category))];
  const categories = names.map((category) => {
    const own = meters.filter((one) => one.category === category);
    const parts = own.map(({ meter, values }) => meterLayer({ customer, category, meter }, values, context));
    return wholeLayer('category', { customer, category }, parts, context);
  });
  return wholeLayer('customer', { customer }, categories, context);
}

/** The series that a scope is about; of a whole with a single part that part's. */
export function layerAt(layered: Layered, scope: SpendScope): Layered {
  const wanted = [scope.customer, scope.category, scope.meter];
  const inside = layered.parts.find(({ scope: { customer, category, meter } }) =>
    [customer, category, meter].every((text, at) => text === undefined || text === wanted[at]),
  );
  return inside ? layerAt(inside, scope) : layered;
}

function isLarge(values: Float64Array, { floor }: UnusualSettings): boolean {
  return values.some((value) => Math.abs(value) >= floor);
}

function meterLayer(scope: SpendScope, actual: Float64Array, { first, settings }: Context): Layered {
  const shared = { layer: 'meter', scope, actual, parts: [] } as const;
  if (!isLarge(actual, settings)) {
    const filled = actual.map((value) => (Number.isNaN(value) ? 0 : value));
    return { ...shared, filled, accounted: new Float64Array(actual.length), judged: undefined, runs: [] };
  }
  const baseline = baselineOf(actual, first);
  const { filled, missed } = filledGaps(actual, first, baseline);
  const judged = judge({ first, filled, actual, accounted: missed }, settings, baseline);
  return { ...shared, filled, accounted: judged.accounted, judged, runs: runsOfLayer(shared, judged, first) };
}

/** Of a single part nothing more can be said than of that part. */
function wholeLayer(layer: UnusualLayer, scope: SpendScope, parts: readonly Layered[], context: Context): Layered {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const shared = { layer, scope, actual: sumOf(parts.map(({ actual }) => actual)), parts };
  const sums = {
    ...shared,
    filled: sumOf(parts.map(({ filled }) => filled)),
    accounted: sumOf(parts.map(({ accounted }) => accounted)),
    runs: parts.flatMap(({ runs }) => runs),
  };
  return judgedSums(sums, context);
}

/** Everything, out of the sums of all customers. */
export function totalLayer(sums: Omit<Layered, 'judged'>, context: Context): Layered {
  return judgedSums(sums, context);
}

function judgedSums(sums: Omit<Layered, 'judged'>, { first, settings }: Context): Layered {
  if (!isLarge(sums.actual, settings)) return { ...sums, judged: undefined };
  const judged = judge({ first, ...sums }, settings);
  return {
    ...{ ...sums, judged, accounted: judged.accounted },
    runs: [...sums.runs, ...runsOfLayer(sums, judged, first)],
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

function runsOfLayer(
  { layer, scope, actual }: Pick<Layered, 'layer' | 'scope' | 'actual'>,
  judged: Judged,
  first: Day,
): readonly FoundRun[] {
  return runsOf(judged.signs).map((run) => foundRun(layer, scope, first, { ...run, values: actual, judged }));
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
