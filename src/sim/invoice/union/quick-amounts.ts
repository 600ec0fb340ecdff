/** What a line should cost by both roundings, from doubles where they are certain of every digit. */
import { type Exact, fraction, multiply, toFloat } from '../../../core/exact.ts';
import { cutToMinor, type Minor } from '../../../core/money.ts';

/** What an amount is the product of. */
export interface AmountOf {
  /** Per seat and whole cycle, in the currency of the list. */
  readonly net: Exact;
  /** Charged days of those of the cycle. */
  readonly days: number;
  readonly cycleDays: number;
  /** Whole, below zero for what is given back. */
  readonly seats: number;
  readonly rate: Exact;
  /** Of the billing currency. */
  readonly digits: number;
}

const SCALES = [1, 10, 100, 1000] as const;

/** Seven products and quotients are off by 2^-53 each at most: this is twice as much. */
const SLACK = 2 ** -49;

/** Of both roundings the one that is nearer to what was billed. */
export function nearestAmount(billed: Minor, of: AmountOf): Minor {
  const { net, days, cycleDays, seats, rate, digits } = of;
  const top = net.num * days * rate.num * (SCALES[digits] ?? NaN);
  const bottom = net.den * cycleDays * rate.den;
  const cutUnit = cutQuotient(top, bottom) * seats;
  const product = cutQuotient(top * seats, bottom);
  return Number.isNaN(cutUnit + product) ? nearestExactly(billed, of) : nearer(billed, cutUnit, product);
}

function nearestExactly(billed: Minor, { net, days, cycleDays, seats, rate, digits }: AmountOf): Minor {
  const perSeat = multiply(multiply(net, fraction(days, cycleDays)), rate);
  const quantity = fraction(seats);
  const cutUnit = toFloat(multiply(fraction(cutToMinor(perSeat, digits)), quantity));
  return nearer(billed, cutUnit, cutToMinor(multiply(perSeat, quantity), digits));
}

function nearer(billed: Minor, cutUnit: number, product: Minor): Minor {
  const isUnit = Math.abs(billed - cutUnit) < Math.abs(billed - product) && Number.isSafeInteger(cutUnit);
  return (isUnit ? cutUnit : product) + 0;
}

/** `top / bottom` cut toward zero; NaN where doubles cannot tell. */
function cutQuotient(top: number, bottom: number): number {
  if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return (top - (top % bottom)) / bottom;
  const value = top / bottom;
  const slack = Math.abs(value) * SLACK;
  const cut = Math.trunc(value - slack);
  return cut === Math.trunc(value + slack) ? cut : NaN;
}
