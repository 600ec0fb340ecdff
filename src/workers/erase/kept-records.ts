/** Rejected rows and diagnostics that stay when a customer is erased. */
import type { Diagnostic } from '../../core/diagnostics.ts';
import type { Traces } from '../../core/erase/traces.ts';
import type { Reject } from '../../storage/rejects.ts';

/** @param lines of the file in which rows of the customer stood */
export function keptRejects(rejects: readonly Reject[], traces: Traces, lines: ReadonlySet<number>): readonly Reject[] {
  return rejects.filter(({ row, column, message, text }) => !lines.has(row) && ![column, message, text].some((one) => traces.in(one))); // prettier-ignore
}

/** The name of the file is none of theirs: it may be changed. */
export function keptDiagnostics(
  diagnostics: readonly Diagnostic[],
  traces: Traces,
  lines: ReadonlySet<number>,
): readonly Diagnostic[] {
  return diagnostics.filter(({ row, column = '', text = '', params, message }) => {
    const said = [column, text, message, ...Object.values(params).map(String)];
    return !(row !== undefined && lines.has(row)) && !said.some((one) => traces.in(one));
  });
}
