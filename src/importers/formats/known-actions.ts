/** The scheduled actions that the engine knows; others are kept as they came, with a warning. */
import type { Table } from '../../core/table.ts';
import type { Findings } from '../sheet/findings.ts';

const KNOWN = new Set(['', 'none', 'cancel', 'renewtonewterm', 'renewtoextendedserviceterm', 'transition']);

/** Warns about each scheduled action in a finished table that is not known. */
export function warnOfUnknownActions(table: Table, findings: Findings): void {
  const column = table.columns.get('scheduledAction');
  if (column?.kind !== 'text') return;
  for (const code of new Set(column.codes)) {
    const action = column.values[code] ?? '';
    if (KNOWN.has(action.trim().toLowerCase())) continue;
    findings.add('warning', 'unknown-action', { column: 'ScheduledAction', text: action }, { action });
  }
}
