/** Runs that began together in one customer are one matter: a virtual machine brings its disk and its traffic with it. */
import { type FoundRun } from './layers.ts';
import { type SpendScope, UNUSUAL_LAYERS, type UnusualLayer } from './types.ts';

/** Days between the first days of runs that began together. */
const TOGETHER = 1;

export interface MergedRun extends FoundRun {
  /** All of its runs, the first to begin first. */
  readonly parts: readonly FoundRun[];
  /** Those of them that lie in no other: their costs add up. */
  readonly apart: readonly FoundRun[];
}

/** @param runs of one customer, or of everything */
export function mergedRuns(runs: readonly FoundRun[]): readonly MergedRun[] {
  const open: FoundRun[][] = [];
  const sorted = runs.toSorted(
    (a, b) => a.first - b.first || depthOf(a) - depthOf(b) || (scopeText(a.scope) < scopeText(b.scope) ? -1 : 1),
  );
  for (const run of sorted) {
    const together = open.findLast(
      ([begun = run]) => begun.isRise === run.isRise && run.first - begun.first <= TOGETHER,
    );
    if (together) together.push(run);
    else open.push([run]);
  }
  return open.flatMap((parts) => mergedOf(parts));
}

function mergedOf(parts: readonly FoundRun[]): readonly MergedRun[] {
  const [begun] = parts;
  if (!begun) return [];
  const apart = parts.filter((part) => !parts.some((other) => other !== part && holds(other, part)));
  const worst = apart.map((part) => part.worst).toSorted((a, b) => sizeOf(b) - sizeOf(a))[0] ?? begun.worst;
  const scope = parts.map((part) => part.scope).reduce(commonScope);
  return [
    {
      ...{ parts, apart, scope, worst, layer: layerOf(scope), isRise: begun.isRise, first: begun.first },
      last: Math.max(...parts.map(({ last }) => last)),
      expected: apart.reduce((sum, part) => sum + part.expected, 0),
    },
  ];
}

function sizeOf({ cost, expected }: FoundRun['worst']): number {
  return Math.abs(cost - expected);
}

function depthOf({ layer }: FoundRun): number {
  return UNUSUAL_LAYERS.indexOf(layer);
}

/** Whether a run's scope takes another's in. */
function holds({ scope }: FoundRun, part: FoundRun): boolean {
  const common = commonScope(scope, part.scope);
  return scopeText(common) === scopeText(scope) && scopeText(scope) !== scopeText(part.scope);
}

function commonScope(a: SpendScope, b: SpendScope): SpendScope {
  if (a.customer === undefined || a.customer !== b.customer) return {};
  if (a.category === undefined || a.category !== b.category) return { customer: a.customer };
  if (a.meter === undefined || a.meter !== b.meter) return { customer: a.customer, category: a.category };
  return a;
}

function layerOf({ customer, category, meter }: SpendScope): UnusualLayer {
  if (customer === undefined) return 'total';
  return meter !== undefined ? 'meter' : category !== undefined ? 'category' : 'customer';
}

/** The texts of a scope in one, each apart from the others. */
function scopeText({ customer, category, meter }: SpendScope): string {
  return JSON.stringify([customer, category, meter].filter((text) => text !== undefined));
}
