/** The month that a line is billed for. */
import { type Month, monthOfDay } from '../../../core/days.ts';
import { NO_DAY } from '../../../core/table.ts';
import type { InvoiceLines } from './types.ts';

/** Of a line without a day and without an invoice. */
export const NO_MONTH: Month = -1;

/**
 * Billing periods are calendar months, so all lines of an invoice are of the month that most of its charges begin in,
 * credits for earlier months too. Lines that no invoice holds yet are of the month that they begin in.
 */
export function lineMonths({ rows, texts, days }: InvoiceLines): Int32Array {
  const { codes } = texts.invoiceNumber;
  const own = new Int32Array(rows);
  const counts = new Map<number, Map<Month, number>>();
  for (let row = 0; row < rows; row++) {
    const month = monthOf(days.chargeStartDate[row], days.orderDate[row]);
    own[row] = month;
    const invoice = codes[row] ?? 0;
    if (invoice === 0 || month === NO_MONTH) continue;
    const months = counts.get(invoice) ?? new Map<Month, number>();
    counts.set(invoice, months);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  const byInvoice = new Map([...counts].map(([invoice, months]) => [invoice, mostFrequent(months)]));
  return own.map((month, row) => byInvoice.get(codes[row] ?? 0) ?? month);
}

function monthOf(start: number | undefined, order: number | undefined): Month {
  const day = start === undefined || start === NO_DAY ? (order ?? NO_DAY) : start;
  return day === NO_DAY ? NO_MONTH : monthOfDay(day);
}

/** Of equally many the later one. */
function mostFrequent(months: ReadonlyMap<Month, number>): Month {
  let best = NO_MONTH;
  let most = 0;
  for (const [month, count] of months) {
    if (count > most || (count === most && month > best)) [best, most] = [month, count];
  }
  return best;
}
