/** What a month should have been billed against what was billed. Amounts are minor units of the billing currency, charges above zero. */
import type { Day, Month } from '../../../core/days.ts';
import type { Exact } from '../../../core/exact.ts';
import type { Cause, Certainty, Join } from '../../../core/invoice/causes.ts';
import type { Minor } from '../../../core/money.ts';
import type { TermPlan } from '../../price-rows.ts';
import type { FileRow } from '../../types.ts';

export { type Cause, CAUSES, type Certainty, type Join, JOINS } from '../../../core/invoice/causes.ts';

/** A line that the subscriptions, their changes and the lists let expect, in the pricing currency. */
export interface ExpectedLine {
  /** Row of the portfolio that it comes from. */
  readonly row: number;
  /** Charge types of files. */
  readonly chargeType: 'new' | 'renew' | 'cycleCharge' | 'addQuantity' | 'removeQuantity' | 'cancelImmediate';
  readonly from: Day;
  /** Inclusive. */
  readonly to: Day;
  /** Below zero for what is given back. */
  readonly quantity: number;
  /** Per seat and whole cycle, before a promotion. */
  readonly unitPrice: Exact;
  /** Per seat for the charged days, after the promotion, with the sign of the quantity. */
  readonly effectiveUnitPrice: Exact;
  /** Share off the price: 0.1 for 10 %. */
  readonly share: Exact;
  readonly billingDays: number;
  readonly cycleDays: number;
  readonly currency: string;
  /** Where the price comes from: the partner's own word, or a row of a price list. */
  readonly price: 'given' | 'list' | 'carried' | 'month-before';
  readonly priceAt: FileRow | undefined;
  /** What had to be taken for granted: the seats of one snapshot alone, a term that follows or precedes the one that is known. */
  readonly assumed: readonly ('seats' | 'term' | 'day')[];
}

/** One cause of one difference; two causes on one line are two of these with the same lines. */
export interface Difference {
  /** The same in the next month for the same subscription and cause, so that a verdict can be remembered. */
  readonly key: string;
  readonly cause: Cause;
  readonly certainty: Certainty;
  readonly join: Join;
  readonly customerId: string;
  readonly customer: string;
  /** As the invoice names it, else as the portfolio does. */
  readonly subscriptionId: string;
  readonly product: string;
  readonly productId: string;
  readonly skuId: string;
  readonly plan: TermPlan;
  readonly currency: string;
  /** Billed less expected, as far as this cause explains it. */
  readonly amount: Minor;
  /** Of the lines as a whole; 0 where there is none. */
  readonly billed: Minor;
  readonly expected: Minor;
  /** Billed ÷ expected of what the cause names: 10 for ten times the seats; undefined where one of them is nothing. */
  readonly ratio: Exact | undefined;
  /** What the cause is about, as decimal texts: seats, a price, days, a rate, a percent; '' where it has none. */
  readonly was: string;
  readonly should: string;
  /** Lines of `InvoiceLines`; none for a missing line. */
  readonly rows: readonly number[];
  readonly lines: readonly ExpectedLine[];
  /** Other causes that the same lines have. */
  readonly besides: readonly Cause[];
}

export interface CurrencyTotals {
  readonly currency: string;
  readonly billed: Minor;
  readonly expected: Minor;
  /** Billed lines that nothing could be expected of: no subscriptions of the customer, consumption, other kinds. */
  readonly uncovered: Minor;
  /** Billed less expected less uncovered: the sum of all differences and of what the roundings left. */
  readonly difference: Minor;
  /** Sum of differences below the gate and of roundings within the tolerance. */
  readonly noise: Minor;
}

export interface MonthCheck {
  readonly month: Month;
  readonly billedLines: number;
  readonly expectedLines: number;
  /** Billed lines that were joined and agree. */
  readonly agreeing: number;
  readonly uncoveredLines: number;
  /** The largest first, those below the gate left out. */
  readonly differences: readonly Difference[];
  readonly belowGate: number;
  readonly totals: readonly CurrencyTotals[];
}
