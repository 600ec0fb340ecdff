/** The lines that Microsoft bills for what happens to a subscription within one charge cycle. */
import type { Day } from '../../core/days.ts';
import type { Exact } from '../../core/exact.ts';
import type { ChargeCycle } from './charge-cycle.ts';
import { prorate, type ProratedAmounts } from './proration.ts';

/** A whole cycle, a change of seats, an end within the cancellation window, or an upgrade; charge types as in files. */
export type SeatEvent =
  | { readonly kind: 'new' | 'renew' | 'cycleCharge'; readonly seats: number }
  | { readonly kind: 'addQuantity' | 'removeQuantity'; readonly day: Day; readonly from: number; readonly to: number }
  /** The day of cancelling is given back too. */
  | { readonly kind: 'cancelImmediate'; readonly day: Day; readonly seats: number }
  /** All seats or some of them move to another product for the rest of the cycle. */
  | {
      readonly kind: 'convert' | 'moveQuantity';
      readonly day: Day;
      readonly seats: number;
      readonly targetPrice: Exact;
    };

export interface SeatLine extends ProratedAmounts {
  readonly chargeType: SeatEvent['kind'];
  readonly unitPrice: Exact;
  /** Below zero for what is given back. */
  readonly quantity: number;
  /** First and last day of the charge. */
  readonly from: Day;
  readonly to: Day;
  readonly billingDays: number;
}

/**
 * The lines of one event in the order of the file: what is given back first.
 * @param unitPrice per seat and whole cycle
 * @param digits of the currency after the point
 * @returns no line for a day outside of the cycle
 */
export function seatLines(event: SeatEvent, cycle: ChargeCycle, unitPrice: Exact, digits: number): readonly SeatLine[] {
  const from = 'day' in event ? event.day : cycle.start;
  if (from < cycle.start || from > cycle.end) return [];
  const line = (quantity: number, price: Exact): SeatLine => {
    const isWhole = from === cycle.start;
    // A whole cycle is charged whole, whatever the month counts.
    const billingDays = isWhole ? cycle.days : cycle.end - from + 1;
    const amounts = prorate({ unitPrice: price, cycleDays: cycle.days, billingDays, quantity, digits });
    return { ...amounts, chargeType: event.kind, unitPrice: price, quantity, from, to: cycle.end, billingDays };
  };
  switch (event.kind) {
    case 'new':
    case 'renew':
    case 'cycleCharge':
      return [line(event.seats, unitPrice)];
    case 'addQuantity':
    case 'removeQuantity':
      return [
        ...(event.from === 0 ? [] : [line(-event.from, unitPrice)]),
        ...(event.to === 0 ? [] : [line(event.to, unitPrice)]),
      ];
    case 'cancelImmediate':
      return [line(-event.seats, unitPrice)];
    case 'convert':
    case 'moveQuantity':
      return [line(-event.seats, unitPrice), line(event.seats, event.targetPrice)];
  }
}
