/** Whether a billed line adds up: its subtotal against the written formula and the other reading of it, its total against its tax. */
import { type Exact, multiply } from '../../core/exact.ts';
import { cutToMinor, fromMinor, type Minor } from '../../core/money.ts';
import { lineTolerance } from './proration.ts';

export interface BilledArithmetic {
  /** Usage rounds what was used before it converts; licences convert the price of a seat. */
  readonly kind: 'usage' | 'licence';
  readonly effectiveUnitPrice: Exact;
  /** `BillableQuantity`, not `Quantity`. */
  readonly quantity: Exact;
  /** From the pricing to the billing currency; 1 where both are the same. */
  readonly rate: Exact;
  readonly subtotal: Minor;
  readonly tax: Minor;
  readonly total: Minor;
  /** Digits of the billing currency after the point. */
  readonly digits: number;
}

export interface LineCheck {
  /** The subtotal by the written formula. */
  readonly formula: Minor;
  /** The subtotal with one cut at the end (R-103, A). */
  readonly cutOnce: Minor;
  /** Subtotal less the nearer of both. */
  readonly residue: Minor;
  /** What the roundings may account for. */
  readonly tolerance: Minor;
  /** Total less subtotal and tax. */
  readonly totalResidue: Minor;
  readonly verdict: 'exact' | 'rounding' | 'subtotal' | 'total';
}

/** Amounts in minor units of the billing currency. @throws RangeError where an amount has no exact place in them */
export function checkLine(line: BilledArithmetic): LineCheck {
  const { kind, effectiveUnitPrice, quantity, rate, subtotal, tax, total, digits } = line;
  const cut = (value: Exact): Exact => fromMinor(cutToMinor(value, digits), digits);
  const used = multiply(effectiveUnitPrice, quantity);
  const formula =
    kind === 'usage'
      ? cutToMinor(multiply(cut(used), rate), digits)
      : cutToMinor(multiply(cut(multiply(effectiveUnitPrice, rate)), quantity), digits);
  const cutOnce = cutToMinor(multiply(used, rate), digits);
  const residue = nearer(subtotal - formula, subtotal - cutOnce);
  const seats = cutToMinor(quantity, 0);
  const tolerance = lineTolerance(kind === 'usage' ? 0 : seats);
  const totalResidue = total - subtotal - tax;
  const verdict =
    Math.abs(residue) > tolerance ? 'subtotal' : totalResidue !== 0 ? 'total' : residue === 0 ? 'exact' : 'rounding';
  return { formula, cutOnce, residue, tolerance, totalResidue, verdict };
}

function nearer(one: Minor, other: Minor): Minor {
  return Math.abs(other) < Math.abs(one) ? other : one;
}
