/** Points by two series: the first to the right, the second upwards. A single series stands over its place. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel } from '../../core/chart.ts';
import { niceAxis } from '../axis.ts';
import type { ChartContext } from '../context.ts';
import { widest } from '../fit.ts';
import { AXIS_PARAMS, FONT_SIZE, QUANTITY, SPEC_FRAME } from '../spec-base.ts';
import { firstLabels, uncut } from './cut.ts';
import { framed, nameOf } from './frame.ts';
import { tickScale } from './scale.ts';
import { type Series, type SeriesTable, type TableDatum, drawn } from './series-table.ts';

const HEIGHT = 260;
const MOST_MARKS = 2000;
/** Points that take the focus one by one. */
const MOST_TARGETS = 200;
const TARGET = { width: 0.016, height: 0.05 } as const;

/** Data: `points` (x, y) and `names` (horizontal, vertical). */
const SCATTER_SPEC = {
  ...SPEC_FRAME,
  height: HEIGHT,
  params: [
    ...AXIS_PARAMS,
    ...[
      { name: 'xLow', value: 0 },
      { name: 'xHigh', value: 1 },
      { name: 'xTicks', value: [] },
      { name: 'xTickLabels', value: [] },
    ],
  ],
  layer: [
    {
      data: { name: 'points' },
      mark: { type: 'point', filled: true, size: 40, opacity: 0.7, fill: 'var(--series-1)' },
      encoding: {
        x: {
          ...{ field: 'x', type: 'quantitative' },
          scale: { domainMin: { expr: 'xLow' }, domainMax: { expr: 'xHigh' }, nice: false, zero: false },
          axis: {
            ...{ values: { expr: 'xTicks' }, tickCount: { expr: 'length(xTicks)' } },
            labelExpr: 'xTickLabels[indexof(xTicks, datum.value)]',
          },
        },
        y: { field: 'y', type: 'quantitative', ...QUANTITY },
      },
    },
    {
      data: { name: 'names' },
      mark: {
        ...{ type: 'text', align: 'right', x: { expr: 'width' }, y: { expr: 'height + 32' } },
        ...{ fontSize: FONT_SIZE.axis, color: 'var(--muted)', text: { expr: 'datum.horizontal' } },
      },
    },
    {
      data: { name: 'names' },
      mark: {
        ...{ type: 'text', align: 'left', x: 0, y: -12 },
        ...{ fontSize: FONT_SIZE.axis, color: 'var(--muted)', text: { expr: 'datum.vertical' } },
      },
    },
  ],
} satisfies TopLevelSpec;

interface Point {
  readonly label: number;
  readonly x: number;
  readonly y: number;
}

export function scatterChart(table: SeriesTable, context: ChartContext): ChartModel<TableDatum> {
  const shown = firstLabels(uncut({ ...table, series: table.series.slice(0, 2) }), MOST_MARKS);
  const [first, second] = shown.series;
  const points = shown.labels.flatMap((_, label) => pointOf(first, second, label) ?? []);
  const [across, up] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const right = axisOf(across);
  const upwards = axisOf(up);
  const unit = table.series[0]?.unit ?? '';
  const scale = tickScale(Math.max(Math.abs(upwards.low), Math.abs(upwards.high)), unit, context);
  const xScale = tickScale(Math.max(Math.abs(right.low), Math.abs(right.high)), second ? unit : '', context);
  const tickLabels = upwards.ticks.map(scale.tick);
  const names = {
    horizontal: named(second ? first?.title : table.labelTitle, xScale.unit),
    vertical: named((second ?? first)?.title, scale.unit),
  };
  return {
    ...framed({ ...table, series: shown.series }, shown, findingOf(points, names, context), context),
    kind: 'table-scatter',
    unit: '',
    legend: [],
    spec: SCATTER_SPEC,
    data: { points: points.map(({ x, y }) => ({ x, y })), names: [names] },
    signals: {
      ...{ low: upwards.low, high: upwards.high, ticks: upwards.ticks, tickLabels },
      ...{ xLow: right.low, xHigh: right.high, xTicks: right.ticks, xTickLabels: right.ticks.map(xScale.tick) },
    },
    height: HEIGHT,
    margins: { top: 22, right: 16, bottom: 40, left: widest(tickLabels, FONT_SIZE.axis) + 10 },
    targets: points.slice(0, MOST_TARGETS).map(({ label, x, y }) => ({
      name: nameOf(shown, label),
      box: boxOf((x - right.low) / (right.high - right.low), 1 - (y - upwards.low) / (upwards.high - upwards.low)),
      datum: { kind: 'cell', label: shown.places[label] ?? -1, series: undefined },
    })),
  };
}

function pointOf(first: Series | undefined, second: Series | undefined, label: number): Point | undefined {
  const one = first && drawn(first, label);
  const two = second && drawn(second, label);
  if (one === undefined || (second && two === undefined)) return undefined;
  return second ? { label, x: one, y: two ?? 0 } : { label, x: label + 1, y: one };
}

function axisOf(values: readonly number[]) {
  if (values.length === 0) return niceAxis(0, 1);
  return niceAxis(Math.min(0, ...values), Math.max(0, ...values));
}

function boxOf(centre: number, middle: number) {
  const clamp = (at: number, size: number): number => Math.min(1 - size, Math.max(0, at - size / 2));
  return { left: clamp(centre, TARGET.width), top: clamp(middle, TARGET.height), ...TARGET };
}

function named(title: string | undefined, unit: string): string {
  return unit === '' ? (title ?? '') : `${title ?? ''}, ${unit}`;
}

function findingOf(
  points: readonly Point[],
  names: { readonly horizontal: string; readonly vertical: string },
  { text, format }: ChartContext,
): string {
  if (points.length === 0) return text.fromTable.none;
  return text.fromTable.points(points.length, format.count(points.length), names.vertical, names.horizontal);
}
