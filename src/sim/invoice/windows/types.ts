/** Refund windows that still run. Amounts are minor units of the currency without tax; what comes back is above zero. */
import type { Day } from '../../../core/days.ts';
import type { Minor } from '../../../core/money.ts';

/** What opened a window, in the order of rules. */
export const WINDOW_BASES = ['new', 'renew', 'added', 'term', 'perpetual', 'est'] as const;
export type WindowBasis = (typeof WINDOW_BASES)[number];

/** What comes back when it is cancelled on a day, by both day counts that Microsoft's texts have (R-054, D-07). */
export interface Refund {
  /** The day of cancelling comes back too: the worked examples. */
  readonly dayReturned: Minor;
  /** The day of cancelling is paid for: the wording for software. */
  readonly dayCharged: Minor;
}

export interface RefundWindow {
  readonly basis: WindowBasis;
  /** `microsoft`: the imported subscription says itself until when, which wins over date maths. */
  readonly source: 'billed' | 'portfolio' | 'microsoft';
  readonly customerId: string;
  readonly customer: string;
  readonly subscriptionId: string;
  readonly product: string;
  readonly productId: string;
  readonly skuId: string;
  readonly currency: string;
  /** Seats that can be given back; undefined: not known. */
  readonly seats: number | undefined;
  /** `seats`: cancel, or give back some seats; `added`: only those that were added; `whole`: all or nothing. */
  readonly scope: 'seats' | 'added' | 'whole';
  /** First day of what is charged. */
  readonly start: Day;
  /** Last day of it. */
  readonly end: Day | undefined;
  /** The last day that is surely inside: files have days only, and the window counts hours. Undefined: any time. */
  readonly surelyUntil: Day | undefined;
  /** The last day that can be inside. */
  readonly until: Day | undefined;
  /** Undefined: no price is known. */
  readonly today: Refund | undefined;
  /** Undefined also where the window is over by then. */
  readonly tomorrow: Refund | undefined;
  /** Lines of `InvoiceLines`. */
  readonly rows: readonly number[];
  /** Row of the portfolio; undefined: known from billed lines alone. */
  readonly row: number | undefined;
}
