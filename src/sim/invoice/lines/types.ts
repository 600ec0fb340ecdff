/** What the lines of a month say of themselves. Amounts are minor units of the billing currency. */
import type { Day, Month } from '../../../core/days.ts';
import type { Exact } from '../../../core/exact.ts';
import type { Minor } from '../../../core/money.ts';
import type { Verdict } from '../model/check-lines.ts';
import type { LineDetail } from '../types.ts';

export interface LinesQuery {
  /** Undefined: all months. */
  readonly month: Month | undefined;
  readonly currency: string;
  /** Differences of a line up to this much are not listed: decimal text. */
  readonly gate: string;
}

export interface VerdictSum {
  readonly verdict: Verdict;
  readonly lines: number;
  readonly subtotal: Minor;
  /** What the file has more than its own arithmetic. */
  readonly difference: Minor;
}

/** What is too small to be listed. */
export interface NoiseSum {
  readonly lines: number;
  /** With signs, and without. */
  readonly net: Minor;
  readonly gross: Minor;
}

/** Charge types of the new commerce, in lower case. */
export const CHARGE_TYPES = [
  'new',
  'renew',
  'cyclecharge',
  'addquantity',
  'removequantity',
  'movequantity',
  'cancelimmediate',
  'convert',
  'changebillingplan',
  'customercredit',
  'extendterm',
] as const;

export interface ChargeSum {
  /** As the files write it. */
  readonly type: string;
  readonly isKnown: boolean;
  readonly lines: number;
  readonly charged: Minor;
  /** Below zero. */
  readonly givenBack: Minor;
}

export interface CreditSum {
  readonly type: string;
  readonly reason: string;
  readonly lines: number;
  readonly subtotal: Minor;
}

export const ADJUSTMENTS = ['earned-credit', 'tier', 'discount', 'other'] as const;
export type AdjustmentKind = (typeof ADJUSTMENTS)[number];

/** One entry of a `PriceAdjustmentDescription`. */
export interface Adjustment {
  readonly kind: AdjustmentKind;
  /** Per cent off; undefined where the text names none. */
  readonly percent: Exact | undefined;
  readonly text: string;
}

export interface AdjustmentSum extends Adjustment {
  readonly lines: number;
  readonly subtotal: Minor;
  /** Lines of consumption whose price follows from the list price and all their entries, and those whose does not. */
  readonly following: number;
  readonly other: number;
}

/** An exchange rate of a pair of currencies and a day. */
export interface RateSum {
  readonly from: string;
  readonly to: string;
  readonly day: Day | undefined;
  readonly rate: Exact;
  readonly lines: number;
  /** Of each what is the matter; `other`: most lines of that day have another rate; `one`: both currencies are one. */
  readonly odd: 'other' | 'one' | undefined;
  /** The first lines that have it. */
  readonly rows: readonly number[];
}

/** Lines that are one purchase: the two of Microsoft 365 E5, or a fee and what was used beyond it. */
export interface LineBundle {
  readonly kind: 'telco' | 'fee';
  readonly customer: string;
  readonly product: string;
  readonly rows: readonly number[];
  /** Sum of their list prices, where their quantities agree; of a fee undefined. */
  readonly unitPrice: Exact | undefined;
  readonly quantity: Exact | undefined;
  readonly subtotal: Minor;
}

export interface LinesAnswer {
  readonly lines: number;
  readonly subtotal: Minor;
  readonly verdicts: readonly VerdictSum[];
  /** Lines that do not add up by no more than the gate. */
  readonly noise: NoiseSum;
  /** Those that do not add up by more, and then those that can't be checked; the first of them, the largest first. */
  readonly odd: readonly LineDetail[];
  readonly oddLines: number;
  readonly oddDifference: Minor;
  readonly charges: readonly ChargeSum[];
  readonly credits: readonly CreditSum[];
  readonly adjustments: readonly AdjustmentSum[];
  readonly rates: readonly RateSum[];
  readonly bundles: readonly LineBundle[];
}
