/** The terms and billing plans that price lists hold; others are kept as they came, with a warning. */
import type { Table } from '../../core/table.ts';
import { PLAN_WORDS, TERM_WORDS } from '../cells/words.ts';
import type { Findings } from '../sheet/findings.ts';

const KNOWN_TERMS = new Set(TERM_WORDS.values());
const KNOWN_PLANS = new Set(PLAN_WORDS.values());

/** Warns about each term and each billing plan in a finished table that no price list is likely to hold. */
export function warnOfUnknownTerms(table: Table, findings: Findings): void {
  for (const [value, rows] of unknownValues(table, 'termDuration', KNOWN_TERMS))
    findings.add('warning', 'unknown-term', { column: 'TermDuration', text: value }, { value, rows });
  for (const [value, rows] of unknownValues(table, 'billingPlan', KNOWN_PLANS))
    findings.add('warning', 'unknown-plan', { column: 'BillingPlan', text: value }, { value, rows });
}

/** The values of a text column that are not known, each with its number of rows. */
function unknownValues(table: Table, name: string, known: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const column = table.columns.get(name);
  if (column?.kind !== 'text') return counts;
  for (const code of column.codes) {
    const value = column.values[code] ?? '';
    if (value !== '' && !known.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
