/** The chance that an amount ends above each value. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel } from '../../core/chart.ts';
import { fraction } from '../../core/exact.ts';
import type { Minor } from '../../core/money.ts';
import { uncertaintyChartText as text } from '../../core/text/en/uncertainty-charts.ts';
import { type Axis, figureScale } from '../axis.ts';
import { figureColumn } from '../columns.ts';
import type { ChartContext } from '../context.ts';
import { widest } from '../fit.ts';
import { AXIS_PARAMS, FONT_SIZE, QUANTITY, SPEC_FRAME } from '../spec-base.ts';
import { ACROSS, ACROSS_PARAMS, INK } from './across.ts';
import { type BinDatum, acrossAxis } from './histogram.ts';
import { type Spread, type Subject, countAbove, nearest } from './types.ts';

const HEIGHT = 190;
/** Points of the curve, and those that take the focus. */
const POINTS = 120;
const STOPS = 20;

/** Data: `curve` (amount, chance), `known` (at) and `limits` (at). */
const EXCEEDANCE_SPEC = {
  ...SPEC_FRAME,
  height: HEIGHT,
  params: [...AXIS_PARAMS, ...ACROSS_PARAMS],
  layer: [
    {
      data: { name: 'curve' },
      mark: { type: 'line', color: INK.trials, strokeWidth: 2, interpolate: 'step-after' },
      encoding: {
        x: { field: 'amount', type: 'quantitative', ...ACROSS },
        y: { field: 'chance', type: 'quantitative', ...QUANTITY },
        order: { field: 'amount', type: 'quantitative' },
      },
    },
    {
      data: { name: 'limits' },
      mark: { type: 'rule', color: INK.limit, strokeWidth: 2 },
      encoding: { x: { field: 'at', type: 'quantitative' } },
    },
    {
      data: { name: 'known' },
      mark: { type: 'rule', color: INK.deterministic, strokeWidth: 2, strokeDash: [4, 3] },
      encoding: { x: { field: 'at', type: 'quantitative' } },
    },
  ],
} satisfies TopLevelSpec;

/** @param limits of this amount and currency, in minor units */
export function exceedanceChart(
  spread: Spread,
  limits: readonly Minor[],
  { amount, currency }: Subject,
  context: ChartContext,
): ChartModel<BinDatum> {
  const { format } = context;
  const { sorted } = spread;
  const across = acrossAxis({ sorted, deterministic: spread.deterministic });
  const shown = limits.filter((limit) => limit >= across.low && limit <= across.high);
  const figures = figureScale(Math.max(Math.abs(across.low), Math.abs(across.high)), currency, context);
  const xTickLabels = across.ticks.map(figures.tick);
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const tickLabels = ticks.map((tick) => format.percent(fraction(tick * 4, 4), 0));
  const money = (minor: number): string => format.money(nearest(minor), currency);
  const chance = (above: number): string => chanceText(sorted, above, context);
  const stops = pointsOf(across, STOPS);
  return {
    kind: 'uncertainty-exceedance',
    title: text.exceedance.title(amount),
    unit: figures.unit,
    summary: summaryOf(spread, limits, currency, context),
    legend: [
      { label: text.columns.chance, colour: INK.trials, hatched: false },
      { label: text.deterministic, colour: INK.deterministic, hatched: false },
      ...(shown.length > 0 ? [{ label: text.exceedance.limitMark, colour: INK.limit, hatched: false }] : []),
    ],
    tableUnit: currency,
    table: {
      columns: [text.columns.above, text.columns.chance].map(figureColumn),
      rows: [...stops, ...limits].sort((a, b) => a - b).map((at) => [format.amount(nearest(at), currency), chance(at)]),
    },
    spec: EXCEEDANCE_SPEC,
    data: {
      curve: pointsOf(across, POINTS).map((at) => ({
        amount: at,
        chance: countAbove(sorted, at) / Math.max(1, sorted.length),
      })),
      known: [{ at: spread.deterministic }],
      limits: shown.map((at) => ({ at })),
    },
    signals: {
      ...{ low: 0, high: 1, ticks, tickLabels },
      ...{ xLow: across.low, xHigh: across.high, xTicks: across.ticks, xTickLabels },
    },
    height: HEIGHT,
    margins: { top: 10, right: 12, bottom: 24, left: widest(tickLabels, FONT_SIZE.axis) + 10 },
    targets: stops.slice(0, -1).map((at, index) => ({
      name: text.exceedance.point(money(at), chance(at)),
      box: { left: index / STOPS, top: 0, width: 1 / STOPS, height: 1 },
      datum: { kind: 'bin' },
    })),
  };
}

/** A chance in words: `12.3%`. */
export function chanceText(sorted: Float64Array, above: number, { format }: Pick<ChartContext, 'format'>): string {
  return format.percent(fraction(countAbove(sorted, above), Math.max(1, sorted.length)), 1);
}

function pointsOf({ low, high }: Axis, count: number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, index) => low + ((high - low) * index) / count);
}

function summaryOf(spread: Spread, limits: readonly Minor[], currency: string, context: ChartContext): string {
  const { sorted, p90, deterministic } = spread;
  if (sorted.length === 0) return text.none;
  const money = (minor: number): string => context.format.money(nearest(minor), currency);
  if (sorted[0] === sorted.at(-1)) return text.exceedance.certain(money(sorted[0] ?? 0));
  const said = limits.map((limit) => text.exceedance.limit(money(limit), chanceText(sorted, limit, context)));
  return [text.exceedance.finding(money(p90), chanceText(sorted, deterministic, context)), ...said].join(' ');
}
