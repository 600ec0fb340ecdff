/** Vega-Lite to Vega, without evaluating code: what the worker, the report and the tests compile with. */
import type { Spec } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import type { ChartSpec } from '../core/chart.ts';

/** The Vega specification of one of our own Vega-Lite specifications. */
export function compileChart(spec: ChartSpec): Spec {
  // Core knows specifications as plain data; those of `charts` were checked against this type where they are written.
  return compile(spec as unknown as TopLevelSpec).spec;
}
