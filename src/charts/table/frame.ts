/** What every chart of a table has besides its picture: title, legend, the data as a table. */
import type { ChartModel, ChartTable, LegendEntry } from '../../core/chart.ts';
import { figureColumn, textColumn } from '../columns.ts';
import type { ChartContext } from '../context.ts';
import type { CutTable } from './cut.ts';
import { type Series, type SeriesTable, withUnit, written } from './series-table.ts';

/** The colours of series, in their order. */
export const SERIES_COLOURS = [1, 2, 3, 4, 5, 6].map((number) => `var(--series-${String(number)})`);

/** More rows than this are no table to read. */
const MOST_TABLE_ROWS = 500;

export function colourOf(series: number): string {
  return SERIES_COLOURS[series % SERIES_COLOURS.length] ?? '';
}

export function legendOf({ series }: SeriesTable): readonly LegendEntry[] {
  if (series.length < 2) return [];
  return series.map(({ title }, index) => ({ label: title, colour: colourOf(index), hatched: false }));
}

type Framed = Pick<ChartModel<never>, 'title' | 'summary' | 'tableUnit' | 'table'>;

/**
 * @param table all of it
 * @param shown what is drawn of it
 * @param read what only the data as a table say besides
 */
export function framed(
  table: SeriesTable,
  shown: CutTable,
  finding: string,
  { format, text }: ChartContext,
  read: readonly Series[] = [],
): Framed {
  const words = text.fromTable;
  const cut =
    shown.all <= shown.labels.length
      ? []
      : shown.places.includes(-1)
        ? [words.cutTop(format.count(shown.labels.length - 1), format.count(shown.all))]
        : [words.cut(format.count(shown.labels.length), format.count(shown.all))];
  const cutSeries = shown.series.length < table.series.length ? [seriesWords(table, shown, { format, text })] : [];
  return {
    title: table.title,
    summary: [finding, ...cut, ...cutSeries].join(' '),
    tableUnit: table.series[0]?.unit ?? '',
    table: tableOf({ ...table, series: [...table.series, ...read] }, (rest) =>
      text.topCustomers.more(format.count(rest)),
    ),
  };
}

function seriesWords(table: SeriesTable, shown: CutTable, { format, text }: ChartContext): string {
  const [count, all] = [shown.series.length, format.count(table.series.length)];
  return table.series.every(({ additive }) => additive)
    ? text.fromTable.cutSeriesTop(format.count(count - 1), all)
    : text.fromTable.cutSeries(format.count(count), all);
}

function tableOf({ labelTitle, labels, series }: SeriesTable, more: (rest: number) => string): ChartTable {
  const rest = labels.length - MOST_TABLE_ROWS;
  const rows = labels
    .slice(0, MOST_TABLE_ROWS)
    .map((label, index) => [label, ...series.map((one) => written(one, index))]);
  return {
    columns: [textColumn(labelTitle), ...series.map(({ title }) => figureColumn(title))],
    rows: rest > 0 ? [...rows, [more(rest), ...series.map(() => '')]] : rows,
  };
}

/** A label with the figures of its series, as a target says it. */
export function nameOf({ labels, series }: SeriesTable, label: number): string {
  const figures = series.map((one) => {
    const figure = withUnit(written(one, label) || '–', one.unit);
    return series.length === 1 ? figure : `${one.title} ${figure}`;
  });
  return `${labels[label] ?? ''}: ${figures.join(', ')}`;
}

/** The label and series of the largest figure. */
export function largest({ labels, series }: SeriesTable): { label: number; series: number } | undefined {
  let best: { label: number; series: number; value: number } | undefined;
  for (const [index, one] of series.entries()) {
    for (const label of labels.keys()) {
      const value = one.values[label];
      const size = value ? Number(value.n) / Number(value.d) : NaN;
      if (value && (!best || size > best.value)) best = { label, series: index, value: size };
    }
  }
  return best;
}
