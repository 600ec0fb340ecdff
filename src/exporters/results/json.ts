/** The results file as text: the same bytes for the same inputs, wherever it is written. */
import type { Diagnostic } from '../../core/diagnostics.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import type { Simulation } from '../../sim/types.ts';
import { resultsDocument } from './document.ts';
import { type TrialFigures, uncertaintyDocument } from './uncertainty.ts';

/**
 * The results file of a simulation: UTF-8 text, two-space indentation, one line feed at the end.
 * @param trials of the scenario's uncertainty, when it has any
 */
export function resultsJson(
  simulation: Simulation,
  inputs: readonly DatasetInfo[],
  extraDiagnostics: readonly Diagnostic[] = [],
  trials?: TrialFigures,
): string {
  const document = resultsDocument(simulation, inputs, extraDiagnostics);
  const whole = trials ? { ...document, uncertainty: uncertaintyDocument(trials) } : document;
  return `${JSON.stringify(whole, null, 2)}\n`;
}
