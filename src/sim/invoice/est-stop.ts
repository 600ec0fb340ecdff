/** Whether EST that was billed can still be stopped, and what comes back. */
import type { Day, Month } from '../../core/days.ts';
import { divide, type Exact, fraction, multiply, ONE, toFloat } from '../../core/exact.ts';
import { cutToMinor, minorDigits } from '../../core/money.ts';
import { NO_DAY } from '../../core/table.ts';
import { chargeCycle, cycleDays } from './charge-cycle.ts';
import type { CheckedLines } from './model/check-lines.ts';
import type { InvoiceLines } from './model/types.ts';
import type { EstStop } from './types.ts';

interface Billed {
  readonly lines: InvoiceLines;
  readonly checked: CheckedLines;
  /** Of `lineMonths`. */
  readonly months: Int32Array;
  /** The last month that there is an invoice of. */
  readonly lastMonth: Month;
}

/** @param rows lines of one subscription's EST @param asOf the day on which it would be cancelled */
export function estStop(billed: Billed, rows: readonly number[], asOf: Day): EstStop {
  const { lines, months, lastMonth } = billed;
  const { chargeStartDate, chargeEndDate } = lines.days;
  const startOf = (row: number): Day => chargeStartDate[row] ?? NO_DAY;
  const charges = rows.filter((row) => seatsOf(lines, row) > 0);
  const newest = charges.reduce((best, row) => (startOf(row) >= startOf(best) ? row : best), charges[0] ?? -1);
  const from = startOf(newest);
  const to = chargeEndDate[newest] ?? NO_DAY;
  const over = { from, to, daysLeft: 0, refund: 0 };
  const since = rows.filter((row) => startOf(row) >= from);
  const left = since.reduce((sum, row) => sum + seatsOf(lines, row), 0);
  if (newest === -1 || left <= 0) return { state: 'cancelled', ...over };
  if (asOf > to && (months[newest] ?? 0) < lastMonth) return { state: 'ended', ...over };
  const whole = wholeMonth(billed, newest);
  if (asOf <= to) return { state: 'running', from, to, ...refundOf(whole, from, to, asOf) };
  let cycle = chargeCycle(to + 1, 0, 1);
  while (cycle.end < asOf) cycle = chargeCycle(cycle.end + 1, 0, 1);
  return { state: 'presumed', from: cycle.start, to: cycle.end, ...refundOf(whole, cycle.start, cycle.end, asOf) };
}

/** A term of a month begins anew each month, so each is a cycle of its own. */
function refundOf(whole: Exact, from: Day, to: Day, asOf: Day): Pick<EstStop, 'daysLeft' | 'refund'> {
  const days = cycleDays(from, to, 1);
  const daysLeft = to - Math.max(asOf, from) + 1;
  const share = asOf <= from ? fraction(1) : fraction(daysLeft, days);
  return { daysLeft, refund: cutToMinor(multiply(whole, share), 0) };
}

/** What the newest charge is for a whole month, minor units. */
function wholeMonth(billed: Billed, row: number): Exact {
  const { lines } = billed;
  const from = lines.days.chargeStartDate[row] ?? NO_DAY;
  const to = lines.days.chargeEndDate[row] ?? NO_DAY;
  const days = cycleDays(from, to, 1);
  const charged = chargedExactly(billed, row);
  // From the 31st on a whole month has fewer days than it counts.
  const isWhole = chargeCycle(from, 0, 1).end <= to;
  return isWhole ? charged : divide(multiply(charged, fraction(days)), fraction(to - from + 1));
}

/** Minor units by the line's own price, which was cut to cents only afterwards. */
function chargedExactly({ lines, checked }: Billed, row: number): Exact {
  const price = lines.figure('effectiveUnitPrice', row);
  const seats = lines.figure('billableQuantity', row);
  if (!price || !seats) return fraction(checked.subtotal[row] ?? 0);
  const { currency } = lines.texts;
  const digits = minorDigits((currency.values[currency.codes[row] ?? 0] ?? '').toUpperCase());
  const rate = lines.figure('pcToBCExchangeRate', row) ?? ONE;
  return multiply(multiply(multiply(price, seats), rate), fraction(10n ** BigInt(digits)));
}

function seatsOf(lines: InvoiceLines, row: number): number {
  const seats = lines.figure('billableQuantity', row) ?? lines.figure('quantity', row);
  return seats ? toFloat(seats) : 0;
}
