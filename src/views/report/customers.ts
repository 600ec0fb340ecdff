/** The customers of a portfolio, each once: by id, or by name where there is no id. */
import { compareCodeUnits } from '../../core/compare-text.ts';
import { idKey } from '../../core/ids.ts';
import { type Column, flagAt, textAt, type Table } from '../../core/table.ts';
import type { Simulation } from '../../sim/types.ts';

export interface CustomerName {
  readonly customerId: string;
  readonly customer: string;
}

export function customersOf({ columns, rows }: Table): readonly CustomerName[] {
  return namesIn(
    columns.get('customerId'),
    columns.get('customerName'),
    Array.from({ length: rows }, (_, row) => row),
  );
}

function namesIn(ids: Column | undefined, names: Column | undefined, rows: Iterable<number>): readonly CustomerName[] {
  const found = new Map<string, CustomerName>();
  for (const row of rows) {
    const [customerId, customer] = [textAt(ids, row), textAt(names, row)];
    if (customerId === '' && customer === '') continue;
    const key = customerId === '' ? `name ${customer}` : `id ${idKey(customerId)}`;
    if (!found.has(key)) found.set(key, { customerId, customer });
  }
  return [...found.values()].sort((a, b) => compareCodeUnits(a.customer || a.customerId, b.customer || b.customerId));
}

/** Which customers get a report of their own. */
export const BATCHES = ['all', 'filter', 'exposed', 'open'] as const;
export type BatchChoice = (typeof BATCHES)[number];

const UNDECIDED: ReadonlySet<string> = new Set(['est-drift', 'in-est', 'lapses']);

/** @param visible rows of the simulation's table that pass the filter */
export function customersToReport(
  choice: BatchChoice,
  portfolio: Table,
  { table }: Simulation,
  visible: Uint32Array,
): readonly CustomerName[] {
  if (choice === 'all') return customersOf(portfolio);
  const { columns } = table;
  const [exposed, outcome] = [columns.get('exposed'), columns.get('outcome')];
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const chosen = {
    filter: [...visible],
    exposed: rows.filter((row) => flagAt(exposed, row) === true),
    open: rows.filter((row) => UNDECIDED.has(textAt(outcome, row))),
  }[choice];
  return namesIn(columns.get('customerId'), columns.get('customer'), chosen);
}
