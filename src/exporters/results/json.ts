/** The results file as text: the same bytes for the same inputs, wherever it is written. */
import type { Diagnostic } from '../../core/diagnostics.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import type { Simulation } from '../../sim/types.ts';
import { resultsDocument } from './document.ts';

/** The results file of a simulation: UTF-8 text, two-space indentation, one line feed at the end. */
export function resultsJson(
  simulation: Simulation,
  inputs: readonly DatasetInfo[],
  extraDiagnostics: readonly Diagnostic[] = [],
): string {
  return `${JSON.stringify(resultsDocument(simulation, inputs, extraDiagnostics), null, 2)}\n`;
}
