/** What a scenario says about Azure: prices to customers, what changes, what is reserved, budgets, limits, and verdicts on findings. */
import type { Day } from '../days.ts';
import type { DecimalText } from './decimal.ts';

/** Which consumption something is about; what is left out matches everything. Texts as the files have them, without regard to case. */
export interface UsageScope {
  readonly customerId?: string;
  /** The Azure subscription. */
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  readonly category?: string;
  readonly meter?: string;
  readonly tag?: { readonly key: string; readonly value: string };
}

/** A change of consumption or of its price from a day on. */
export interface AzureChange {
  readonly match: UsageScope;
  readonly from: Day;
  /**
   * `growth`: percent more quantity with each month, compounded; `price`: percent on the unit price;
   * `off`: percent of the hours of a week in which it is switched off (60 of 168 hours: `35.71`).
   */
  readonly kind: 'growth' | 'price' | 'off';
  readonly percent: DecimalText;
}

/** A reservation or a savings plan (R-081: without earned credit). */
export interface AzureCommitment {
  readonly kind: 'reservation' | 'savings-plan';
  readonly match: UsageScope;
  readonly from: Day;
  readonly term: 'P1Y' | 'P3Y';
  /** Reservation: units reserved in each hour; savings plan: amount committed in each hour, in `currency`. */
  readonly perHour: DecimalText;
  /** Reservation: price of one unit for the whole term, in `currency`; savings plan: percent off the price of what it covers. */
  readonly rate: DecimalText;
  readonly currency: string;
}

export interface AzureBudget {
  readonly name: string;
  readonly match: UsageScope;
  /** For each calendar month. */
  readonly amount: DecimalText;
  readonly currency: string;
  /** What is compared with it: cost, or the price that the customer pays. */
  readonly at: 'cost' | 'sell';
  /** Percent of the amount at which it is said. */
  readonly thresholds: readonly number[];
}

/** What a customer may owe, and has paid on it. */
export interface CreditLimit {
  readonly customerId: string;
  readonly currency: string;
  readonly limit: DecimalText;
  readonly paid: DecimalText;
}

export const SPEND_VERDICTS = ['legitimate', 'false-alarm', 'fraud'] as const;
export type SpendVerdict = (typeof SPEND_VERDICTS)[number];

/** What somebody said about a finding of unusual spend. */
export interface JudgedSpend {
  /** Id of the finding: the same when the same files are read again. */
  readonly finding: string;
  readonly verdict: SpendVerdict;
  readonly reason: string;
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface AzureAssumptions {
  /** Percent on the cost before the earned credit that customers pay more. */
  readonly markupPercent: DecimalText;
  readonly changes: readonly AzureChange[];
  readonly commitments: readonly AzureCommitment[];
  readonly budgets: readonly AzureBudget[];
  readonly limits: readonly CreditLimit[];
  readonly judged: readonly JudgedSpend[];
  /** The stress test: how many times its usual spend a customer runs, and for how many hours before anybody knows. */
  readonly stress: { readonly factor: DecimalText; readonly hours: number };
}

/** alerts may lag a day and a half. */
export const DEFAULT_AZURE: AzureAssumptions = Object.freeze<AzureAssumptions>({
  markupPercent: '0',
  changes: [],
  commitments: [],
  budgets: [],
  limits: [],
  judged: [],
  stress: { factor: '20', hours: 36 },
});
