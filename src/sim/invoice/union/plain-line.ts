/** What the check of plain lines reads of one. */
import type { SubscriptionTable } from '../expected/subscription-table.ts';
import type { InvoiceLines } from '../model/types.ts';
import { lineTolerance } from '../proration.ts';
import type { CheckContext } from './check-context.ts';
import type { GroupTable } from './group-table.ts';
import { type AmountOf, nearestAmount } from './quick-amounts.ts';

/** The sides of a month, as columns. */
export interface MonthColumns {
  readonly groups: GroupTable;
  readonly subscriptions: SubscriptionTable;
}

export const CYCLE = /^(?:new|renew|cyclecharge)$/i;

/** Seats that may be NaN, which nothing is known by. */
export function isOther(one: number, other: number): boolean {
  return one !== other && !Number.isNaN(one) && !Number.isNaN(other);
}

/** Whole seats of a line, below zero for what is given back; NaN where there are none. */
export function seatsOn({ figures: { billableQuantity } }: InvoiceLines, row: number): number {
  return billableQuantity.places[row] === 0 ? (billableQuantity.units[row] ?? NaN) : NaN;
}

/** What the roundings leave of a line that costs what it should at the usual rate; NaN: it does not, or at another rate. */
export function noiseOf({ rates, checked }: CheckContext, row: number, of: Omit<AmountOf, 'rate'>): number {
  const rate = rates.usual(row);
  if (!rate) return NaN;
  const billed = checked.subtotal[row] ?? NaN;
  if (Number.isNaN(billed)) return NaN;
  const noise = billed - nearestAmount(billed, { ...of, rate });
  return Math.abs(noise) <= lineTolerance(of.seats) ? noise : NaN;
}
