/** What the export menu offers, most wanted first. */
import { frameText } from '../../core/text/en/frame.ts';
import { saveReport } from '../../state/reports.ts';
import type { ResultExport, Workbook } from '../../state/workbook.svelte.ts';

export const EXPORTS = [
  'report-html',
  'results-xlsx',
  'results-csv',
  'months-csv',
  'results-json',
  'scenario-json',
  'diagnostics-csv',
] as const satisfies readonly (ResultExport | 'report-html')[];

/** Makes one of them and saves it. */
export function takeAway(workbook: Workbook, kind: (typeof EXPORTS)[number]): Promise<void> {
  if (kind === 'report-html') return saveReport(workbook, workbook.document.report, 'html');
  return workbook.exportFile(kind, frameText.exporting(frameText.exports[kind]));
}
