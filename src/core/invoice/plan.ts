/** What the user says about invoices: remembered with the workbook. */

import { type DifferenceVerdict, readVerdict } from './verdicts.ts';

/** What an invoice says of itself: the sum that its lines are held against. */
export interface InvoiceSummary {
  readonly number: string;
  readonly currency: string;
  /** Decimal text, tax included. */
  readonly total: string;
}

export interface InvoicePlan {
  /** Differences of a line up to this much are noise, of which only the sum is shown: decimal text in any currency. */
  readonly gate: string;
  readonly summaries: readonly InvoiceSummary[];
  /** What was decided about differences. */
  readonly verdicts: readonly DifferenceVerdict[];
}

export const DEFAULT_INVOICE_PLAN: InvoicePlan = { gate: '0.05', summaries: [], verdicts: [] };

const DECIMAL = /^-?\d{1,18}(?:\.\d{1,12})?$/;

/** A plan as it was stored: what is unknown falls back to the usual. */
export function readInvoicePlan(value: unknown): InvoicePlan {
  if (!isFields(value)) return DEFAULT_INVOICE_PLAN;
  const { gate, summaries, verdicts } = value;
  return {
    gate: isDecimal(gate) && !gate.startsWith('-') ? gate : DEFAULT_INVOICE_PLAN.gate,
    summaries: (Array.isArray(summaries) ? summaries : []).flatMap(readSummary),
    verdicts: (Array.isArray(verdicts) ? verdicts : []).flatMap(readVerdict),
  };
}

/** The sums of invoices with one in place of what was said of the same invoice; undefined: nothing is said any more. */
export function withSummary(
  plan: InvoicePlan,
  of: Omit<InvoiceSummary, 'total'>,
  total: string | undefined,
): InvoicePlan {
  const others = plan.summaries.filter(({ number, currency }) => number !== of.number || currency !== of.currency);
  return { ...plan, summaries: total === undefined ? others : [...others, { ...of, total }] };
}

function readSummary(value: unknown): readonly InvoiceSummary[] {
  if (!isFields(value)) return [];
  const { number, currency, total } = value;
  return typeof number === 'string' && typeof currency === 'string' && isDecimal(total)
    ? [{ number, currency, total }]
    : [];
}

function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && DECIMAL.test(value);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
