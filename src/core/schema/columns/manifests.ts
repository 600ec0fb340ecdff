/** Manifests: what an export consists of. */
import type { Kinds } from './kinds.ts';

/** Columns of `manifest`: one row for each file that the manifest names. Addresses and tokens are never among them. */
export const MANIFEST_COLUMNS = {
  /** Name of the file without folder. */
  blob: 'text',
  partition: 'text',
  /** As the manifest states them; empty when it states none. */
  bytes: 'decimal',
  rows: 'decimal',
  /** What the export holds: `billedusagefastpath`, `FocusCost`, `ActualCost` … */
  content: 'text',
  exportName: 'text',
  /** `full` or `basic` attributes. */
  attributeSet: 'text',
  invoice: 'text',
  currency: 'text',
  periodStart: 'day',
  periodEnd: 'day',
  /** When the run was asked for or its manifest was written, as it is written. */
  created: 'text',
  runId: 'text',
  partnerId: 'text',
  format: 'text',
  version: 'text',
} as const satisfies Kinds;
