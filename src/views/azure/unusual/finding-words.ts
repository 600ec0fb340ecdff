/** Findings of unusual spend in words, tables and a chart. */
import type { SeriesTable } from '../../../charts/table/series-table.ts';
import { monthOfDay, partsOfDay } from '../../../core/days.ts';
import { type Exact, ZERO, parseExact, subtract } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { minorDigits } from '../../../core/money.ts';
import { azureUnusualText as text } from '../../../core/text/en/azure-unusual.ts';
import type { SpendFinding, SpendMove, SpendRun, SpendScope, SpendSeries } from '../../../sim/azure/unusual/types.ts';
import { exactOf, figuresOf } from '../consumption/usage-series.ts';
import { dimensionTitle } from '../dimensions.ts';

/** An estimate as an exact figure, to be written with the digits of its currency. */
export function estimate(value: number): Exact {
  return parseExact(String(value)) ?? ZERO;
}

/** The scope below the customer. */
export function scopeWords({ category, meter }: SpendScope): string {
  return [category, meter].filter((part) => part !== undefined && part !== '').join(' · ') || text.everyMeter;
}

export function customerWords({ scope, customerName }: SpendFinding): string {
  return scope.customer === undefined ? text.everything : customerName;
}

/** A difference with its sign and a glyph. */
export function differenceWords(cost: string, expected: number, currency: string, format: Format): string {
  const digits = minorDigits(currency);
  const difference = subtract(exactOf(cost), estimate(expected));
  const amount = format.exact(difference, [digits, digits], 'always');
  return difference.n > 0n ? text.rise(amount) : difference.n < 0n ? text.fall(amount) : text.same(amount);
}

/** The two largest of what it comes from, without what its scope says already. */
export function whyWords({ moves, scope }: SpendFinding): string {
  const named = moves.filter(({ dimension }) => dimension !== 'meter' || scope.meter === undefined);
  const first = ['customer', 'meter', 'resource', 'tag'].flatMap((dimension) => named.find((one) => one.dimension === dimension) ?? []); // prettier-ignore
  return first.map((move) => (move.dimension === 'resource' ? lastPart(move.name) : moveName(move))).join(', ');
}

/** Of a resource's path its own name. */
function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

export function moveName({ dimension, key = '', name }: SpendMove): string {
  return dimension === 'tag' ? text.tag(key, name) : name;
}

/** What happened, in sentences. */
export function findingSentences(finding: SpendFinding, currency: string, format: Format): readonly string[] {
  const { first, last, cost, expected, worst, isOpen, parts } = finding;
  const { write } = figuresOf(currency, true, format);
  const money = (value: Exact): string => `${write(value)} ${currency}`;
  const what = `${customerWords(finding)}, ${scopeWords(finding.scope)},`;
  return [
    text.detail.cost(what, format.days(first, last), money(exactOf(cost)), money(estimate(expected))),
    ...(last > first && !Number.isNaN(worst.cost)
      ? [text.detail.worst(format.day(worst.day), money(estimate(worst.cost)), money(estimate(worst.expected)))]
      : []),
    ...(parts.length > 0 ? [text.detail.parts(format.count(parts.length))] : []),
    ...(isOpen ? [text.detail.isOpen] : []),
  ];
}

export function moveRows(
  moves: readonly SpendMove[],
  currency: string,
  format: Format,
): readonly (readonly string[])[] {
  const { write } = figuresOf(currency, true, format);
  return moves.map((move) => [
    move.dimension === 'tag' ? text.moves.dimensions.tag : dimensionTitle(move.dimension),
    moveName(move),
    write(exactOf(move.cost)),
    write(estimate(move.usual)),
    differenceWords(move.cost, move.usual, currency, format),
  ]);
}

export function partRows(parts: readonly SpendRun[], currency: string, format: Format): readonly (readonly string[])[] {
  const { write } = figuresOf(currency, true, format);
  return parts.map(({ scope, first, last, cost, expected }) => [
    scopeWords(scope),
    format.days(first, last),
    write(exactOf(cost)),
    write(estimate(expected)),
    differenceWords(cost, expected, currency, format),
  ]);
}

/** Days around a finding that the chart shows. */
const AROUND = { before: 42, after: 21 } as const;

export function findingTable(
  finding: SpendFinding,
  series: SpendSeries,
  currency: string,
  format: Format,
): SeriesTable {
  const figures = figuresOf(currency, true, format);
  const start = Math.max(0, finding.first - AROUND.before - series.first);
  const end = Math.min(series.values.length, finding.last + AROUND.after + 1 - series.first);
  const places = Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);
  const valuesOf = (values: Float64Array) =>
    places.map((at) => (Number.isNaN(values[at] ?? NaN) ? undefined : estimate(values[at] ?? 0)));
  const line = (title: string, values: Float64Array) => ({
    ...{ title, unit: figures.unit, additive: false, write: figures.write, values: valuesOf(values) },
  });
  const what = `${customerWords(finding)}, ${scopeWords(finding.scope)}`;
  return {
    ...{ title: text.chart.title(what), labelTitle: text.chart.day, course: true },
    labels: places.map((at) => {
      const day = series.first + at;
      return `${String(partsOfDay(day).date)} ${format.monthName(monthOfDay(day))}`;
    }),
    series: [line(text.chart.expected, series.expected), line(text.chart.cost, series.values)],
    bands: [{ title: text.chart.usual, around: 0, low: valuesOf(series.low), high: valuesOf(series.high) }],
  };
}
