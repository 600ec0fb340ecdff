/** What the invoice check answers. Amounts are minor units of the billing currency. */
import type { Day } from '../../core/days.ts';
import type { Exact } from '../../core/exact.ts';
import type { Minor } from '../../core/money.ts';
import type { TermPlan } from '../price-rows.ts';
import type { FileRow } from '../types.ts';
import type { BilledEst } from './est-billed.ts';
import type { Verdict } from './model/check-lines.ts';
import type { LineKind } from './model/kinds.ts';

/** Whether a subscription that was billed EST still is, on a day. */
export interface EstStop {
  /**
   * `running`: the billed month is not over. `presumed`: it is, and EST renews by itself; no invoice of later is there.
   * `ended`: later invoices bill it no more. `cancelled`: the last thing billed is a refund.
   */
  readonly state: 'running' | 'presumed' | 'ended' | 'cancelled';
  /** The month that the day is in, or the last one that was billed. */
  readonly from: Day;
  /** Inclusive: the last day before it renews. */
  readonly to: Day;
  /** Days that come back when it is cancelled on the day, that day included. */
  readonly daysLeft: number;
  /** What comes back for them. */
  readonly refund: Minor;
}

/** EST on an invoice, as screens show it. */
export interface EstFinding extends Omit<BilledEst, 'term'> {
  /** The product is the one that the line was EST of. */
  readonly term: { readonly product: string; readonly plan: TermPlan; readonly cost: Exact } | undefined;
  /** Charged less what the term would have cost. */
  readonly difference: Minor | undefined;
  readonly stop: EstStop;
}

/** One billed line with its arithmetic: evidence. */
export interface LineDetail {
  /** Of `InvoiceLines`. */
  readonly row: number;
  readonly at: FileRow;
  readonly invoice: string;
  readonly customer: string;
  readonly subscriptionId: string;
  readonly product: string;
  readonly chargeType: string;
  readonly kind: LineKind;
  readonly orderDate: Day | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly unitPrice: Exact | undefined;
  readonly effectiveUnitPrice: Exact | undefined;
  /** `BillableQuantity`, else `Quantity`. */
  readonly quantity: Exact | undefined;
  readonly rate: Exact | undefined;
  readonly currency: string;
  readonly pricingCurrency: string;
  readonly subtotal: Exact | undefined;
  readonly tax: Exact | undefined;
  readonly total: Exact | undefined;
  readonly adjustment: string;
  readonly promotionId: string;
  readonly verdict: Verdict;
  /** The subtotal by both readings, and what is left of the nearer; undefined: a figure of the formula is missing. */
  readonly arithmetic:
    | {
        readonly formula: Minor;
        readonly cutOnce: Minor;
        readonly residue: Minor;
        readonly tolerance: Minor;
        readonly totalResidue: Minor;
      }
    | undefined;
}
