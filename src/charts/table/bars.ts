/** Horizontal bars: a row for each label and series, with its exact figure. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel } from '../../core/chart.ts';
import type { ChartContext } from '../context.ts';
import {
  ROW_PARAMS,
  ROW_SCALE,
  rowBox,
  rowMargins,
  rowName,
  rowSignals,
  rowTextLayers,
  rowsHeight,
} from '../row-layout.ts';
import { SPEC_FRAME } from '../spec-base.ts';
import { topLabels, topSeries, uncut } from './cut.ts';
import { colourOf, framed, largest, legendOf } from './frame.ts';
import { type SeriesTable, type TableDatum, drawn, withUnit, written } from './series-table.ts';

const MOST_SERIES = 6;
/** More rows than this are a list, not a picture. */
const MOST_ROWS = 30;

/** Data: `bars` (row, name, figure, strong, value, colour) and `zero` (at). */
const BARS_SPEC = {
  ...SPEC_FRAME,
  height: 100,
  params: [...ROW_PARAMS, { name: 'low', value: 0 }, { name: 'high', value: 1 }],
  layer: [
    {
      data: { name: 'bars' },
      mark: 'bar',
      encoding: {
        y: { field: 'row', type: 'ordinal', scale: ROW_SCALE, axis: null },
        x: {
          ...{ field: 'value', type: 'quantitative', axis: null },
          scale: { domainMin: { expr: 'low' }, domainMax: { expr: 'high' }, nice: false, zero: false },
        },
        fill: { field: 'colour', type: 'nominal', scale: null },
      },
    },
    { data: { name: 'zero' }, mark: 'rule', encoding: { x: { field: 'at', type: 'quantitative' } } },
    ...rowTextLayers('bars'),
  ],
} satisfies TopLevelSpec;

export function barChart(table: SeriesTable, context: ChartContext): ChartModel<TableDatum> {
  const { text } = context;
  const series = topSeries(uncut(table), MOST_SERIES, text.fromTable.others);
  const shown = topLabels(series, Math.floor(MOST_ROWS / Math.max(1, series.series.length)), text.fromTable.others);
  const bars = shown.labels.flatMap((label, index) =>
    shown.series.map((one, order) => ({
      row: index * shown.series.length + order,
      name: order === 0 ? rowName(label) : '',
      figure: written(one, index),
      strong: false,
      value: drawn(one, index) ?? 0,
      colour: colourOf(order),
    })),
  );
  const values = bars.map(({ value }) => value);
  const margins = rowMargins(bars.map(({ name }) => name), bars.map(({ figure }) => figure), 0); // prettier-ignore
  return {
    ...framed(table, shown, findingOf(shown, context), context),
    kind: 'table-bars',
    unit: table.series[0]?.unit ?? '',
    legend: legendOf(shown),
    spec: BARS_SPEC,
    data: { bars, zero: [{ at: 0 }] },
    signals: { ...rowSignals(margins), low: Math.min(0, ...values), high: Math.max(0, ...values) || 1 },
    height: rowsHeight(bars.length),
    margins,
    targets: bars.map(({ row, figure }, place) => {
      const label = Math.floor(row / shown.series.length);
      const order = row % shown.series.length;
      const one = shown.series[order];
      const what = shown.series.length > 1 ? `, ${one?.title ?? ''}` : '';
      return {
        name: `${shown.labels[label] ?? ''}${what}: ${withUnit(figure || '–', one?.unit ?? '')}`,
        box: rowBox(place, bars.length),
        datum: { kind: 'cell', label: shown.places[label] ?? -1, series: order },
      };
    }),
  };
}

function findingOf(shown: SeriesTable, { text }: ChartContext): string {
  const most = largest(shown);
  const series = most && shown.series[most.series];
  if (!series) return text.fromTable.none;
  const figure = withUnit(written(series, most.label), series.unit);
  return text.fromTable.largest(shown.labels[most.label] ?? '', shown.series.length > 1 ? series.title : '', figure);
}
