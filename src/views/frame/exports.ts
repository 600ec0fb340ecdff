/** What the export menu offers, most wanted first. */
import type { FileExport } from '../../state/workbook.svelte.ts';

export const EXPORTS = [
  'report-html',
  'results-xlsx',
  'results-csv',
  'months-csv',
  'results-json',
  'scenario-json',
  'diagnostics-csv',
] as const satisfies readonly FileExport[];
