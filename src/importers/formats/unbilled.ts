/** Billed or not: a fact that no column states. */
import type { Findings } from '../sheet/findings.ts';
import type { SheetFacts } from '../sheet/format.ts';

/** Says so when no row of a sheet has an invoice number. */
export function tellUnbilled({ rows, filled }: SheetFacts, findings: Findings): void {
  if (rows > 0 && !filled.has('invoiceNumber')) findings.add('info', 'unbilled');
}
