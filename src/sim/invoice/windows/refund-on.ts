/** What comes back when a charge is given back on a day inside its window. */
import { addMonths, type Day } from '../../../core/days.ts';
import { type Exact, fraction, multiply } from '../../../core/exact.ts';
import { cutToMinor } from '../../../core/money.ts';
import { cycleDays } from '../charge-cycle.ts';
import { prorate } from '../proration.ts';
import type { Refund } from './types.ts';

export interface RefundableCharge {
  readonly start: Day;
  /** Inclusive; undefined: for ever, and it comes back whole. */
  readonly end: Day | undefined;
  /** Per seat for all of its days, in the billing currency. */
  readonly perSeat: Exact;
  readonly seats: number;
  /** Digits of the currency after the point. */
  readonly digits: number;
}

/** Days of a window of 168 hours that began at any time of its first day: the last of them may be over. */
export const WINDOW_DAYS = 7;
/** Of software for ever. */
export const PERPETUAL_DAYS = 30;

/** Full on the first day; then by days, as many as the window's texts count. @throws RangeError where an amount has no exact place */
export function refundOn(charge: RefundableCharge, day: Day): Refund {
  const { start, end, perSeat, seats, digits } = charge;
  if (end === undefined || day <= start) {
    const whole = cutToMinor(multiply(perSeat, fraction(seats)), digits);
    return { dayReturned: whole, dayCharged: whole };
  }
  const left = end - day + 1;
  return { dayReturned: ofDays(charge, end, left), dayCharged: ofDays(charge, end, left - 1) };
}

function ofDays({ start, perSeat, seats, digits }: RefundableCharge, end: Day, billingDays: number): number {
  if (billingDays <= 0) return 0;
  const amount = { unitPrice: perSeat, cycleDays: divisorOf(start, end), billingDays, quantity: seats, digits };
  // As in the published example of a cancelled cycle (R-103, B).
  return prorate(amount).cutUnit;
}

/** Whole months count the days of the month in which they begin, parts of a cycle and longer ones their own. */
function divisorOf(start: Day, end: Day): number {
  return end + 1 === addMonths(start, 1) ? cycleDays(start, end, 1) : end - start + 1;
}
