/** Keeps a chart legible: the largest labels and series by themselves, the others together, or the first ones only. */
import { type Exact, ZERO, add } from '../../core/exact.ts';
import { type Series, type SeriesTable, drawn, sumOf } from './series-table.ts';

/** A table of what is drawn. */
export interface CutTable extends SeriesTable {
  /** The label of the whole table that each label is; −1 for the others together. */
  readonly places: readonly number[];
  /** How many labels there are in all. */
  readonly all: number;
}

export function uncut(table: SeriesTable): CutTable {
  const places = table.places ?? [...table.labels.keys()];
  return { ...table, places, all: table.labels.length };
}

/** The first labels, in their order. */
export function firstLabels(table: CutTable, most: number): CutTable {
  return table.labels.length <= most ? table : withLabels(table, [...table.labels.keys()].slice(0, most));
}

/**
 * The largest labels in the table's order, and the others together as the last where their sum means something.
 * @param others its name
 */
export function topLabels(table: CutTable, most: number, others: string): CutTable {
  if (table.labels.length <= most) return table;
  const additive = table.series.every((series) => series.additive);
  const size = (label: number): number =>
    table.series.reduce((sum, series) => sum + Math.abs(drawn(series, label) ?? 0), 0);
  const sizes = table.labels.map((_, label) => size(label));
  const order = [...table.labels.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const kept = order.slice(0, additive ? most - 1 : most).sort((a, b) => a - b);
  const cut = withLabels(table, kept);
  if (!additive) return cut;
  const rest = order.slice(most - 1);
  return {
    ...cut,
    labels: [...cut.labels, others],
    places: [...cut.places, -1],
    series: cut.series.map((series, index) => ({
      ...series,
      values: [...series.values, sumOf(rest.map((label) => table.series[index]?.values[label]))],
    })),
  };
}

function withLabels(table: CutTable, labels: readonly number[]): CutTable {
  return {
    ...table,
    labels: labels.map((label) => table.labels[label] ?? ''),
    places: labels.map((label) => table.places[label] ?? label),
    series: table.series.map((series) => ({ ...series, values: labels.map((label) => series.values[label]) })),
    bands: (table.bands ?? []).map((band) => ({
      ...band,
      low: labels.map((label) => band.low[label]),
      high: labels.map((label) => band.high[label]),
    })),
  };
}

/** The largest series in their order, and the others together where their sum means something. */
export function topSeries(table: CutTable, most: number, others: string): CutTable {
  const { series } = table;
  if (series.length <= most) return table;
  const additive = series.every((one) => one.additive);
  const size = (one: Series): number => one.values.reduce((sum, _, label) => sum + Math.abs(drawn(one, label) ?? 0), 0);
  const sizes = new Map(series.map((one) => [one, size(one)]));
  const order = [...series].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  const kept = new Set(order.slice(0, additive ? most - 1 : most));
  const shown = series.filter((one) => kept.has(one));
  const [first] = shown;
  if (!additive || !first) return { ...table, series: shown };
  const rest = series.filter((one) => !kept.has(one));
  return { ...table, series: [...shown, { ...first, title: others, values: addAcross(rest, table.labels.length) }] };
}

function addAcross(series: readonly Series[], labels: number): readonly (Exact | undefined)[] {
  return Array.from({ length: labels }, (_, label) =>
    series.reduce<Exact>((sum, { values }) => add(sum, values[label] ?? ZERO), ZERO),
  );
}
