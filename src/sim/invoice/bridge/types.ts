/** What changed in the bill from one month to another. Amounts are minor units of the billing currency without tax, charges above zero. */
import type { Month } from '../../../core/days.ts';
import type { Minor } from '../../../core/money.ts';

/** Why the bill is another one, in the order of the chart. */
export const BRIDGE_STEPS = [
  'new',
  'gone',
  'seats',
  'price',
  'promotion',
  'product',
  'est',
  'changes',
  'annual',
  'usage',
  'earned-credit',
  'credits',
  'exchange-rate',
  'rounding',
] as const;
export type BridgeStepName = (typeof BRIDGE_STEPS)[number];

/** What one subscription has in one step. */
export interface BridgePart {
  readonly customerId: string;
  readonly customer: string;
  /** Empty: the lines name none. */
  readonly subscriptionId: string;
  readonly product: string;
  readonly amount: Minor;
  /** Seats, a price per seat, a share of the list price or a rate, as decimal texts; empty where the step has none. */
  readonly was: string;
  readonly now: string;
  /** Some of its lines of `InvoiceLines`, of both months. */
  readonly rows: readonly number[];
  /** How many it has. */
  readonly lines: number;
}

export interface BridgeCustomer {
  readonly customerId: string;
  readonly customer: string;
  readonly amount: Minor;
  readonly parts: number;
}

export interface BridgeStep {
  readonly step: BridgeStepName;
  readonly amount: Minor;
  /** How many subscriptions have something in it. */
  readonly count: number;
  /** The largest of them, by size whatever their sign. */
  readonly parts: readonly BridgePart[];
  /** What those that are not listed come to. */
  readonly rest: Minor;
  /** The largest sums by customer. */
  readonly customers: readonly BridgeCustomer[];
}

export interface CurrencyBridge {
  readonly currency: string;
  readonly before: Minor;
  readonly after: Minor;
  readonly linesBefore: number;
  readonly linesAfter: number;
  /** Those that anything moves in; they add up to what `after` is more than `before`. */
  readonly steps: readonly BridgeStep[];
}

export interface BillBridge {
  readonly from: Month;
  readonly to: Month;
  /** The currency with most lines first. */
  readonly currencies: readonly CurrencyBridge[];
  /** Lines of both months without a subtotal. */
  readonly unread: number;
}
