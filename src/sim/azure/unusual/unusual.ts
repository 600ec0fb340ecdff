/** Unusual spend: days on which a customer, a meter category or a meter cost far more or far less than such days usually do. */
import { type Day, dayToText } from '../../../core/days.ts';
import { WEEK } from '../forecast/methods.ts';
import type { Usage } from '../types.ts';
import { comparedWeeks, exactCost, movesOf } from './explain.ts';
import { boundOf } from './judge.ts';
import { type FoundRun, type Layered, customerLayers, layerAt, sumOf, totalLayer } from './layers.ts';
import { type MergedRun, mergedRuns } from './merge.ts';
import { type CustomerRows, type SpendRows, meterSeries, scopedRows, spendRows } from './spend-rows.ts';
import type { SpendFinding, SpendRun, SpendScope, SpendSeries, UnusualAnswer, UnusualSettings } from './types.ts';

/** Findings that are shown. */
const MOST_FINDINGS = 500;

/** What was found, and the series of each finding by its id. */
export interface Unusual {
  readonly answer: UnusualAnswer;
  readonly series: ReadonlyMap<string, SpendSeries>;
}

interface Located {
  readonly run: MergedRun;
  readonly layered: Layered;
}

/** Finds unusual spend at once. */
export function unusualSpend(usage: Usage, currency: string, settings: UnusualSettings): Unusual {
  const steps = unusualSteps(usage, currency, settings);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Of the work, looking at the customers; the rest is explaining what was found. */
const LOOKING = 0.8;

/** The same step by step, a customer or a finding each: yields the share that is done. */
export function* unusualSteps(usage: Usage, currency: string, settings: UnusualSettings): Generator<number, Unusual> {
  const all = spendRows(usage, currency);
  const context = { first: all.from, settings };
  const located: Located[] = [];
  let sum: Layered | undefined;
  let [series, young] = [0, 0];
  for (const [at, own] of all.customers.entries()) {
    const layered = customerLayers(own.customer, meterSeries(usage, own, all.from, all.to), context);
    for (const run of mergedRuns(layered.runs)) located.push({ run, layered: layerAt(layered, run.scope) });
    sum = sum ? added(sum, layered) : layered;
    series += judgedCount(layered);
    if (!isKnown(layered)) young++;
    yield (LOOKING * (at + 1)) / all.customers.length;
  }
  if (sum && all.customers.length > 1) {
    const layered = totalLayer(sum, context);
    for (const run of mergedRuns(layered.runs)) located.push({ run, layered });
    series++;
  }
  const largest = located.toSorted((a, b) => roughSize(b.run) - roughSize(a.run)).slice(0, MOST_FINDINGS);
  const findings: { readonly finding: SpendFinding; readonly layered: Layered }[] = [];
  for (const { run, layered } of largest) {
    findings.push({ finding: findingOf(usage, currency, all, run), layered });
    yield LOOKING + ((1 - LOOKING) * findings.length) / largest.length;
  }
  findings.sort(({ finding: a }, { finding: b }) => Math.abs(b.excess) - Math.abs(a.excess) || (a.id < b.id ? -1 : 1));
  return {
    answer: {
      findings: findings.map(({ finding }) => finding),
      left: located.length - largest.length,
      ...{ from: all.from, to: all.to, customers: all.customers.length, series, young },
    },
    series: new Map(
      findings.flatMap(({ finding, layered }) => {
        const own = seriesOf(layered, all.from, settings);
        return own ? [[finding.id, own]] : [];
      }),
    ),
  };
}

/** Of all customers together only the sums are kept. */
function added(sum: Layered, { actual, filled, accounted }: Layered): Layered {
  return {
    ...{ layer: 'total', scope: {}, parts: [], runs: [], judged: undefined },
    actual: sumOf([sum.actual, actual]),
    filled: sumOf([sum.filled, filled]),
    accounted: sumOf([sum.accounted, accounted]),
  };
}

function judgedCount({ judged, parts }: Layered): number {
  return parts.reduce((sum, part) => sum + judgedCount(part), judged ? 1 : 0);
}

/** What is too small to look at needs no days. */
function isKnown({ judged, actual, parts }: Layered): boolean {
  if (!judged) return parts.every(isKnown);
  return actual.some((value, at) => !Number.isNaN(value + (judged.expected[at] ?? NaN)));
}

/** What a series cost by day, with what was expected and the bounds of what is usual. */
function seriesOf({ actual, judged }: Layered, first: Day, settings: UnusualSettings): SpendSeries | undefined {
  if (!judged) return undefined;
  const { expected, spread } = judged;
  const width = expected.map((value, at) => boundOf({ expected: value, spread: spread[at] ?? NaN }, settings));
  return {
    ...{ first, values: actual, expected },
    low: expected.map((value, at) => Math.max(0, value - (width[at] ?? NaN))),
    high: expected.map((value, at) => value + (width[at] ?? NaN)),
  };
}

function roughSize({ worst, first, last }: MergedRun): number {
  return Math.abs(worst.cost - worst.expected) * (last - first + 1);
}

function findingOf(usage: Usage, currency: string, all: SpendRows, merged: MergedRun): SpendFinding {
  const { scope, first, last, parts, apart, worst, isRise, layer } = merged;
  const those = customersOf(all, scope);
  const runs = parts.map((part) => exactRun(usage, those, part));
  const costs = runs.filter((_, at) => apart.includes(parts[at] ?? merged));
  const rows = apart.flatMap((part) => [...rowsOfRun(usage, those, part)]);
  const [begun = merged] = parts;
  const compared = comparedWeeks(merged, all.from, all.to);
  const window = compared && {
    first: Math.min(first, compared.start),
    last: Math.max(last, compared.start + compared.weeks * WEEK - 1),
  };
  const near = window ? those.flatMap((own) => [...scopedRows(usage, own, scope, window)]) : [];
  const cost = exactCost(usage, rows);
  const expected = costs.reduce((sum, run) => sum + run.expected, 0);
  return {
    id: idOf(begun, currency),
    ...{ layer, scope, first, last, isRise, cost, expected, worst },
    customerName: scope.customer === undefined ? '' : (usage.names.get(scope.customer.toLowerCase()) ?? scope.customer),
    parts: runs.length > 1 ? runs : [],
    excess: Number(cost) - expected,
    isOpen: last === all.to,
    moves: compared ? movesOf(usage, Uint32Array.from(near), compared, merged) : [],
  };
}

/** `2026-10-12 + EUR | customer | category | meter`: texts as they are in lower case, a bar in them twice. */
function idOf({ first, isRise, scope: { customer, category, meter } }: FoundRun, currency: string): string {
  const texts = [customer, category, meter].flatMap((text) => text?.toLowerCase().replaceAll('|', '||') ?? []);
  return [`${dayToText(first)} ${isRise ? '+' : '-'} ${currency}`, ...texts].join(' | ');
}

function exactRun(usage: Usage, those: readonly CustomerRows[], run: FoundRun): SpendRun {
  const { layer, scope, first, last, isRise, expected } = run;
  return { layer, scope, first, last, isRise, expected, cost: exactCost(usage, rowsOfRun(usage, those, run)) };
}

function rowsOfRun(usage: Usage, those: readonly CustomerRows[], run: FoundRun): readonly number[] {
  return those.flatMap((own) => [...scopedRows(usage, own, run.scope, run)]);
}

function customersOf({ customers }: SpendRows, { customer }: SpendScope): readonly CustomerRows[] {
  return customer === undefined ? customers : customers.filter((own) => own.customer === customer);
}
