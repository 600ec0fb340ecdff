/** A scenario: every assumption of a simulation. Decimals are texts, as in the file; the engine parses them once. */
import type { Day } from '../days.ts';
import type { Overrides } from '../overrides/override.ts';

/** Decimal text with a dot, such as `0.03` or `-2.5`. */
export type DecimalText = string;

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
    readonly text?: string;
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
}
