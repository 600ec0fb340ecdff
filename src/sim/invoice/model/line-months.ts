/** The month that a line is billed for. */
import { type Month, monthOfDay } from '../../../core/days.ts';
import { NO_DAY } from '../../../core/table.ts';
import { inner } from '../../remember.ts';
import type { InvoiceLines } from './types.ts';

/** Of a line without a day and without an invoice. */
export const NO_MONTH: Month = -1;

/**
 * Billing periods are calendar months, so all lines of an invoice are of the month that most of its charges begin in,
 * credits for earlier months too. Lines that no invoice holds yet are of the month that they begin in.
 */
export function lineMonths({ rows, texts, days }: InvoiceLines): Int32Array {
  const { codes, values } = texts.invoiceNumber;
  const months = new Int32Array(rows);
  const counts = new Map<number, Map<Month, number>>();
  // Lines that follow each other mostly are of one invoice and month: they are counted together.
  let [invoice, month, count] = [0, NO_MONTH, 0];
  const take = (): void => {
    if (invoice === 0 || month === NO_MONTH || count === 0) return;
    const own = inner(counts, invoice);
    own.set(month, (own.get(month) ?? 0) + count);
  };
  for (let row = 0; row < rows; row++) {
    const own = monthOf(days.chargeStartDate[row], days.orderDate[row]);
    months[row] = own;
    if (own !== month || codes[row] !== invoice) {
      take();
      [invoice, month, count] = [codes[row] ?? 0, own, 0];
    }
    count++;
  }
  take();
  const byInvoice = new Int32Array(values.length).fill(NO_MONTH);
  for (const [code, own] of counts) byInvoice[code] = mostFrequent(own);
  for (let row = 0; row < rows; row++) {
    const billed = byInvoice[codes[row] ?? 0] ?? NO_MONTH;
    if (billed !== NO_MONTH) months[row] = billed;
  }
  return months;
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
