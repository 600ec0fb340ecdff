/** A heat map: labels down, series across, the stronger the colour the larger the figure; negative ones in another. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel, DrawnRow } from '../../core/chart.ts';
import type { ChartContext } from '../context.ts';
import { fitText } from '../fit.ts';
import {
  ROW_PARAMS,
  ROW_SCALE,
  ROW_Y,
  rowMargins,
  rowName,
  rowSignals,
  rowTextLayers,
  rowsHeight,
} from '../row-layout.ts';
import { FONT_SIZE, SPEC_FRAME } from '../spec-base.ts';
import { type CutTable, topLabels, topSeries, uncut } from './cut.ts';
import { framed, largest } from './frame.ts';
import { type SeriesTable, type TableDatum, drawn, withUnit, written } from './series-table.ts';

const MOST_ROWS = 30;
const MOST_COLUMNS = 24;
/** The faintest and the strongest colour: text stays legible on both. */
const OPACITY = { least: 0.1, most: 0.55 } as const;
/** Pixels that all columns have on a full and on a narrow screen. */
const ROOM = { wide: 700, narrow: 200 } as const;

const x = { field: 'column', type: 'ordinal', scale: { paddingInner: 0 }, axis: null } as const;

/** Data: `cells` (row, column, opacity, colour), `rows` (row, name, figure, strong) and `heads` (column, label, short). */
const HEAT_SPEC = {
  ...SPEC_FRAME,
  height: 100,
  params: [...ROW_PARAMS, { name: 'narrow', value: false }],
  layer: [
    {
      data: { name: 'cells' },
      // A row's whole height: cells touch, where bars would leave a gap.
      mark: {
        type: 'rect',
        height: { band: 1 / (1 - ROW_SCALE.paddingInner) },
        stroke: 'var(--surface)',
        strokeWidth: 1,
      },
      encoding: {
        ...{ x, y: ROW_Y },
        fill: { field: 'colour', type: 'nominal', scale: null },
        fillOpacity: { field: 'opacity', type: 'quantitative', scale: null },
      },
    },
    ...rowTextLayers('rows'),
    {
      data: { name: 'heads' },
      mark: {
        ...{ type: 'text', y: -8, fontSize: FONT_SIZE.axis, color: 'var(--muted)' },
        text: { expr: 'narrow ? datum.short : datum.label' },
      },
      encoding: { x },
    },
  ],
} satisfies TopLevelSpec;

export function heatMap(table: SeriesTable, context: ChartContext): ChartModel<TableDatum> {
  const { text } = context;
  const { others } = text.fromTable;
  const shown = topLabels(topSeries(uncut(table), MOST_COLUMNS, others), MOST_ROWS, others);
  const names = shown.labels.map(rowName);
  const margins = { ...rowMargins(names, [], 0), top: 20, right: 0 };
  return {
    ...framed(table, shown, findingOf(shown, context), context),
    kind: 'table-heat',
    unit: table.series[0]?.unit ?? '',
    legend: [
      { label: text.fromTable.stronger, colour: 'var(--series-1)', hatched: false },
      ...(hasNegative(shown) ? [{ label: text.fromTable.negative, colour: 'var(--series-2)', hatched: false }] : []),
    ],
    spec: HEAT_SPEC,
    data: {
      cells: cellsOf(shown),
      rows: names.map((name, row) => ({ row, name, figure: '', strong: false })),
      heads: headsOf(shown),
    },
    signals: { ...rowSignals(margins), narrow: false },
    height: rowsHeight(names.length),
    margins,
    targets: targetsOf(shown),
  };
}

function valuesOf({ series, labels }: SeriesTable): readonly number[] {
  return series.flatMap((one) => labels.flatMap((_, label) => drawn(one, label) ?? []));
}

function hasNegative(table: SeriesTable): boolean {
  return valuesOf(table).some((value) => value < 0);
}

function cellsOf(table: SeriesTable): readonly DrawnRow[] {
  const peak = valuesOf(table).reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return table.series.flatMap((one, column) =>
    table.labels.flatMap((_, row) => {
      const value = drawn(one, row);
      if (value === undefined) return [];
      const strength = OPACITY.least + (OPACITY.most - OPACITY.least) * (Math.abs(value) / peak);
      const opacity = Number((value === 0 ? 0 : strength).toPrecision(4));
      return [{ row, column, opacity, colour: value < 0 ? 'var(--series-2)' : 'var(--series-1)' }];
    }),
  );
}

function headsOf({ series }: SeriesTable): readonly DrawnRow[] {
  const cut = (title: string, room: number): string => {
    const fitted = fitText(title, FONT_SIZE.axis, room / series.length - 4);
    // A mark of omission alone says nothing.
    return fitted === '…' ? '' : fitted;
  };
  return series.map(({ title }, column) => ({
    ...{ column, label: cut(title, ROOM.wide), short: cut(title, ROOM.narrow) },
  }));
}

function targetsOf(shown: CutTable): ChartModel<TableDatum>['targets'] {
  const [rows, columns] = [shown.labels.length, shown.series.length];
  return shown.labels.flatMap((label, row) =>
    shown.series.map((one, column) => ({
      name: `${label}, ${one.title}: ${withUnit(written(one, row) || '–', one.unit)}`,
      box: { left: column / columns, top: row / rows, width: 1 / columns, height: 1 / rows },
      datum: { kind: 'cell' as const, label: shown.places[row] ?? -1, series: column },
    })),
  );
}

function findingOf(shown: SeriesTable, { text }: ChartContext): string {
  const most = largest(shown);
  const series = most && shown.series[most.series];
  if (!series) return text.fromTable.none;
  const figure = withUnit(written(series, most.label), series.unit);
  return text.fromTable.largest(shown.labels[most.label] ?? '', series.title, figure);
}
