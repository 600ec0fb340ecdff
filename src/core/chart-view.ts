/**
 * How a chart model reaches a drawing. The app's host and the report share this, so both pictures are the same; neither
 * Vega nor a document is needed to say it.
 */
import { type ChartModel, type DrawnRow, NARROW_CHART, type SignalValue } from './chart.ts';

/** The part of a Vega view that a model fills. */
interface FillableView {
  width(pixels: number): unknown;
  height(pixels: number): unknown;
  padding(margins: { top: number; right: number; bottom: number; left: number }): unknown;
  signal(name: string, value: SignalValue): unknown;
  data(name: string, rows: DrawnRow[]): unknown;
}

/** Gives a view the model's size, parameters and data; the caller runs it. `width` is that of the whole chart in pixels. */
export function fillView(view: FillableView, model: ChartModel<unknown>, width: number): void {
  const { left, right } = model.margins;
  view.width(Math.max(1, width - left - right));
  view.height(model.height);
  view.padding(model.margins);
  for (const [name, value] of Object.entries(model.signals)) view.signal(name, value);
  if ('narrow' in model.signals) view.signal('narrow', width < NARROW_CHART);
  // Vega writes its own ids into the rows that it is given.
  for (const [name, rows] of Object.entries(model.data)) view.data(name, rows.map((row) => ({ ...row }))); // prettier-ignore
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('INTERNAL: a chart asked for a resource'));
}

/** A Vega loader that loads nothing: charts have their data by name, and no images or links. */
export const REFUSING_LOADER = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** The pattern behind `url(#hatch)`: the colour of what is passed on late, with lines in the colour of the surface. */
export const HATCH = { id: 'hatch', size: 6, line: 2, fill: 'var(--pays-delayed)', stroke: 'var(--surface)' };
