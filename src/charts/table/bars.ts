/** Horizontal bars with their exact figures. */
import type { ChartModel } from '../../core/chart.ts';
import type { ChartContext } from '../context.ts';
import { STACKED_ROWS_SPEC } from '../row-bars.ts';
import { rowBox, rowMargins, rowName, rowSignals, rowsHeight } from '../row-layout.ts';
import { topLabels, topSeries, uncut } from './cut.ts';
import { colourOf, framed, largest, legendOf, nameOf } from './frame.ts';
import { type SeriesTable, type TableDatum, drawn, sumOf, withUnit, written } from './series-table.ts';

const MOST_SERIES = 6;
/** More rows than this are a list, not a picture. */
const MOST_ROWS = 30;

/** A row of bars: one figure, or the figures of all series one behind the other. */
interface BarRow {
  readonly label: number;
  /** Undefined: all of them. */
  readonly series: number | undefined;
  readonly name: string;
  readonly figure: string;
  readonly spoken: string;
}

/** Series whose sums mean something are stacked, others stand below each other. */
export function barChart(table: SeriesTable, context: ChartContext): ChartModel<TableDatum> {
  const { others } = context.text.fromTable;
  const series = topSeries(uncut(table), MOST_SERIES, others);
  const stacked = series.series.every(({ additive }) => additive);
  const each = stacked ? 1 : Math.max(1, series.series.length);
  const shown = topLabels(series, Math.floor(MOST_ROWS / each), others);
  const rows = shown.labels.flatMap((_, label) =>
    stacked ? [wholeRow(shown, label)] : shown.series.map((__, order) => singleRow(shown, label, order)),
  );
  const bars = rows.flatMap((row, index) => barsOf(shown, row, index));
  const margins = rowMargins(rows.map(({ name }) => name), rows.map(({ figure }) => figure), 0); // prettier-ignore
  return {
    ...framed(table, shown, findingOf(shown, context), context),
    kind: 'table-bar',
    unit: table.series[0]?.unit ?? '',
    legend: legendOf(shown),
    spec: STACKED_ROWS_SPEC,
    data: {
      segments: bars,
      rows: rows.map(({ name, figure }, row) => ({ row, name, figure, strong: false })),
      zero: [{ at: 0 }],
    },
    signals: { ...rowSignals(margins), barsHeight: rowsHeight(rows.length), ...rangeOf(bars) },
    height: rowsHeight(rows.length),
    margins,
    targets: rows.map(({ label, series: order, spoken }, row) => ({
      name: spoken,
      box: rowBox(row, rows.length),
      datum: { kind: 'cell', label: shown.places[label] ?? -1, series: order },
    })),
  };
}

function wholeRow(shown: SeriesTable, label: number): BarRow {
  const [first] = shown.series;
  const sum = first?.write(sumOf(shown.series.map(({ values }) => values[label]))) ?? '';
  const name = shown.labels[label] ?? '';
  const figure = withUnit(sum, first?.unit ?? '');
  const parts = shown.series.length > 1 ? ` (${nameOf(shown, label).slice(name.length + 2)})` : '';
  return { label, series: undefined, name: rowName(name), figure: sum, spoken: `${name}: ${figure}${parts}` };
}

function singleRow(shown: SeriesTable, label: number, order: number): BarRow {
  const one = shown.series[order];
  const name = shown.labels[label] ?? '';
  const figure = one ? written(one, label) : '';
  const title = shown.series.length > 1 ? `${name}, ${one?.title ?? ''}` : name;
  const spoken = `${title}: ${withUnit(figure || '–', one?.unit ?? '')}`;
  return { label, series: order, name: order === 0 ? rowName(name) : '', figure, spoken };
}

interface Bar {
  readonly [field: string]: number | string;
  readonly row: number;
  readonly value: number;
}

function barsOf(shown: SeriesTable, { label, series }: BarRow, row: number): readonly Bar[] {
  return shown.series.flatMap((one, order) => {
    const value = drawn(one, label) ?? 0;
    const isHere = series === undefined || series === order;
    return isHere && value !== 0 ? [{ row, value, order, colour: colourOf(order) }] : [];
  });
}

/** From the end of the longest bar to the left to the end of the longest to the right. */
function rangeOf(bars: readonly Bar[]): { readonly low: number; readonly high: number } {
  const lows = new Map<number, number>();
  const highs = new Map<number, number>();
  for (const { row, value } of bars) {
    const ends = value < 0 ? lows : highs;
    ends.set(row, (ends.get(row) ?? 0) + value);
  }
  return { low: Math.min(0, ...lows.values()), high: Math.max(0, ...highs.values()) || (lows.size > 0 ? 0 : 1) };
}

function findingOf(shown: SeriesTable, { text }: ChartContext): string {
  const most = largest(shown);
  const series = most && shown.series[most.series];
  if (!series) return text.fromTable.none;
  const figure = withUnit(written(series, most.label), series.unit);
  return text.fromTable.largest(shown.labels[most.label] ?? '', shown.series.length > 1 ? series.title : '', figure);
}
