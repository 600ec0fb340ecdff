/** A month's differences, as the engine says them, and what was decided about them. */
import type { Month } from '../core/days.ts';
import { type DifferenceVerdict, withVerdicts } from '../core/invoice/verdicts.ts';
import { invoiceDifferencesText as text } from '../core/text/en/invoice-differences.ts';
import type { MonthCheck } from '../sim/invoice/union/types.ts';
import type { ComparedExports } from '../workers/invoice-differences-jobs.ts';
import { askInvoice } from './invoice-job.ts';
import type { InvoiceCheck } from './invoice.svelte.ts';

export interface MonthAnswer {
  readonly check: MonthCheck;
  readonly exports: ComparedExports;
}

/** Undefined when it was cancelled, or the files have changed meanwhile. */
export function monthDifferences(
  { workbook }: InvoiceCheck,
  month: Month,
  signal: AbortSignal,
): Promise<MonthAnswer | undefined> {
  const { runner, document } = workbook;
  const { est } = document.scenario;
  const { gate } = document.invoice;
  return askInvoice(workbook, text.job, signal, (options) =>
    runner.run('invoiceDifferences', { month, est, gate }, options),
  );
}

/** Decides about differences of a month, as one step; undefined takes back what was decided in it. */
export function decide(
  invoice: InvoiceCheck,
  of: { readonly keys: readonly string[]; readonly month: Month },
  decided: Pick<DifferenceVerdict, 'verdict' | 'note'> | undefined,
): void {
  const { document, gate } = invoice.workbook;
  const verdicts = withVerdicts(document.invoice.verdicts, of, decided);
  const what = decided ? text.steps[decided.verdict](of.keys.length) : text.steps.back(of.keys.length);
  gate.dispatch({ kind: 'set-parts', parts: { invoice: { ...document.invoice, verdicts } }, what });
}
