/** A scenario: every assumption of a simulation. Decimals are texts, as in the file; the engine parses them once. */
import type { Day } from '../days.ts';
import type { Overrides } from '../overrides/override.ts';
import type { AzureAssumptions } from './azure.ts';
import type { DecimalText } from './decimal.ts';
import type { AssumptionNotes } from './notes.ts';
import type { Uncertainty } from './uncertainty.ts';

export type { DecimalText } from './decimal.ts';

export interface EstAssumptions {
  /** Uplift on the monthly-term price, R-005. */
  readonly upliftMonthly: DecimalText;
  /** Uplift where no monthly term exists, R-006. */
  readonly upliftNoMonthly: DecimalText;
  /** What `upliftNoMonthly` applies to, D-01. */
  readonly noMonthlyBase: 'annual' | 'annualBilledMonthly';
  /** Whether a price list's own EST rows win over the uplift. */
  readonly listRows: 'use' | 'ignore';
  /** Days until somebody ends the EST; null: it runs on through the horizon. */
  readonly bridgeDays: number | null;
  /** commitments that began earlier take the old grace path. */
  readonly eligibleStartFrom: Day;
  /** terms that end earlier take the old grace path. */
  readonly eligibleEndFrom: Day;
  /** The user's word on SKUs that may be EST twins (R-008, step 2). */
  readonly twins: readonly TwinDecision[];
}

/** Confirms or refuses that one SKU is the EST twin of its base. */
export interface TwinDecision {
  readonly productId: string;
  readonly skuId: string;
  readonly segment: string;
  readonly isEst: boolean;
}

export interface PriceChange {
  readonly match: {
    readonly productId?: string;
    readonly skuId?: string;
    readonly segment?: string;
    readonly market?: string;
    /** Part of the SKU's title, taken literally. */
    readonly text?: string;
    readonly currency?: string;
    /** Only rows of this term and billing plan: `P1Y`, `Monthly`. */
    readonly termDuration?: string;
    readonly billingPlan?: string;
    /** Only for this customer's subscriptions. */
    readonly customerId?: string;
  };
  readonly from: Day;
  readonly kind: 'percent' | 'absolute' | 'set';
  readonly value: DecimalText;
  readonly columns: 'cost' | 'erp' | 'both';
}

export type DecidedOutcome = 'renews' | 'cancels' | 'est';

export interface Decision {
  readonly match: {
    readonly subscriptionId?: string;
    readonly customerId?: string;
    readonly productId?: string;
    readonly skuId?: string;
    readonly segment?: string;
  };
  readonly outcome: DecidedOutcome;
  /** Replaces the scenario's bridge; undefined: the scenario's counts. */
  readonly bridgeDays?: number;
  /** What a renewal goes to, also the one after a bridge; what it leaves out stays as it is. */
  readonly renewTo?: RenewTo;
  /** Who decided, when (UTC, `2026-11-26T08:30:00Z`) and why. */
  readonly author?: string;
  readonly at?: string;
  readonly reason?: string;
}

export interface RenewTo {
  /** `P1M`, `P1Y`, `P3Y`. */
  readonly termDuration?: string;
  /** `Monthly`, `Annual`, `Triennial`. */
  readonly billingPlan?: string;
  /** Seats of the new term. */
  readonly quantity?: number;
}

/** How the rule book is read where sources differ, or where the user asks what would be. */
export interface RuleSettings {
  /** D-07: whether the day on which an EST is cancelled is refunded. */
  readonly refundDayCount: 'cancel-day-refunded' | 'cancel-day-charged';
  /** what becomes of a promotion at renewal. */
  readonly promotionAtRenewal: 'in-window' | 'kept' | 'lost';
}

/** From a day on a currency's list prices move by a percentage, because its rate does. */
export interface FxShock {
  readonly currency: string;
  readonly from: Day;
  readonly percent: DecimalText;
}

/** One unit of `from` is `rate` units of `to`. */
export interface FxRate {
  readonly from: string;
  readonly to: string;
  readonly rate: DecimalText;
}

export interface FxAssumptions {
  readonly shocks: readonly FxShock[];
  /** Win over imported rates. */
  readonly rates: readonly FxRate[];
  /** Currency in which sums over several currencies are shown beside their own; undefined: none. */
  readonly reporting: string | undefined;
}

export type MarginRule =
  | { readonly kind: 'markup' | 'erp-discount' | 'margin'; readonly percent: DecimalText }
  | { readonly kind: 'fixed'; readonly price: DecimalText };

export interface MarginRules {
  readonly business: MarginRule;
  readonly customers: ReadonlyMap<string, MarginRule>;
  readonly subscriptions: ReadonlyMap<string, MarginRule>;
  /** Keep prices that come from a rule between cost and ERP. */
  readonly clamp: boolean;
}

/** What a customer's contract lets the partner pass on. */
export interface Clause {
  readonly passThrough: boolean;
  readonly capPercent?: DecimalText;
  readonly noticeDays?: number;
  readonly priceLockUntil?: Day;
  readonly noticeGiven?: Day;
}

export interface Scenario {
  readonly name: string;
  readonly est: EstAssumptions;
  readonly priceChanges: readonly PriceChange[];
  readonly decisions: readonly Decision[];
  readonly margin: MarginRules;
  readonly clauses: ReadonlyMap<string, Clause>;
  /** Values that the user put over imported cells. */
  readonly overrides: Overrides;
  readonly rules: RuleSettings;
  readonly fx: FxAssumptions;
  /** What is not known for sure; undefined: nothing has been said. */
  readonly uncertainty: Uncertainty | undefined;
  /** Azure consumption: what changes, what is reserved, budgets, limits, verdicts. */
  readonly azure: AzureAssumptions;
  /** Who holds which assumption, since when and why. */
  readonly meta: AssumptionNotes;
}
