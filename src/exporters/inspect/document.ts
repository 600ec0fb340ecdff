/** The inspect file `termwise/inspect@1` as plain data; keys stand in the order in which they are written. */
import type { Diagnostic, Ledger, Severity } from '../../core/diagnostics.ts';
import type { ControlTotals, DatasetKind } from '../../core/schema/dataset.ts';
import type { AppliedRepair } from '../../core/schema/repairs.ts';

export interface InspectDiagnostic {
  /** Line in the file; absent when it concerns the whole file. */
  readonly row?: number;
  readonly column?: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** The original text of the cell or row. */
  readonly text?: string;
}

export interface InspectedFile {
  /** A file inside an archive is `archive.zip/inner.csv`. */
  readonly file: string;
  readonly kind: DatasetKind;
  readonly sha256: string;
  readonly rows: Ledger;
  /** The file's header in its order; the keys of a JSON file. */
  readonly columns: readonly string[];
  /** Exact sums of the accepted rows. */
  readonly totals: ControlTotals;
  readonly repairs: readonly AppliedRepair[];
  readonly diagnostics: readonly InspectDiagnostic[];
}

export interface InspectDocument {
  readonly schema: 'termwise/inspect@1';
  readonly files: readonly InspectedFile[];
}

/** The inspect file of files in the order given. */
export function inspectDocument(files: readonly InspectedFile[]): InspectDocument {
  return { schema: 'termwise/inspect@1', files };
}

/** UTF-8 text, two-space indentation, one line feed at the end. */
export function inspectJson(document: InspectDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A diagnostic as the inspect file has it; the file's name stands above it. */
export function inspectDiagnostic({ row, column, severity, code, message, text }: Diagnostic): InspectDiagnostic {
  return {
    ...(row === undefined ? {} : { row }),
    ...(column === undefined || column === '' ? {} : { column }),
    severity,
    code,
    message,
    ...(text === undefined ? {} : { text }),
  };
}
