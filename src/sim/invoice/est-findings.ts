/** EST on invoices with the difference to a term, and whether it can still be stopped. */
import type { Day } from '../../core/days.ts';
import { safeMinor } from '../../core/money.ts';
import { billedEst } from './est-billed.ts';
import { estStop } from './est-stop.ts';
import type { EstTerms } from './est-terms.ts';
import type { CheckedLines } from './model/check-lines.ts';
import { NO_MONTH } from './model/line-months.ts';
import type { InvoiceLines } from './model/types.ts';
import type { EstFinding } from './types.ts';

/** @param months of `lineMonths` @param asOf the day on which each would be cancelled */
export function estFindings(
  lines: InvoiceLines,
  checked: CheckedLines,
  months: Int32Array,
  terms: EstTerms,
  asOf: Day,
): readonly EstFinding[] {
  const lastMonth = months.reduce((last, month) => Math.max(last, month), NO_MONTH);
  return billedEst(lines, checked, terms).map(({ term, ...est }) => ({
    ...est,
    term: term && { product: term.offer.title, plan: term.plan, cost: term.cost },
    difference: est.onTerm === undefined ? undefined : safeMinor(est.charged - est.onTerm),
    stop: estStop({ lines, checked, months, lastMonth }, est.rows, asOf),
  }));
}
