/** What changed between two snapshots. Amounts are minor units of the row's currency, days UTC, prices decimal texts. */
import type { Day } from '../../core/days.ts';
import type { Minor } from '../../core/money.ts';
import type { FileRow, Outcome, SimulationRequest } from '../types.ts';

export const CHANGE_KINDS = [
  'new',
  'gone',
  'seats',
  'term-end',
  'auto-renew-on',
  'auto-renew-off',
  'action',
  'status',
  'product',
  'term',
  'promotion',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One thing that changed: seats as decimal text, days as `YYYY-MM-DD`, actions and ids as they came; '' is none. */
export interface ChangeStep {
  readonly kind: Exclude<ChangeKind, 'new' | 'gone'>;
  readonly before: string;
  readonly after: string;
}

export interface SubscriptionChange {
  readonly id: string;
  readonly customerId: string;
  readonly customer: string;
  readonly product: string;
  readonly currency: string;
  readonly kinds: readonly ChangeKind[];
  readonly steps: readonly ChangeStep[];
  /** Undefined where it is not there, or has no price. */
  readonly outcome: { readonly before: Outcome | undefined; readonly after: Outcome | undefined };
  /** Extra cost inside the window, both at the present as-of and lists; 0 when not exposed or not there; undefined: unpriced. */
  readonly extra: { readonly before: Minor; readonly after: Minor } | undefined;
  /** Rule that knows this change: R-015, Microsoft's own conversion. */
  readonly rule: string;
  /** Row of the newer snapshot's portfolio; undefined when gone. */
  readonly row: number | undefined;
  readonly place: FileRow;
}

/** A price of a whole term, of the EST for a month. */
export interface MovedPrice extends FileRow {
  readonly cost: string;
  readonly erp: string;
}

/** A list price, or an EST price per seat and month, that is another on the same day by the newer lists. */
export interface PriceMove {
  readonly what: 'list' | 'est';
  readonly productId: string;
  readonly skuId: string;
  readonly title: string;
  readonly segment: string;
  readonly market: string;
  readonly currency: string;
  /** `P1Y/Monthly`; of an EST price its base's SKU, `EST`. */
  readonly termPlan: string;
  /** Undefined: the older lists have no price. */
  readonly before: MovedPrice | undefined;
  readonly after: MovedPrice;
  /** After ÷ before − 1 in percent, four digits; undefined without a price before, or from zero. */
  readonly percent: { readonly cost: string | undefined; readonly erp: string | undefined };
  /** Subscriptions of the portfolio on this product, SKU, term and plan. */
  readonly subscriptions: number;
  /** What their seats cost more a month at the newer list; it reaches them at their renewal. */
  readonly monthly: Minor;
}

/** Rows of the newer lists whose own change indicator says other than their prices. */
export interface FlagCheck {
  /** Rows with an indicator that could be held against a price before. */
  readonly rows: number;
  readonly changeButSame: number;
  readonly unchangedButMoved: number;
  readonly addButKnown: number;
}

export type PromotionKind = 'appeared' | 'gone' | 'changed' | 'ended';

export interface PromotionMove {
  readonly id: string;
  readonly name: string;
  readonly productId: string;
  readonly skuId: string;
  readonly termPlan: string;
  readonly kinds: readonly PromotionKind[];
  /** Percent off and window, before and after; undefined where it is not there. */
  readonly before: PromotionTerms | undefined;
  readonly after: PromotionTerms | undefined;
  /** Subscriptions of the portfolio that have it. */
  readonly subscriptions: number;
}

export interface PromotionTerms {
  readonly percent: string;
  readonly start: Day | undefined;
  readonly end: Day | undefined;
}

/** Which snapshots (keys of groups), and up to which list dates, are compared. */
export interface SinceRequest {
  readonly before: string;
  readonly after: string;
  /** Undefined: fewer than two dates of lists. */
  readonly lists: { readonly before: Day; readonly after: Day } | undefined;
  readonly simulation: SimulationRequest;
}

export interface SinceResult {
  /** Undefined when the two snapshots are the same one. */
  readonly subscriptions: readonly SubscriptionChange[] | undefined;
  /** Subscriptions in both snapshots that are the same. */
  readonly unchanged: number;
  readonly prices: readonly PriceMove[] | undefined;
  readonly flags: FlagCheck;
  readonly promotions: readonly PromotionMove[];
}
