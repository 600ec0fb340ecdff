/** How often the trials end in each span of an amount. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel } from '../../core/chart.ts';
import { fraction } from '../../core/exact.ts';
import { uncertaintyChartText as text } from '../../core/text/en/uncertainty-charts.ts';
import { type Axis, barAxis, figureScale, niceAxis } from '../axis.ts';
import { figureColumn } from '../columns.ts';
import type { ChartContext } from '../context.ts';
import { widest } from '../fit.ts';
import { AXIS_PARAMS, FONT_SIZE, QUANTITY, SPEC_FRAME } from '../spec-base.ts';
import { ACROSS, ACROSS_PARAMS, INK } from './across.ts';
import { type Spread, type Subject, countAbove, nearest } from './types.ts';

const HEIGHT = 190;
const BINS = 30;

/** Data: `bins` (from, to, count), `zero` (at) and `known` (at). */
const HISTOGRAM_SPEC = {
  ...SPEC_FRAME,
  height: HEIGHT,
  params: [...AXIS_PARAMS, ...ACROSS_PARAMS],
  layer: [
    {
      data: { name: 'bins' },
      mark: { type: 'bar', color: INK.trials },
      encoding: {
        x: { field: 'from', type: 'quantitative', ...ACROSS },
        x2: { field: 'to' },
        y: { field: 'count', type: 'quantitative', ...QUANTITY },
        y2: { datum: 0 },
      },
    },
    { data: { name: 'zero' }, mark: 'rule', encoding: { y: { field: 'at', type: 'quantitative' } } },
    {
      data: { name: 'known' },
      mark: { type: 'rule', color: INK.deterministic, strokeWidth: 2, strokeDash: [4, 3] },
      encoding: { x: { field: 'at', type: 'quantitative' } },
    },
  ],
} satisfies TopLevelSpec;

/** What choosing a bar means: nothing, it only tells its value. */
export interface BinDatum {
  readonly kind: 'bin';
}

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** @param spread totals of the trials in minor units */
export function histogramChart(
  spread: Spread,
  { amount, currency }: Subject,
  context: ChartContext,
): ChartModel<BinDatum> {
  const { format } = context;
  const across = acrossAxis(spread);
  const bins = binsOf(spread.sorted, across);
  const up = barAxis(0, Math.max(0, ...bins.map(({ count }) => count)));
  const figures = figureScale(Math.max(Math.abs(across.low), Math.abs(across.high)), currency, context);
  const tickLabels = up.ticks.map((count) => (Number.isInteger(count) ? format.count(count) : ''));
  const xTickLabels = across.ticks.map(figures.tick);
  const money = (minor: number): string => format.amount(nearest(minor), currency);
  const share = (count: number): string => format.percent(fraction(count, Math.max(1, spread.sorted.length)), 1);
  return {
    kind: 'uncertainty-histogram',
    title: text.histogram.title(amount),
    unit: figures.unit,
    summary: summaryOf(spread, currency, context),
    legend: [
      { label: text.columns.trials, colour: INK.trials, hatched: false },
      { label: text.deterministic, colour: INK.deterministic, hatched: false },
    ],
    tableUnit: currency,
    table: {
      columns: [text.columns.from, text.columns.to, text.columns.trials, text.columns.share].map(figureColumn),
      rows: bins.map(({ from, to, count }) => [money(from), money(to), format.count(count), share(count)]),
    },
    spec: HISTOGRAM_SPEC,
    data: {
      bins: bins.map((bin) => ({ ...bin })),
      zero: [{ at: 0 }],
      known: [{ at: spread.deterministic }],
    },
    signals: {
      ...{ low: up.low, high: up.high, ticks: up.ticks, tickLabels },
      ...{ xLow: across.low, xHigh: across.high, xTicks: across.ticks, xTickLabels },
    },
    height: HEIGHT,
    margins: { top: 10, right: 12, bottom: 24, left: widest(tickLabels, FONT_SIZE.axis) + 10 },
    targets: bins.map(({ from, to, count }) => ({
      name: text.histogram.bar(money(from), `${money(to)} ${currency}`, format.count(count), share(count)),
      box: {
        ...{ left: (from - across.low) / (across.high - across.low), top: 0 },
        ...{ width: (to - from) / (across.high - across.low), height: 1 },
      },
      datum: { kind: 'bin' },
    })),
  };
}

/** An axis that holds all trials and the figure without uncertainty. */
export function acrossAxis({ sorted, deterministic }: Pick<Spread, 'sorted' | 'deterministic'>): Axis {
  const low = Math.min(sorted[0] ?? deterministic, deterministic);
  const high = Math.max(sorted.at(-1) ?? deterministic, deterministic);
  if (low < high) return niceAxis(low, high);
  const room = Math.max(1, Math.abs(low) / 2);
  return niceAxis(low - room, high + room);
}

/** Equal spans over the axis; the last one holds its upper edge too. */
function binsOf(sorted: Float64Array, { low, high }: Axis): readonly Bin[] {
  const width = (high - low) / BINS;
  const counts = new Uint32Array(BINS);
  for (const value of sorted) {
    const bin = Math.min(BINS - 1, Math.floor((value - low) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return [...counts].map((count, index) => ({ from: low + index * width, to: low + (index + 1) * width, count }));
}

function summaryOf(
  { sorted, p5, p50, p95, deterministic }: Spread,
  currency: string,
  { format }: ChartContext,
): string {
  if (sorted.length === 0) return text.none;
  const money = (minor: number): string => format.money(nearest(minor), currency);
  if (sorted[0] === sorted.at(-1)) return text.histogram.certain(money(sorted[0] ?? 0));
  const higher = format.percent(fraction(countAbove(sorted, deterministic), sorted.length), 0);
  return `${text.histogram.finding(money(p5), money(p95), money(p50))} ${text.histogram.higher(higher)}`;
}
