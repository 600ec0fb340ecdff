/** What consumption would cost if a scenario's assumptions about Azure came true, as the screen gets it. */
import type { Day, Month } from '../../../core/days.ts';
import type { AzureAssumptions } from '../../../core/scenario/azure.ts';
import type { FxAssumptions } from '../../../core/scenario/scenario.ts';

export interface PlanRequest {
  /** Billing currency: amounts of others take no part. */
  readonly currency: string;
  readonly azure: Pick<AzureAssumptions, 'changes' | 'commitments'>;
  readonly fx: Pick<FxAssumptions, 'shocks' | 'rates'>;
  /** Months after the one that the first day of the forecast lies in. */
  readonly months: number;
}

/** Decimal texts in billing currency with the digits of its minor unit: estimates, each rounded once. */
export interface PlanMonth {
  readonly month: Month;
  /** Used already: no assumption changes it. */
  readonly used: string;
  /** The forecast, `used` in it. */
  readonly without: string;
  /** With all assumptions, `committed` in it. */
  readonly with: string;
  /** Paid for reservations and savings plans. */
  readonly committed: string;
  /** Of that, what nothing uses. */
  readonly unused: string;
}

/** What one assumption does alone. */
export interface AloneEffect {
  /** Its part of the cost of the last weeks: 0 to 1, decimal text; `0`: it matches nothing in this currency. */
  readonly share: string;
  /** Difference that it makes over all months. */
  readonly effect: string;
}

/** Why a commitment cannot be counted. */
export type CommitmentProblem = 'no-price' | 'no-rate' | 'no-hours' | 'too-large-discount';

/**
 * A commitment held against the days that are there, as if it had been in force on each of them. Exact but for the 18th digit.
 * Amounts are decimal texts in billing currency, shares decimal texts.
 */
export interface CommitmentHistory {
  readonly from: Day;
  readonly to: Day;
  /** What of the commitment was used: 0 to 1. */
  readonly utilisation: string;
  /** The utilisation from which on it costs less than what it covers, after the earned credit; above 1: it never does. */
  readonly breakEven: string;
  /** The same where the covered use had no earned credit. */
  readonly breakEvenAtList: string;
  /** Cost of the commitment over these days. */
  readonly committed: string;
  /** Of that, what was not used. */
  readonly unused: string;
  /** What the covered use cost, after the earned credit. */
  readonly covered: string;
  /** Earned credit that the covered use had: a commitment has none. */
  readonly creditLost: string;
  /** `covered − committed`: below zero it cost more than it saved. */
  readonly saved: string;
  /** As a commitment's `perHour`: what would have saved most on these days; `0`: none saves anything. */
  readonly best: string;
  /** How many, those without use too. */
  readonly days: number;
}

export interface CommitmentEffect extends AloneEffect {
  readonly problem: CommitmentProblem | undefined;
  /** From the commitment's currency to the billing currency; `1` where they are the same, undefined where none is known. */
  readonly rate: string | undefined;
  /** Undefined with a problem, or where nothing matches. */
  readonly history: CommitmentHistory | undefined;
}

export interface UsagePlan {
  /** The first day that is forecast; assumptions from an earlier day on count from this one on. */
  readonly from: Day;
  /** The last days, whole weeks, that tell what runs: how the forecast is split. */
  readonly basis: { readonly from: Day; readonly to: Day; readonly cost: string };
  readonly months: readonly PlanMonth[];
  readonly changes: readonly AloneEffect[];
  readonly commitments: readonly CommitmentEffect[];
  /** What the currency shocks of the scenario do; undefined: there are none of this currency. */
  readonly shocks: AloneEffect | undefined;
}

/** A price of a commitment in an imported price sheet. */
export interface CommitmentPrice {
  readonly kind: 'reservation' | 'savings-plan';
  readonly title: string;
  readonly term: 'P1Y' | 'P3Y';
  readonly currency: string;
  /** As a commitment's `rate`: price of a unit for the whole term, or percent off. */
  readonly rate: string;
  readonly file: string;
}
