/** The results as a workbook. */
import { dayToText } from '../../core/days.ts';
import type { Diagnostic } from '../../core/diagnostics.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import { exportText } from '../../core/text/en/export.ts';
import type { Simulation } from '../../sim/types.ts';
import { assumptionsOf } from '../assumptions.ts';
import { assumptionsSheet } from '../sheets/assumptions.ts';
import { diagnosticsSheet } from '../sheets/diagnostics.ts';
import { monthsSheet } from '../sheets/months.ts';
import { subscriptionsSheet } from '../sheets/subscriptions.ts';
import { summarySheet } from '../sheets/summary.ts';
import { unpricedSheet } from '../sheets/unpriced.ts';
import { xlsxOf } from '../tabular/xlsx.ts';
import { allDiagnostics } from './document.ts';

/** What the workbook and the report show beside the simulation. */
export interface ResultsContext {
  readonly scenario: Scenario;
  /** The scenario of an empty file, to say what differs from it. */
  readonly defaults: Scenario;
  readonly inputs: readonly DatasetInfo[];
  /** Diagnostics of files that became no dataset. */
  readonly extraDiagnostics?: readonly Diagnostic[];
}

/** The bytes of a workbook: Summary, Subscriptions, Months, Unpriced, Assumptions, Diagnostics. */
export async function resultsXlsx(simulation: Simulation, context: ResultsContext): Promise<Uint8Array> {
  const { scenario, defaults, inputs, extraDiagnostics = [] } = context;
  const { asOf } = simulation.window;
  const sheets = [
    summarySheet(simulation, scenario.name, inputs),
    subscriptionsSheet(simulation),
    monthsSheet(simulation),
    unpricedSheet(simulation),
    assumptionsSheet(assumptionsOf(scenario, defaults)),
    diagnosticsSheet(allDiagnostics(simulation, inputs, extraDiagnostics)),
  ];
  return xlsxOf(sheets, exportText.workbookTitle(dayToText(asOf)), asOf);
}
