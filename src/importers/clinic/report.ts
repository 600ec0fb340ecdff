/** What the clinic found, as diagnostics for readers of the ledger; what conversions say already is not said twice. */
import type { RepairCode } from '../../core/schema/repairs.ts';
import type { Severity } from '../../core/diagnostics.ts';
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import type { Findings } from '../sheet/findings.ts';
import type { Finding } from './finding.ts';

const SAID: Readonly<Partial<Record<RepairCode, readonly [Severity, DiagnosticCode]>>> = {
  'digits-lost': ['warning', 'digits-lost'],
  'id-exponent': ['warning', 'id-exponent'],
  'guard-apostrophe': ['info', 'guards-removed'],
  mojibake: ['info', 'mojibake-mended'],
  'second-table': ['warning', 'second-table'],
};

export function reportFound(found: readonly Finding[], findings: Findings): void {
  for (const { code, column, rows, samples, treatment, repairable } of found) {
    const [severity, diagnostic] = SAID[code] ?? [];
    if (severity === undefined || diagnostic === undefined || (repairable && treatment === 'leave')) continue;
    const examples = new Set(
      samples.map(({ before, after }) => (after === before || after === '' ? before : `${before} → ${after}`)),
    );
    const row = column === '' ? samples[0]?.row : undefined;
    const spot = { ...(column === '' ? {} : { column }), ...(row === undefined ? {} : { row }) };
    findings.add(severity, diagnostic, spot, { rows, examples: [...examples].join('; ') });
  }
}
