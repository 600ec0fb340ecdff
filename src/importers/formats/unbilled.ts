/** Billed or not: a fact that no column states. */
import type { Table } from '../../core/table.ts';
import type { Findings } from '../sheet/findings.ts';

/** Says so when no row of a finished table has an invoice number. */
export function tellUnbilled(table: Table, findings: Findings): void {
  const column = table.columns.get('invoiceNumber');
  const isBilled = column?.kind === 'text' && column.codes.some((code) => column.values[code] !== '');
  if (table.rows > 0 && !isBilled) findings.add('info', 'unbilled');
}
