/** Unusual spend: days on which a customer, a meter category or a meter cost far more or far less than such days usually do. */
import type { Usage } from '../types.ts';
import { baselineOf } from './baseline.ts';
import { comparedWeeks, exactCost, movesOf } from './explain.ts';
import { DEVIATIONS, judge } from './judge.ts';
import { type FoundRun, type Layered, customerLayers, sumOf, totalLayer } from './layers.ts';
import { type MergedRun, mergedRuns, scopeText } from './merge.ts';
import { type CustomerRows, type SpendRows, meterSeries, scopeSeries, scopedRows, spendRows } from './spend-rows.ts';
import type { SpendFinding, SpendRun, SpendScope, SpendSeries, UnusualAnswer, UnusualSettings } from './types.ts';

/** Findings that are shown. */
const MOST_FINDINGS = 500;

/** Finds unusual spend at once. */
export function unusualSpend(usage: Usage, currency: string, settings: UnusualSettings): UnusualAnswer {
  const steps = unusualSteps(usage, currency, settings);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same step by step, a customer each: yields the share that is done. */
export function* unusualSteps(
  usage: Usage,
  currency: string,
  settings: UnusualSettings,
): Generator<number, UnusualAnswer> {
  const all = spendRows(usage, currency);
  const context = { first: all.from, settings };
  const merged: MergedRun[] = [];
  const parts: Pick<Layered, 'values' | 'accounted'>[] = [];
  let [series, young] = [0, 0];
  for (const [at, own] of all.customers.entries()) {
    const layered = customerLayers(own.customer, meterSeries(usage, own, all.from, all.to), context);
    merged.push(...mergedRuns(layered.runs));
    addPart(parts, layered);
    series += layered.series;
    if (!layered.isKnown) young++;
    yield (at + 1) / all.customers.length;
  }
  if (all.customers.length > 1) {
    merged.push(...mergedRuns(totalLayer(parts, context).runs));
    series++;
  }
  const sized = merged.toSorted((a, b) => roughSize(b) - roughSize(a)).slice(0, MOST_FINDINGS);
  return {
    findings: sized
      .map((run) => findingOf(usage, currency, all, run))
      .sort((a, b) => Math.abs(b.excess) - Math.abs(a.excess) || (a.id < b.id ? -1 : 1)),
    left: merged.length - sized.length,
    ...{ from: all.from, to: all.to, customers: all.customers.length, series, young },
  };
}

/** Only the sums of all customers are needed: two series, however many there are. */
function addPart(parts: Pick<Layered, 'values' | 'accounted'>[], { values, accounted }: Layered): void {
  const [sum] = parts;
  if (parts.length < 2 || !sum) parts.push({ values, accounted });
  else parts[0] = { values: sumOf([sum.values, values]), accounted: sumOf([sum.accounted, accounted]) };
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
    from: Math.min(first, compared.start),
    to: Math.max(last, compared.start + compared.weeks * 7),
  };
  const near = window ? those.flatMap((own) => [...scopedRows(usage, own, scope, window.from, window.to)]) : [];
  const cost = exactCost(usage, rows);
  const expected = costs.reduce((sum, run) => sum + run.expected, 0);
  return {
    id: `${String(first)} ${isRise ? '+' : '-'} ${currency} ${scopeText(begun.scope).toLowerCase()}`,
    ...{ layer, scope, first, last, isRise, cost, expected, worst },
    customerName: scope.customer === undefined ? '' : (usage.names.get(scope.customer.toLowerCase()) ?? scope.customer),
    parts: runs.length > 1 ? runs : [],
    excess: Number(cost) - expected,
    isOpen: last === all.to,
    moves: compared ? movesOf(usage, Uint32Array.from(near), compared, isRise) : [],
  };
}

function exactRun(usage: Usage, those: readonly CustomerRows[], run: FoundRun): SpendRun {
  const { layer, scope, first, last, isRise, expected } = run;
  return { layer, scope, first, last, isRise, expected, cost: exactCost(usage, rowsOfRun(usage, those, run)) };
}

function rowsOfRun(usage: Usage, those: readonly CustomerRows[], { scope, first, last }: FoundRun): readonly number[] {
  return those.flatMap((own) => [...scopedRows(usage, own, scope, first, last)]);
}

function customersOf({ customers }: SpendRows, { customer }: SpendScope): readonly CustomerRows[] {
  return customer === undefined ? customers : customers.filter((own) => own.customer === customer);
}

/** What a scope cost by day, with what was expected: what a finding looks like. */
export function spendSeries(usage: Usage, currency: string, scope: SpendScope, settings: UnusualSettings): SpendSeries {
  const all = spendRows(usage, currency);
  const values = scopeSeries(usage, all, scope);
  const { spread } = baselineOf(values, all.from);
  const { expected } = judge(values, all.from, settings);
  const width = (at: number): number =>
    Math.max(
      settings.floor,
      (settings.percent / 100) * Math.abs(expected[at] ?? NaN),
      DEVIATIONS * (spread[at] ?? NaN),
    );
  return {
    ...{ first: all.from, values, expected },
    low: expected.map((value, at) => Math.max(0, value - width(at))),
    high: expected.map((value, at) => value + width(at)),
  };
}
