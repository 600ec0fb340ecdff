/** Results over a number: lines with points of their own shapes, so that they are told apart without colour. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel, ChartTarget, DrawnRow } from '../../core/chart.ts';
import type { Measure, Reading } from '../../sim/what-if/types.ts';
import { niceAxis } from '../axis.ts';
import { figureColumn, textColumn } from '../columns.ts';
import type { ChartContext } from '../context.ts';
import { widest } from '../fit.ts';
import { AXIS_PARAMS, FONT_SIZE, QUANTITY, SPEC_FRAME } from '../spec-base.ts';
import { drawnReading, measureScale, measureUnit, readingText, readingWords } from './measure-words.ts';

const HEIGHT = 260;
export const MOST_CURVES = 6;
const SHAPES = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'] as const;
const GLYPHS = ['●', '■', '▲', '◆', '✚', '▼'] as const;

const x = {
  field: 'x',
  type: 'quantitative',
  scale: { domainMin: { expr: 'left' }, domainMax: { expr: 'right' }, nice: false, zero: false },
  axis: null,
} as const;
const y = { field: 'value', type: 'quantitative', ...QUANTITY } as const;

/** Data: `points` (x, order, value, colour, shape), `across` (at), `down` (at) and `labels` (x, label, thin). */
const CURVES_SPEC = {
  ...SPEC_FRAME,
  height: HEIGHT,
  params: [...AXIS_PARAMS, { name: 'left', value: 0 }, { name: 'right', value: 1 }, { name: 'narrow', value: false }],
  layer: [
    {
      data: { name: 'points' },
      mark: { type: 'line', strokeWidth: 1.5 },
      encoding: { x, y, stroke: { field: 'colour', type: 'nominal', scale: null }, detail: { field: 'order' } },
    },
    {
      data: { name: 'points' },
      mark: { type: 'point', filled: true, size: 44, opacity: 1 },
      encoding: {
        ...{ x, y, fill: { field: 'colour', type: 'nominal', scale: null } },
        shape: { field: 'shape', type: 'nominal', scale: null },
      },
    },
    {
      data: { name: 'across' },
      mark: { type: 'rule', color: 'var(--text)', strokeDash: [4, 3] },
      encoding: { y: { field: 'at', type: 'quantitative' } },
    },
    { data: { name: 'down' }, mark: 'rule', encoding: { x: { field: 'at', type: 'quantitative' } } },
    {
      data: { name: 'labels' },
      mark: {
        ...{ type: 'text', y: { expr: 'height + 14' }, fontSize: FONT_SIZE.axis, color: 'var(--muted)' },
        text: { expr: "narrow && datum.thin ? '' : datum.label" },
      },
      encoding: { x },
    },
  ],
} satisfies TopLevelSpec;

/** One input's course. Points stand in ascending order of `x`. */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly value: string; readonly reading: Reading }[];
}

export interface Curves {
  readonly kind: 'spider' | 'goal';
  readonly title: string;
  readonly summary: string;
  readonly measure: Measure;
  readonly curves: readonly Curve[];
  /** Places with their labels, in ascending order. */
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  /** Title of the column of names. */
  readonly nameTitle: string;
  /** A result with a line of its own, such as the target. */
  readonly across?: Reading | undefined;
  /** The present place, with a line of its own. */
  readonly down?: number | undefined;
  /** A point in words. */
  readonly pointName: (name: string, value: string, figure: string) => string;
}

/** What choosing a place means: nothing but its figures. */
export interface PlaceDatum {
  readonly kind: 'place';
  readonly x: number;
}

/** The first curves are drawn, all are in the table. */
export function curvesChart(given: Curves, context: ChartContext): ChartModel<PlaceDatum> {
  const { measure, ticks } = given;
  const shown = given.curves.slice(0, MOST_CURVES);
  const drawn = (reading: Reading): number => drawnReading(reading, measure);
  const values = [
    ...shown.flatMap(({ points }) => points.map(({ reading }) => drawn(reading))),
    ...(given.across ? [drawn(given.across)] : []),
  ].filter((value) => !Number.isNaN(value));
  const axis = values.length === 0 ? niceAxis(0, 1) : niceAxis(Math.min(...values), Math.max(...values));
  const scale = measureScale(measure, Math.max(Math.abs(axis.low), Math.abs(axis.high)), context);
  const tickLabels = axis.ticks.map(scale.tick);
  const [left, right] = spanOf([...ticks, ...shown.flatMap(({ points }) => points)].map((place) => place.x));
  return {
    kind: `what-if-${given.kind}`,
    title: given.title,
    unit: scale.unit,
    summary: given.summary,
    legend: shown.length < 2 ? [] : shown.map(({ name }, order) => ({ label: `${GLYPHS[order] ?? ''} ${name}`, colour: colourOf(order), hatched: false })), // prettier-ignore
    tableUnit: measureUnit(measure),
    table: tableOf(given, context),
    spec: CURVES_SPEC,
    data: {
      points: shown.flatMap((curve, order) => pointsOf(curve, order, drawn)),
      across: given.across ? [{ at: drawn(given.across) }] : [],
      down: given.down === undefined ? [] : [{ at: given.down }],
      labels: ticks.map(({ x: place, label }, index) => ({ x: place, label, thin: index % 2 === 1 })),
    },
    signals: { low: axis.low, high: axis.high, ticks: axis.ticks, tickLabels, left, right, narrow: false },
    height: HEIGHT,
    margins: { top: 10, right: 24, bottom: 24, left: widest(tickLabels, FONT_SIZE.axis) + 14 },
    targets: targetsOf(given, shown, left, right, context),
  };
}

function spanOf(places: readonly number[]): readonly [number, number] {
  const [least, most] = [Math.min(...places), Math.max(...places)];
  return most > least ? [least, most] : [least - 1, least + 1];
}

function colourOf(order: number): string {
  return `var(--series-${String(order + 1)})`;
}

function pointsOf({ points }: Curve, order: number, drawn: (reading: Reading) => number): readonly DrawnRow[] {
  return points.flatMap(({ x: place, reading }) => {
    const value = drawn(reading);
    if (Number.isNaN(value)) return [];
    return [{ x: place, order, value, colour: colourOf(order), shape: SHAPES[order] ?? 'circle' }];
  });
}

/** A line for each curve, a column for each place; with one curve the places go down. */
function tableOf(
  { curves, ticks, measure, nameTitle }: Curves,
  { format }: ChartContext,
): ChartModel<unknown>['table'] {
  const figure = (curve: Curve | undefined, place: number): string => {
    const point = curve?.points.find(({ x: at }) => at === place);
    return point ? readingText(point.reading, measure, format) : '';
  };
  const [only, ...others] = curves;
  if (only && others.length === 0) {
    return {
      columns: [textColumn(only.name), figureColumn(nameTitle)],
      rows: only.points.map(({ value, reading }) => [value, readingText(reading, measure, format)]),
    };
  }
  return {
    columns: [textColumn(nameTitle), ...ticks.map(({ label }) => figureColumn(label))],
    rows: curves.map((curve) => [curve.name, ...ticks.map(({ x: place }) => figure(curve, place))]),
  };
}

/** One target for each place, over its whole height, that tells all curves there. */
function targetsOf(
  { measure, pointName }: Curves,
  shown: readonly Curve[],
  left: number,
  right: number,
  { format }: ChartContext,
): readonly ChartTarget<PlaceDatum>[] {
  const places = [...new Set(shown.flatMap(({ points }) => points.map((point) => point.x)))].sort((a, b) => a - b);
  const width = Math.min(0.08, 1 / Math.max(1, places.length));
  return places.map((place) => ({
    name: shown
      .flatMap(({ name, points }) =>
        points
          .filter((point) => point.x === place)
          .map(({ value, reading }) => pointName(name, value, readingWords(reading, measure, format))),
      )
      .join('; '),
    box: { left: (place - left) / (right - left) - width / 2, top: 0, width, height: 1 },
    datum: { kind: 'place', x: place },
  }));
}
