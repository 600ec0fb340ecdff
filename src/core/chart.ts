/**
 * What a chart is: words, a table and a picture of the same data. `charts` make it, the chart host draws it, the report
 * prints it. All of it is plain data that survives a structured clone.
 */

/** A Vega-Lite specification. It names its data and parameters; their values come from `ChartModel`. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/** One drawn thing. Numbers are for drawing only; every figure that is read is a text. */
export type DrawnRow = Readonly<Record<string, string | number | boolean>>;

export type SignalValue = string | number | boolean | readonly number[] | readonly string[];

export interface LegendEntry {
  readonly label: string;
  /** A CSS colour, as a rule `var(--token)`. */
  readonly colour: string;
  readonly hatched: boolean;
}

export interface ChartColumn {
  readonly title: string;
  /** Figures end at the same edge. */
  readonly align: 'start' | 'end';
}

/** The chart's data to be read: one text per column in each row. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** The place of a bar: shares of the plot's width and height, from its top left. */
export interface TargetBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A bar that takes the focus: its value as its name, and what choosing it means. */
export interface ChartTarget<Datum> {
  readonly name: string;
  readonly box: TargetBox;
  readonly datum: Datum;
}

/** Pixels around the plot, for labels. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface ChartModel<Datum> {
  /** Charts of one kind share one specification, so that it is compiled once. */
  readonly kind: string;
  readonly title: string;
  /** Unit of the drawn figures, such as `thousand USD`. */
  readonly unit: string;
  /** What the chart shows, in words. */
  readonly summary: string;
  readonly legend: readonly LegendEntry[];
  /** Unit of the table's figures, which are exact: `USD` where the picture has `thousand USD`. */
  readonly tableUnit: string;
  readonly table: ChartTable;
  readonly spec: ChartSpec;
  /** Rows by the data names that the specification has. */
  readonly data: Readonly<Record<string, readonly DrawnRow[]>>;
  /** Values of the specification's parameters; the drawing itself decides `narrow`, where a chart has it. */
  readonly signals: Readonly<Record<string, SignalValue>>;
  /** Height of the plot in pixels; its width is what the host has left. */
  readonly height: number;
  readonly margins: Margins;
  readonly targets: readonly ChartTarget<Datum>[];
}

/** Below this width in pixels a chart drops every second label. */
export const NARROW_CHART = 480;
