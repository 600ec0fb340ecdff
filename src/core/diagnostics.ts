/** What an importer or the engine has to say about a file, a row or a cell; never thrown. */
import { type DiagnosticCode, type MessageParams, diagnosticMessage } from './text/diagnostics.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Where a diagnostic belongs. `row` is the line in the source file; a header is line 1. */
export interface Place {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
  /** The original text of the cell or row, unshortened. */
  readonly text?: string;
}

export interface Diagnostic extends Place {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  /** What a translation needs besides the code. */
  readonly params: MessageParams;
  /** What, where and what to do next, in English. */
  readonly message: string;
}

/** A diagnostic whose message comes from the catalogue. */
export function diagnose(
  severity: Severity,
  code: DiagnosticCode,
  place: Place,
  params: MessageParams = {},
): Diagnostic {
  return { ...place, severity, code, params, message: diagnosticMessage(code, params) };
}

/** A file's balance: `read = accepted + rejected + skipped`. */
export interface Ledger {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly skipped: number;
}
