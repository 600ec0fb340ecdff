/** The CSV exports: comma, CRLF, UTF-8 with byte order mark, guarded against formulas. */
import type { Diagnostic } from '../../core/diagnostics.ts';
import type { Simulation } from '../../sim/types.ts';
import { diagnosticsSheet, type RejectedRow, rejectsSheet } from '../sheets/diagnostics.ts';
import { monthsSheet } from '../sheets/months.ts';
import { subscriptionsSheet } from '../sheets/subscriptions.ts';
import { csvOf } from '../tabular/csv.ts';

/** One line per priced subscription with all its figures, by id. */
export function resultsCsv(simulation: Simulation): string {
  return csvOf(subscriptionsSheet(simulation));
}

/** One line per month and currency. */
export function monthsCsv(simulation: Simulation): string {
  return csvOf(monthsSheet(simulation));
}

/** All diagnostics, one line each, in the order given. */
export function diagnosticsCsv(diagnostics: readonly Diagnostic[]): string {
  return csvOf(diagnosticsSheet(diagnostics));
}

/** The rejected rows of an import with line, column, reason and original text. */
export function rejectsCsv(rejects: readonly RejectedRow[]): string {
  return csvOf(rejectsSheet(rejects));
}
