/** Budgets, what customers may cost the partner, and the worst day, as the screen gets them. */
import type { Day, Month } from '../../../core/days.ts';
import type { Expected } from '../forecast/types.ts';

/**
 * `reached`: the month is that far; `expected`: it will be by its end; `possible`: it will be if it comes to the upper bound of
 * 80 in 100; `no`: neither.
 */
export const THRESHOLD_STATES = ['reached', 'expected', 'possible', 'no'] as const;
export type ThresholdState = (typeof THRESHOLD_STATES)[number];

export interface ThresholdStanding {
  readonly percent: number;
  readonly state: ThresholdState;
  /** On which it was, or will be, reached first. */
  readonly day: Day | undefined;
}

/** A budget in the month of the last day that has consumption. Decimal texts in the budget's currency. */
export interface BudgetStanding {
  readonly month: Month;
  /** Exact, of all days of the month that the files have. */
  readonly used: string;
  /** Amount − used. */
  readonly left: string;
  /** Undefined: there are less than two weeks to forecast from. An estimate; never below what is used. */
  readonly expected: Expected | undefined;
  /** In rising order. */
  readonly thresholds: readonly ThresholdStanding[];
  /** Used since the month's first day up to each of its complete days. */
  readonly usedBy: Float64Array;
  /** The same for the days after them, as forecast; empty without a forecast. */
  readonly expectedBy: Float64Array;
  /** Rows of the scope in the budget's currency, of all months; none: it matches nothing. */
  readonly rows: number;
  /** Other billing currencies of the scope: they don't count. */
  readonly elsewhere: readonly string[];
}

/** What a customer may cost the partner in one currency. Decimal texts. */
export interface CustomerRisk {
  /** As ids are matched. */
  readonly key: string;
  readonly customerId: string;
  readonly customer: string;
  readonly currency: string;
  /** Consumption that no invoice has yet, at cost. */
  readonly unbilled: string;
  /** The days to come of terms that are paid up front. */
  readonly prepaid: string;
  /** The days to come of terms that are paid in parts, and that can't be cancelled. */
  readonly committed: string;
  /** Subscriptions in `prepaid` and `committed`. */
  readonly bound: number;
  /** Subscriptions that can be cancelled today, and cost nothing then. */
  readonly free: number;
  /** Subscriptions that may bind but have no price, or whose term is over in the file. */
  readonly unknown: number;
  /** `unbilled + prepaid + committed`. */
  readonly exposure: string;
  /** Undefined: the sheet says nothing about this customer. */
  readonly limit: string | undefined;
  readonly paid: string | undefined;
  /** `exposure − paid − limit`: above zero nothing covers it. */
  readonly open: string;
  /** Mean cost of a day, over the days of `Risks` since its first one. */
  readonly usual: string;
  readonly usualDays: number;
  /** What a runaway costs before anybody knows. */
  readonly runaway: string;
  /** `open + runaway`. */
  readonly stressed: string;
}

export interface Risks {
  /** Customers by falling exposure after the stress, for each currency. */
  readonly rows: readonly CustomerRisk[];
  /** The complete days that usual spend is the mean of: the last four weeks, or what there is. */
  readonly usualFrom: Day;
  readonly usualDays: number;
}
