/** What a chart of a table is made from: labels and series of exact figures, out of a pivot or a selection. */
import { type Exact, ZERO, add, toFloat } from '../../core/exact.ts';

export interface Series {
  readonly title: string;
  /** Such as `EUR`; '' for plain numbers. Series of different units never share a chart. */
  readonly unit: string;
  /** A figure for each label. */
  readonly values: readonly (Exact | undefined)[];
  /** Sums of its figures mean something: amounts and counts, not prices, averages or shares. */
  readonly additive: boolean;
  /** The figure as it is read, without its unit. */
  readonly write: (value: Exact) => string;
}

/** Bounds around a series, drawn as an area under the lines of a line chart. */
export interface Band {
  readonly title: string;
  /** Which series they are around: the band has its colour. */
  readonly around: number;
  readonly low: readonly (Exact | undefined)[];
  readonly high: readonly (Exact | undefined)[];
}

export interface SeriesTable {
  readonly title: string;
  /** What the labels are. */
  readonly labelTitle: string;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Where each label stands in a larger table that this one was taken from. */
  readonly places?: readonly number[];
  /** Labels are a course, such as months: none is left out because it has no figure. */
  readonly course?: boolean;
  /** Two at most, the narrower one first; with a course only. Other charts than lines leave them out. */
  readonly bands?: readonly Band[];
}

/** What choosing a drawn thing means: a label of the table, and one of its series where it stands for one. */
export interface TableDatum {
  readonly kind: 'cell';
  /** −1: all that is not drawn by itself. */
  readonly label: number;
  readonly series: number | undefined;
}

/** The units of the series, the one with most figures first. */
export function unitsOf({ series }: SeriesTable): readonly string[] {
  const figures = new Map<string, number>();
  for (const { unit, values } of series) {
    figures.set(unit, (figures.get(unit) ?? 0) + values.filter((value) => value !== undefined).length);
  }
  return [...figures].sort(([, a], [, b]) => b - a).map(([unit]) => unit);
}

/** The series of one unit, and the labels that have figures in it. */
export function ofUnit(table: SeriesTable, unit: string): SeriesTable {
  const series = table.series.filter((one) => one.unit === unit);
  if (series.length === table.series.length || table.course === true) return { ...table, series };
  const places = [...table.labels.keys()].filter((label) => series.some(({ values }) => values[label] !== undefined));
  return {
    ...table,
    labels: places.map((label) => table.labels[label] ?? ''),
    series: series.map((one) => ({ ...one, values: places.map((label) => one.values[label]) })),
    places: places.map((label) => table.places?.[label] ?? label),
  };
}

/** A figure for drawing: a sum without cells is 0, anything else without cells is not drawn. */
export function drawn(series: Series, label: number): number | undefined {
  const value = series.values[label];
  if (value === undefined) return series.additive ? 0 : undefined;
  return toFloat(value);
}

/** A figure in words; '' where there is none. */
export function written(series: Series, label: number): string {
  const value = series.values[label];
  return value === undefined ? '' : series.write(value);
}

export function withUnit(figure: string, unit: string): string {
  return unit === '' ? figure : `${figure} ${unit}`;
}

export function sumOf(values: readonly (Exact | undefined)[]): Exact {
  return values.reduce<Exact>((sum, value) => (value ? add(sum, value) : sum), ZERO);
}
