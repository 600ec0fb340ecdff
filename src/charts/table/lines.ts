/** Lines and areas over labels in their order, such as months. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel, ChartTarget, DrawnRow } from '../../core/chart.ts';
import { type Axis, barAxis, niceAxis } from '../axis.ts';
import type { ChartContext } from '../context.ts';
import { fitText, widest } from '../fit.ts';
import { AXIS_PARAMS, FONT_SIZE, QUANTITY, SPEC_FRAME } from '../spec-base.ts';
import { sum } from '../sum.ts';
import { bandLegend, bandRows, bandSeries } from './bands.ts';
import { type CutTable, firstLabels, topSeries, uncut } from './cut.ts';
import { colourOf, framed, largest, legendOf, nameOf } from './frame.ts';
import { tickScale } from './scale.ts';
import { type SeriesTable, type TableDatum, drawn, withUnit, written } from './series-table.ts';

const HEIGHT = 220;
const MOST_SERIES = 6;
const MOST_MARKS = 2000;
/** Labels that fit side by side, and the pixels that all of them have on a full and on a narrow screen. */
const MOST_LABELS = 13;
const LABEL_ROOM = { wide: 720, narrow: 280 } as const;

const x = { field: 'place', type: 'ordinal', scale: { type: 'point', padding: 0.5 }, axis: null } as const;
const colour = { field: 'colour', type: 'nominal', scale: null } as const;

/** Data: `points` (place, order, value, colour), of lines `bands` (place, low, high, colour, order), `zero` (at) and `labels` (place, label, short, thin). */
function specOf(shape: 'line' | 'area') {
  const y = { field: 'value', type: 'quantitative', ...QUANTITY } as const;
  const layers: Extract<TopLevelSpec, { layer: unknown }>['layer'] =
    shape === 'line'
      ? [
          {
            data: { name: 'bands' },
            mark: { type: 'area' },
            encoding: {
              ...{ x, y: { ...y, field: 'low', stack: null }, y2: { field: 'high' }, fill: colour },
              detail: { field: 'order' },
            },
          },
          {
            data: { name: 'points' },
            mark: { type: 'line', strokeWidth: 2 },
            encoding: { x, y: { ...y, stack: null }, stroke: colour, detail: { field: 'order' } },
          },
          {
            data: { name: 'points' },
            mark: { type: 'point', filled: true, size: 26, opacity: 1 },
            encoding: { x, y: { ...y, stack: null }, fill: colour },
          },
        ]
      : [
          {
            data: { name: 'points' },
            mark: { type: 'area', fillOpacity: 0.75 },
            encoding: {
              ...{ x, y: { ...y, stack: 'zero' }, fill: colour },
              ...{ detail: { field: 'order' }, order: { field: 'order', type: 'quantitative' } },
            },
          },
        ];
  return {
    ...SPEC_FRAME,
    height: HEIGHT,
    params: [...AXIS_PARAMS, { name: 'narrow', value: false }],
    layer: [
      ...layers,
      { data: { name: 'zero' }, mark: 'rule', encoding: { y: { field: 'at', type: 'quantitative' } } },
      {
        data: { name: 'labels' },
        mark: {
          ...{ type: 'text', y: { expr: 'height + 14' }, fontSize: FONT_SIZE.axis, color: 'var(--muted)' },
          text: { expr: "narrow ? (datum.thin ? '' : datum.short) : datum.label" },
        },
        encoding: { x },
      },
    ],
  } satisfies TopLevelSpec;
}

const SPECS = { line: specOf('line'), area: specOf('area') };

export function lineChart(table: SeriesTable, shape: 'line' | 'area', context: ChartContext): ChartModel<TableDatum> {
  const { text } = context;
  const series = topSeries(uncut(table), MOST_SERIES, text.fromTable.others);
  const shown = firstLabels(series, Math.floor(MOST_MARKS / Math.max(1, series.series.length)));
  const axis = axisOf(shown, shape);
  const unit = table.series[0]?.unit ?? '';
  const scale = tickScale(Math.max(Math.abs(axis.low), Math.abs(axis.high)), unit, context);
  const tickLabels = axis.ticks.map(scale.tick);
  const read = shape === 'line' ? bandSeries(table, 2, context) : [];
  return {
    ...framed(table, shown, findingOf(shown, context), context, read),
    kind: `table-${shape}`,
    unit: scale.unit,
    legend: [...legendOf(shown), ...(shape === 'line' ? bandLegend(shown) : [])],
    spec: SPECS[shape],
    data: {
      ...(shape === 'line' ? { bands: bandRows(shown) } : {}),
      points: pointsOf(shown),
      zero: axis.low <= 0 ? [{ at: 0 }] : [],
      labels: labelsOf(shown),
    },
    signals: { low: axis.low, high: axis.high, ticks: axis.ticks, tickLabels, narrow: false },
    height: HEIGHT,
    margins: { top: 10, right: 0, bottom: 24, left: widest(tickLabels, FONT_SIZE.axis) + 10 },
    targets: shown.labels.map((_, label) =>
      targetOf({ ...shown, series: [...shown.series, ...bandSeries(shown, 1, context)] }, label),
    ),
  };
}

function pointsOf({ series, labels }: SeriesTable): readonly DrawnRow[] {
  return series.flatMap((one, order) =>
    labels.flatMap((_, place) => {
      const value = drawn(one, place);
      return value === undefined ? [] : [{ place, order, value, colour: colourOf(order) }];
    }),
  );
}

function labelsOf({ labels }: SeriesTable): readonly DrawnRow[] {
  const every = Math.ceil(labels.length / MOST_LABELS);
  const shown = Math.ceil(labels.length / every);
  return labels.flatMap((label, place) => {
    if (place % every !== 0) return [];
    const cut = (room: number): string => fitText(label, FONT_SIZE.axis, room / shown - 4);
    const halved = shown > 6;
    const narrow = halved ? LABEL_ROOM.narrow * 2 : LABEL_ROOM.narrow;
    return [{ place, label: cut(LABEL_ROOM.wide), short: cut(narrow), thin: halved && (place / every) % 2 === 1 }];
  });
}

function axisOf(table: SeriesTable, shape: 'line' | 'area'): Axis {
  const { series, labels } = table;
  const at = (label: number): number[] => series.map((one) => drawn(one, label) ?? 0);
  if (shape === 'area') {
    const tops = labels.map((_, label) => sum(at(label).filter((value) => value > 0)));
    const bottoms = labels.map((_, label) => sum(at(label).filter((value) => value < 0)));
    return barAxis(Math.min(0, ...bottoms), Math.max(0, ...tops));
  }
  const bounds = bandRows(table).flatMap(({ low, high }) => [Number(low), Number(high)]);
  const values = [...series.flatMap((one) => labels.flatMap((_, label) => drawn(one, label) ?? [])), ...bounds];
  if (values.length === 0) return barAxis(0, 0);
  return niceAxis(Math.min(0, ...values), Math.max(0, ...values));
}

function targetOf(shown: CutTable, label: number): ChartTarget<TableDatum> {
  const count = shown.labels.length;
  return {
    name: nameOf(shown, label),
    box: { left: label / count, top: 0, width: 1 / count, height: 1 },
    datum: { kind: 'cell', label: shown.places[label] ?? -1, series: undefined },
  };
}

function findingOf(shown: SeriesTable, { text }: ChartContext): string {
  const words = text.fromTable;
  const [first] = shown.series;
  const most = largest(shown);
  const top = most && shown.series[most.series];
  if (!first || !top) return words.none;
  const figure = withUnit(written(top, most.label), top.unit);
  const peak = words.peak(shown.labels[most.label] ?? '', shown.series.length > 1 ? top.title : '', figure);
  const last = shown.labels.length - 1;
  const [from, to] = [written(first, 0), written(first, last)];
  if (shown.series.length > 1 || last === 0 || from === '' || to === '') return peak;
  return words.course(shown.labels[0] ?? '', from, shown.labels[last] ?? '', withUnit(to, first.unit), peak);
}
