/** What the engine says about a partner’s role: revenue by month, the distance to the floor, and what else the role asks for. */
import type { Day, Month } from '../../../core/days.ts';
import type { Minor } from '../../../core/money.ts';
import type { CheckName, Method, Programme, RevenueKind, Unit } from '../../../core/obligations/programme.ts';
import type { ObligationPack } from '../../../core/obligations/rules/types.ts';
import type { RateSource } from '../../../core/scenario/rate-source.ts';
import type { FxRate } from '../../../core/scenario/scenario.ts';

/** Customers that leave, and the first month without them. */
export interface Leaving {
  /** As `CustomerRevenue.key`. */
  readonly customers: readonly string[];
  readonly from: Month;
}

export interface ProgrammeRequest {
  readonly programme: Programme;
  readonly packs: readonly ObligationPack[];
  readonly asOf: Day;
  /** The scenario’s own exchange rates. */
  readonly rates: readonly FxRate[];
  readonly leaving: Leaving;
}

/** What a customer was billed, or is expected to be, before tax: minor units of its currency. */
export interface RevenueCell {
  /** Place in the names of files; what is expected belongs to no file. */
  readonly file: number | undefined;
  readonly customer: string;
  readonly month: Month;
  readonly currency: string;
  /** Licences, and all else. */
  readonly licence: Minor;
  readonly other: Minor;
}

/** Where the revenue of a month is known from. */
export const MONTH_STATES = ['billed', 'typed', 'missing', 'expected'] as const;
export type MonthState = (typeof MONTH_STATES)[number];

/** All amounts are minor units of the floor’s currency. */
export interface RevenueMonth {
  readonly month: Month;
  readonly state: MonthState;
  readonly amount: Minor;
  /** Billed by files, and not counted because the user typed this month. */
  readonly replaced: Minor;
  /** The month with the eleven before it; undefined where one of them is missing. */
  readonly trailing: Minor | undefined;
  /** The same without the customers that leave. */
  readonly left: Minor | undefined;
  /** In force on its last day; undefined where none is. */
  readonly floor: Minor | undefined;
  /** The check of the anniversary is made on its last day. */
  readonly isCheck: boolean;
}

export const VERDICTS = ['met', 'exempt', 'on-track', 'unknown', 'at-risk', 'missed'] as const;
/** From the best to the worst. */
export type Verdict = (typeof VERDICTS)[number];

export const REASONS = [
  'no-role',
  'no-anniversary',
  'no-floor',
  'no-revenue',
  'no-rate',
  'months-missing',
  'exempt',
  'deauthorised',
  'may-return',
  'reached',
  'expected-above',
  'expected-below',
  'fell-short',
] as const;
export type ReasonCode = (typeof REASONS)[number];

/** Why a verdict is what it is; source and confidence are those of the rule on its day. */
export interface Reason {
  readonly code: ReasonCode;
  readonly rule: string;
  readonly day?: Day;
  readonly amount?: Minor;
  readonly months?: readonly Month[];
  readonly currencies?: readonly string[];
}

/** Revenue of twelve months against the floor, in minor units of the floor’s currency. */
export interface Standing {
  /** The last of the twelve months. */
  readonly month: Month;
  /** What is known of it, billed or typed. */
  readonly known: Minor;
  /** What is expected of the months that no file holds yet. */
  readonly expected: Minor;
  readonly missing: readonly Month[];
  /** Undefined: no floor is in force on its day. */
  readonly floor: Minor | undefined;
  /** Of the floor, what is known and expected: decimal text, 1.25 for 125 %. */
  readonly share: string | undefined;
  /** Below zero: so much is lacking. */
  readonly distance: Minor | undefined;
  /** What each month that is left must bring to reach the floor, rounded up; 0 once it is reached; undefined without such months. */
  readonly perMonth: Minor | undefined;
}

export interface CustomerRevenue {
  readonly key: string;
  /** As files name it; the id where none does. */
  readonly name: string;
  /** Of the twelve months of `today`. */
  readonly trailing: Minor;
  /** Expected from the first month ahead to the check, and of the year after it. */
  readonly ahead: Minor;
  /** Share of the trailing revenue, decimal text; empty where that is not above zero. */
  readonly share: string;
  /** The trailing revenue of all customers up to this one, decimal text of the whole. */
  readonly together: string;
}

/** The fewest customers whose leaving takes the partner below the floor: the largest ones. */
export interface Away {
  /** Undefined: below it already, or above it whoever leaves. */
  readonly customers: number | undefined;
  readonly keys: readonly string[];
}

export interface UnitAnswer {
  readonly unit: Unit;
  readonly months: readonly RevenueMonth[];
  readonly today: Standing;
  /** Undefined without an anniversary month. */
  readonly check: Standing | undefined;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** Largest first. */
  readonly customers: readonly CustomerRevenue[];
  /** Of the twelve months of `today`: a year after they left. */
  readonly away: Away;
  readonly left: {
    /** At the check without the customers that leave. */
    readonly check: Standing | undefined;
    /** The first month whose twelve months lie below the floor then. */
    readonly firstBelow: Month | undefined;
    /** Customers that would have to leave, from the same month on, for the check to fail. */
    readonly away: Away;
  };
}

export const CHECK_STATES = ['met', 'ends', 'open', 'ended', 'not-met', 'told'] as const;
/** `ends`: before the check; `open`: nothing is said; `told`: kept beside, and not what counts. */
export type CheckState = (typeof CHECK_STATES)[number];

/** What a role asks for besides revenue. */
export interface CheckResult {
  readonly check: CheckName | 'designation' | 'score';
  /** Of a requirement that the user names. */
  readonly name: string;
  readonly rule: string;
  readonly state: CheckState;
  readonly on: Day | undefined;
  readonly until: Day | undefined;
  readonly note: string;
  /** What there is, and what is needed, where it is counted. */
  readonly has?: number;
  readonly needs?: number;
}

/** A rate that amounts were turned into the floor’s currency by. */
export interface UsedRate {
  readonly from: string;
  /** Up to ten digits. */
  readonly rate: string;
  /** Typed here, of that day; else by its sources. */
  readonly typed: boolean;
  readonly day: Day | undefined;
  readonly sources: readonly RateSource[];
}

export interface ProgrammeAnswer {
  /** The floor’s. */
  readonly currency: string;
  readonly units: readonly UnitAnswer[];
  readonly checks: readonly CheckResult[];
  /** How the months ahead are told: the one that was wanted, or the average where the portfolio holds nothing. */
  readonly method: Method;
  /** The worst of the units and the checks. */
  readonly verdict: Verdict;
  readonly rates: readonly UsedRate[];
  /** Currencies whose amounts are in no sum, because nobody knows a rate. */
  readonly unrated: readonly string[];
  /** Files with billed lines. */
  readonly files: readonly string[];
  readonly facts: {
    readonly lines: number;
    /** Lines that no invoice holds yet, of months that have invoices. */
    readonly unbilled: number;
    /** Lines without an amount that can be read, or without a month. */
    readonly unread: number;
    /** Subscriptions of the portfolio that the months ahead are told from, and those that no list has a price for. */
    readonly priced: number;
    readonly unpriced: number;
  };
  /** Typed amounts that do not count, by kind and currency. */
  readonly apart: readonly { readonly kind: RevenueKind; readonly currency: string; readonly amount: Minor }[];
}
