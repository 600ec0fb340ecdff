/** What a part of a charge cycle costs, by both roundings that Microsoft's own examples use (R-103, R-104, D-12). */
import { divide, type Exact, fraction, multiply } from '../../core/exact.ts';
import { cutToMinor, type Minor, roundToMinor, safeMinor } from '../../core/money.ts';

export interface Proration {
  /** Per seat and whole cycle. */
  readonly unitPrice: Exact;
  readonly cycleDays: number;
  /** Days that are charged, the first and the last included. */
  readonly billingDays: number;
  /** Seats, below zero for what is given back. */
  readonly quantity: number;
  /** Digits of the currency after the point. */
  readonly digits: number;
}

/** Amounts in minor units, with the sign of the quantity. */
export interface ProratedAmounts {
  /** Per seat for the charged days, not rounded, with the sign of the quantity. */
  readonly effectiveUnitPrice: Exact;
  /** A: the product is cut. Fits most published lines, and has no bias: what forecasts use. */
  readonly cutProduct: Minor;
  /** B: the price of a seat is cut, then multiplied: the written formula. */
  readonly cutUnit: Minor;
  /** The price of a seat is rounded half up, then multiplied: a page of 2019 to 2021. */
  readonly roundedUnit: Minor;
}

/** @throws RangeError where an amount has no exact place in minor units */
export function prorate({ unitPrice, cycleDays, billingDays, quantity, digits }: Proration): ProratedAmounts {
  const perSeat = divide(multiply(unitPrice, fraction(billingDays)), fraction(cycleDays));
  const sign = quantity < 0 ? -1 : 1;
  return {
    effectiveUnitPrice: multiply(perSeat, fraction(sign)),
    cutProduct: cutToMinor(multiply(perSeat, fraction(quantity)), digits),
    cutUnit: times(cutToMinor(perSeat, digits), quantity),
    roundedUnit: times(roundToMinor(perSeat, digits), quantity),
  };
}

/** How far a line may lie from its formula: a cent for each seat, and one. */
export function lineTolerance(quantity: number): Minor {
  return safeMinor(Math.ceil(Math.abs(quantity)) + 1);
}

function times(amount: Minor, quantity: number): Minor {
  // Nothing times fewer seats than none is still nothing, without a sign.
  return safeMinor(amount * quantity) + 0;
}
