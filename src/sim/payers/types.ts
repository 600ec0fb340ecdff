/** Who pays what of the price rises. Amounts are minor units of one currency, customer prices unless they say otherwise. */
import type { Deadline } from '../../core/deadline.ts';
import type { Day, Month } from '../../core/days.ts';
import type { Minor } from '../../core/money.ts';
import type { MarginRule } from '../../core/scenario/scenario.ts';
import type { TermPlan } from '../price-rows.ts';
import type { Outcome, SimulationRequest } from '../types.ts';

/**
 * Why a customer's price moves: the steps of the cliff on customer prices, and first what lies between a customer price
 * that a file gives and the one that the margin rule makes of today's cost.
 */
export const CAUSES = ['rule', 'promotion', 'listMove', 'commitment', 'estUplift', 'currency'] as const;
export type Cause = (typeof CAUSES)[number];

export const SHARES = ['passed', 'delayed', 'absorbed'] as const;
export type Share = (typeof SHARES)[number];

/** The three shares add up to the rise of the customer prices, which can be negative. */
export type Split = Readonly<Record<Share, Minor>>;

/** What EST, or what renewals, do to customer prices: `extra` is cost, beside it. */
export const PAY_PARTS = ['est', 'renewals'] as const;
export type PayPart = (typeof PAY_PARTS)[number];

export interface MonthSplit extends Split {
  readonly month: Month;
}

export interface CustomerSplit extends Split {
  /** As the portfolio has it. */
  readonly customerId: string;
  readonly customer: string;
  readonly subscriptions: number;
}

export interface CauseSplit extends Split {
  readonly cause: Cause;
}

/** One part in one currency. Months, customers and causes each add up to `total`, share by share. */
export interface PartSplit {
  readonly part: PayPart;
  readonly currency: string;
  /** Subscriptions with a cycle inside the window. */
  readonly subscriptions: number;
  readonly total: Split;
  /** Cost beyond today's. */
  readonly extra: Minor;
  readonly months: readonly MonthSplit[];
  /** The largest rise first. */
  readonly customers: readonly CustomerSplit[];
  /** In the order of `CAUSES`. */
  readonly causes: readonly CauseSplit[];
}

export interface PaySplitRequest {
  readonly request: SimulationRequest;
  /** Of renewals only subscriptions with a cycle in this month. */
  readonly month?: Month | undefined;
}

/** A letter that has to go out, so that a customer's new price counts from the day on which the cost rises. */
export interface Notice {
  readonly customerId: string;
  readonly customer: string;
  readonly currency: string;
  /** First day of the cycle from which the new price is to count. */
  readonly from: Day;
  /** Last day on which the notice reaches that day; undefined: the customer may not be asked for more. */
  readonly sendBy: Day;
  readonly noticeDays: number;
  readonly given: Day | undefined;
  /** The lock that keeps the price beyond the day on which the cost rises; undefined: none does. */
  readonly lockedUntil: Day | undefined;
  readonly state: NoticeState;
  readonly subscriptions: number;
  readonly seats: number;
  /** What one month more without the new price costs: the allowed rise of a whole cycle. */
  readonly monthly: Minor;
  /** Allowed rises of the window that notice or lock delay, as the scenario stands. */
  readonly delayed: Minor;
}

/** `given`: in time; `late`: given, but too late for that day; `overdue`: not given, and the last day is over. */
export const NOTICE_STATES = ['overdue', 'late', 'due', 'given'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** What one price change of the scenario does: the figures with it less those without it. */
export interface ChangeEffect {
  /** Owned subscriptions on products that it names. */
  readonly subscriptions: number;
  readonly seats: number;
  readonly amounts: readonly ChangeAmounts[];
}

/** Of EST and renewals together. */
export interface ChangeAmounts {
  readonly currency: string;
  readonly extra: Minor;
  readonly passed: Minor;
  readonly delayed: Minor;
  readonly absorbed: Minor;
}

/** Which rule made a subscription's customer price. */
export const LEVELS = ['subscription', 'customer', 'business'] as const;
export type Level = (typeof LEVELS)[number];

/** Marks of a traced row, added up. */
export const MARKS = {
  belowCost: 1,
  aboveErp: 2,
  doubleDiscount: 4,
  given: 8,
  belowCostLater: 16,
  aboveErpLater: 32,
} as const;
export type Mark = keyof typeof MARKS;

/** Prices per seat-month as decimal texts, shared by all subscriptions that have them. */
export interface TracedPrices {
  readonly rule: MarginRule;
  readonly today: { readonly price: string; readonly cost: string; readonly erp: string };
  /** On the first EST day, or the renewal: what the rule would make. */
  readonly next: { readonly price: string; readonly cost: string; readonly erp: string };
  /** Share of the price that is margin today, in percent with at most two digits; undefined when the price is zero. */
  readonly marginPercent: string | undefined;
  /** Percent that a promotion takes off today. */
  readonly promotion: string;
  /** ERP before the promotion. */
  readonly listErp: string;
}

/** One entry a priced subscription, in the order of the portfolio. */
export interface MarginTrace {
  /** Rows of the portfolio. */
  readonly rows: Uint32Array;
  /** Positions in `LEVELS`. */
  readonly levels: Uint8Array;
  readonly marks: Uint8Array;
  /** Positions in `prices`. */
  readonly priceOf: Uint32Array;
  readonly prices: readonly TracedPrices[];
}

/** One scenario of a sweep. */
export interface SweepPoint {
  readonly value: string;
  readonly amounts: readonly SweepAmounts[];
}

/** Of the exposed subscriptions: cost, what their customers pay, and the three shares. */
export interface SweepAmounts extends Split {
  readonly currency: string;
  readonly est: Minor;
  readonly margin: Minor;
}

export interface SweepRequest {
  readonly request: SimulationRequest;
  /** A customer's id; undefined: the business. */
  readonly customerId: string | undefined;
  readonly kind: MarginRule['kind'];
  /** Percents, or prices of a fixed rule, as decimal texts. */
  readonly values: readonly string[];
}

/** One price of the portfolio that two lists state differently. Whole-term prices, of the EST for a month, as decimal texts. */
export interface ListDifference {
  readonly what: 'list' | 'est';
  readonly productId: string;
  readonly skuId: string;
  readonly title: string;
  readonly segment: string;
  readonly market: string;
  readonly currency: string;
  /** `P1Y/Monthly`; of an EST price `EST`. */
  readonly termPlan: string;
  readonly before: ListedPrice | undefined;
  /** Undefined: the newer list no longer has it. */
  readonly after: ListedPrice | undefined;
  /** Percent with at most four digits; undefined without a price before, or from zero. */
  readonly percent: { readonly cost: string | undefined; readonly erp: string | undefined };
  /** Owned on this product, SKU, term and plan; of an EST price: exposed. */
  readonly subscriptions: number;
  readonly customers: number;
  readonly seats: number;
  /** A month of all these seats: more cost, more by the margin rules, and what the clauses let the customers pay of it. */
  readonly monthly: { readonly cost: Minor; readonly price: Minor; readonly allowed: Minor };
}

export interface ListedPrice {
  readonly file: string;
  readonly line: number | undefined;
  readonly cost: string;
  readonly erp: string;
}

export interface ListComparison {
  readonly rows: readonly ListDifference[];
  /** Prices of the newer list that are the same as before, or that nobody owns. */
  readonly same: number;
  readonly notOwned: number;
}

export interface ListRequest {
  readonly request: SimulationRequest;
  /** Ids of the datasets. */
  readonly before: string;
  readonly after: string;
  /** Also what the portfolio does not own. */
  readonly all: boolean;
}

/** A price to the customer, for all seats and a whole month, in minor units. */
export interface OfferedPrice {
  readonly plan: TermPlan;
  readonly month: Minor;
}

/** A subscription as its customer sees it; amounts are for all seats and a whole month, in minor units of `currency`. */
export interface CustomerSubscription {
  readonly row: number;
  readonly id: string;
  readonly product: string;
  readonly plan: TermPlan;
  readonly seats: number;
  readonly currency: string;
  readonly termEnd: Day;
  readonly outcome: Outcome;
  readonly deadline: Deadline;
  /** Undefined: on request, since no price was agreed and the rule adds nothing to the cost. */
  readonly today: Minor | undefined;
  /** On the day after the term end, on each term that the lists have and that has a price of its own. */
  readonly renewals: readonly OfferedPrice[];
  /** In EST; undefined where the subscription can't come into it. */
  readonly est: CustomerEst | undefined;
  /** A decision of the scenario says what happens. */
  readonly isDecided: boolean;
}

export interface CustomerEst {
  /** First day of the EST. */
  readonly from: Day;
  /** What the contract lets the partner ask for; undefined: on request. */
  readonly month: Minor | undefined;
  /** Until that day today's price holds; the same as `from` where notice and lock allow the new one at once. */
  readonly priceFrom: Day;
}
