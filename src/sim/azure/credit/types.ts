/** What the earned credit of a partner is made of, where it was lost, and what losing it would cost. */
import type { Day, Month } from '../../../core/days.ts';
import { CREDIT_EXCLUSIONS } from '../types.ts';

/**
 * `with`: earned credit is in the cost; `without`: it could be, and is not; `unnamed`: the file does not say; the others may not
 * have any.
 */
export const CREDIT_STATES = ['with', 'without', 'unnamed', ...CREDIT_EXCLUSIONS] as const;
export type CreditState = (typeof CREDIT_STATES)[number];

/** Amounts are exact decimal texts in billing currency. */
export interface CreditShare {
  readonly state: CreditState;
  readonly rows: number;
  readonly cost: string;
  /** `with`: the earned credit; `without`: what it would have been; else `0`. */
  readonly credit: string;
}

/** What credit is looked for in, the widest first: the whole customer lost it, or one subscription of it, and so on. */
export const CREDIT_LEVELS = ['customer', 'subscription', 'resourceGroup', 'resource'] as const;
export type CreditLevel = (typeof CREDIT_LEVELS)[number];

/**
 * `lost`: it was there before and has not come back; `gap`: it was there before and after; `later`: it came only after;
 * `never`: it was never there; `mixed`: on the same days some lines of the narrowest level have it and others do not.
 */
export const LOSS_KINDS = ['lost', 'gap', 'later', 'never', 'mixed'] as const;
export type LossKind = (typeof LOSS_KINDS)[number];

/** Days without earned credit (R-082: it is given by day), with a week at most of others or of days without usage between two of them. */
export interface CreditLoss {
  readonly kind: LossKind;
  readonly level: CreditLevel;
  /** Texts of the levels down to this one. */
  readonly path: readonly string[];
  /** The same as people know them. */
  readonly names: readonly string[];
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
  /** Days with lines that lost it. */
  readonly days: number;
  readonly rows: number;
  readonly cost: string;
  readonly missed: string;
}

/** What a customer brings, and what losing the role on it would cost. */
export interface CustomerCredit {
  readonly customer: string;
  readonly name: string;
  /** Of all days. */
  readonly cost: string;
  readonly earned: string;
  readonly missed: string;
  /** Earned in the last complete days, `CreditAnswer.window`. */
  readonly recent: string;
  /** `recent`, for 365 days. */
  readonly year: string;
}

/** Day by day, from the first to the last, days without usage too; decimal texts. */
export interface CreditCourse {
  readonly first: Day;
  readonly earned: readonly string[];
  readonly missed: readonly string[];
}

export interface CreditAnswer {
  readonly course: CreditCourse;
  readonly shares: readonly CreditShare[];
  /** The dearest, 1,000 at most: the newest first, of the same day the dearest. */
  readonly losses: readonly CreditLoss[];
  /** How many there are. */
  readonly places: number;
  /** Who would lose most first. */
  readonly customers: readonly CustomerCredit[];
  readonly window: { readonly from: Day; readonly to: Day; readonly days: number };
}

/**
 * How the cost of a line follows from its price, quantity and earned credit: `exact`; `cut` to cents as R-102 has it; `half-up` to cents;
 * `near`: within R-103's tolerance; `free`: nothing was charged; `off`: none of them; `unpriced`: the file has no price to try.
 */
export const ROUNDINGS = ['exact', 'cut', 'half-up', 'near', 'free', 'off', 'unpriced'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

export interface RoundingShare {
  readonly rounding: Rounding;
  readonly rows: number;
  /** What the file says, decimal text. */
  readonly cost: string;
  /** File less formula, decimal text. */
  readonly difference: string;
}

/** A line whose cost does not follow. */
export interface OddLine {
  readonly day: Day;
  readonly customer: string;
  readonly meter: string;
  readonly price: string;
  readonly quantity: string;
  readonly percent: string;
  readonly cost: string;
  /** By R-102. */
  readonly expected: string;
}

/** Which sum of a month's units the price list's tiers lead from to what the file has. */
export const TIER_FITS = ['both', 'customer', 'subscription', 'neither', 'unit'] as const;
export type TierFit = (typeof TIER_FITS)[number];

/** A meter with tiers in a month of a customer. Decimal texts; amounts in pricing currency, before the earned credit. */
export interface TierMonth {
  readonly month: Month;
  readonly customer: string;
  readonly meter: string;
  readonly quantity: string;
  readonly currency: string;
  readonly file: string;
  /** Tiers filled by all units of the customer. */
  readonly byCustomer: string;
  /** Tiers filled by each Azure subscription on its own. */
  readonly bySubscription: string;
  /** `unit`: the price list counts the meter in another unit. */
  readonly fit: TierFit;
}

export interface TierAnswer {
  /** Meters with tiers in the imported price lists. */
  readonly meters: number;
  /** Months of them in the files. */
  readonly compared: number;
  /** Some of these months, those that do not fit first. */
  readonly months: readonly TierMonth[];
}

export interface RoundingAnswer {
  readonly shares: readonly RoundingShare[];
  /** The largest differences first. */
  readonly odd: readonly OddLine[];
}
