/** What every section of a report draws on, worked out once. */
import type { Diagnostic } from '../../core/diagnostics.ts';
import { createFormat, type Format } from '../../core/format.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import type { ReportTexts } from '../../core/text/report-texts.ts';
import type { Totals } from '../../sim/types.ts';
import { allDiagnostics, inImportOrder, sortedTotals } from '../results/document.ts';
import { type ResultRow, resultRows } from '../results/rows.ts';
import type { ReportInput } from './input.ts';

export interface SectionContext {
  readonly input: ReportInput;
  readonly texts: ReportTexts;
  readonly format: Format;
  readonly rows: readonly ResultRow[];
  /** By currency. */
  readonly totals: readonly Totals[];
  readonly inputs: readonly DatasetInfo[];
  readonly diagnostics: readonly Diagnostic[];
}

export function sectionContext(input: ReportInput): SectionContext {
  const { simulation, inputs, extraDiagnostics = [] } = input;
  return {
    input,
    texts: input.texts,
    format: createFormat(input.locale),
    rows: resultRows(simulation),
    totals: sortedTotals(simulation),
    inputs: inImportOrder(inputs),
    diagnostics: allDiagnostics(simulation, inputs, extraDiagnostics),
  };
}
