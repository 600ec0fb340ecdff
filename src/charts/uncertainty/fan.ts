/** An amount by month: the bands in which trials lie, their median, and the figure without uncertainty. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel, ChartTarget, DrawnRow } from '../../core/chart.ts';
import { uncertaintyChartText as text } from '../../core/text/en/uncertainty-charts.ts';
import { figureScale, niceAxis } from '../axis.ts';
import { figureColumn, textColumn } from '../columns.ts';
import type { ChartContext } from '../context.ts';
import { widest } from '../fit.ts';
import type { MonthDatum } from '../month-bars.ts';
import { AXIS_PARAMS, FONT_SIZE, QUANTITY, SPEC_FRAME } from '../spec-base.ts';
import { INK } from './across.ts';
import { type FanMonth, type Subject, nearest } from './types.ts';

const HEIGHT = 190;
const MOST_LABELS = 13;

const x = { field: 'place', type: 'ordinal', scale: { type: 'point', padding: 0.5 }, axis: null } as const;
const at = (field: string) => ({ field, type: 'quantitative', ...QUANTITY }) as const;
const under = (pixels: number) => ({ expr: `height + ${String(pixels)}` }) as const;

/** Data: `months` (place, p5 … p95, known), `zero` (at) and `labels` (place, name, year, thin). */
const FAN_SPEC = {
  ...SPEC_FRAME,
  height: HEIGHT,
  params: [...AXIS_PARAMS, { name: 'narrow', value: false }],
  layer: [
    {
      data: { name: 'months' },
      mark: { type: 'area', color: INK.wide, interpolate: 'monotone' },
      encoding: { x, y: at('p5'), y2: { field: 'p95' } },
    },
    {
      data: { name: 'months' },
      mark: { type: 'area', color: INK.inner, interpolate: 'monotone' },
      encoding: { x, y: at('p25'), y2: { field: 'p75' } },
    },
    { data: { name: 'zero' }, mark: 'rule', encoding: { y: { field: 'at', type: 'quantitative' } } },
    {
      data: { name: 'months' },
      mark: { type: 'line', color: INK.trials, strokeWidth: 2, interpolate: 'monotone' },
      encoding: { x, y: at('p50') },
    },
    {
      data: { name: 'months' },
      mark: { type: 'point', shape: 'diamond', size: 44, filled: true, fill: INK.deterministic, opacity: 1 },
      encoding: { x, y: at('known') },
    },
    {
      data: { name: 'labels' },
      mark: {
        ...{ type: 'text', y: under(14), fontSize: FONT_SIZE.axis, color: 'var(--muted)' },
        text: { expr: "narrow && datum.thin ? '' : datum.name" },
      },
      encoding: { x },
    },
    {
      data: { name: 'labels' },
      mark: {
        type: 'text',
        y: under(27),
        fontSize: FONT_SIZE.axis,
        color: 'var(--muted)',
        text: { expr: 'datum.year' },
      },
      encoding: { x },
    },
  ],
} satisfies TopLevelSpec;

/** The fan of one amount; months in their order, amounts in minor units of the currency. */
export function fanChart(
  months: readonly FanMonth[],
  { amount, currency }: Subject,
  context: ChartContext,
): ChartModel<MonthDatum> {
  const { format } = context;
  const all = months.flatMap(({ p5, p95, deterministic }) => [p5, p95, deterministic]);
  const axis = niceAxis(Math.min(0, ...all), Math.max(0, ...all));
  const figures = figureScale(Math.max(Math.abs(axis.low), Math.abs(axis.high)), currency, context);
  const tickLabels = axis.ticks.map(figures.tick);
  const money = (minor: number): string => format.amount(nearest(minor), currency);
  return {
    kind: 'uncertainty-fan',
    title: text.fan.title(amount),
    unit: figures.unit,
    summary: summaryOf(months, currency, context),
    legend: [
      { label: text.band('P5', 'P95'), colour: INK.wide, hatched: false },
      { label: text.band('P25', 'P75'), colour: INK.inner, hatched: false },
      { label: text.median, colour: INK.trials, hatched: false },
      { label: `◆ ${text.deterministic}`, colour: INK.deterministic, hatched: false },
    ],
    tableUnit: currency,
    table: {
      columns: [
        textColumn(text.columns.month),
        ...['P5', 'P25', 'P50', 'P75', 'P95', text.deterministic].map(figureColumn),
      ],
      rows: months.map(({ month, p5, p25, p50, p75, p95, deterministic }) => [
        format.month(month),
        ...[p5, p25, p50, p75, p95, deterministic].map(money),
      ]),
    },
    spec: FAN_SPEC,
    data: {
      months: months.map(({ p5, p25, p50, p75, p95, deterministic }, place) => ({
        ...{ place, p5, p25, p50, p75, p95, known: deterministic },
      })),
      zero: [{ at: 0 }],
      labels: months.map((one, place) => labelOf(one, place, months.length, context)),
    },
    signals: { low: axis.low, high: axis.high, ticks: axis.ticks, tickLabels, narrow: false },
    height: HEIGHT,
    margins: { top: 10, right: 4, bottom: 32, left: widest(tickLabels, FONT_SIZE.axis) + 10 },
    targets: months.map((one, place) => targetOf(one, place, months.length, currency, context)),
  };
}

function labelOf({ month }: FanMonth, place: number, count: number, { format }: ChartContext): DrawnRow {
  const every = Math.ceil(count / MOST_LABELS);
  const shown = place % every === 0;
  return {
    place,
    name: shown ? format.monthName(month) : '',
    year: month % 12 === 0 || place === 0 ? String(Math.floor(month / 12)) : '',
    thin: (place / every) % 2 === 1,
  };
}

function targetOf(
  { month, p5, p50, p95, deterministic }: FanMonth,
  place: number,
  count: number,
  currency: string,
  { format }: ChartContext,
): ChartTarget<MonthDatum> {
  const money = (minor: number): string => format.money(nearest(minor), currency);
  return {
    name: text.fan.point(format.month(month), money(p5), money(p50), money(p95), money(deterministic)),
    box: { left: place / count, top: 0, width: 1 / count, height: 1 },
    datum: { kind: 'month', month },
  };
}

function summaryOf(months: readonly FanMonth[], currency: string, { format }: ChartContext): string {
  const width = ({ p5, p95 }: FanMonth): number => p95 - p5;
  const widestMonth = months.reduce<FanMonth | undefined>(
    (best, one) => (best && width(best) >= width(one) ? best : one),
    undefined,
  );
  if (!widestMonth) return text.none;
  if (width(widestMonth) === 0) return text.fan.certain;
  const money = (minor: number): string => format.money(nearest(minor), currency);
  return text.fan.finding(format.month(widestMonth.month), money(widestMonth.p5), money(widestMonth.p95));
}
