/** What is to be told to Partner Center about each chosen subscription, and why nothing is to be told. */
import type { ActionType } from '../../core/actions/vocabulary.ts';
import type { Day } from '../../core/days.ts';
import type { SimulationRequest } from '../types.ts';

/** Why a subscription gets no action. */
export const LEFT_OUT = [
  'undecided',
  'excluded',
  'suspended',
  'not-active',
  'lock-passed',
  'term-over',
  'not-eligible',
  'already-in-est',
  'no-seats',
  'odd-term',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** The term that a renewal begins. */
export interface NewTerm {
  readonly productId: string;
  readonly skuId: string;
  /** `P1M`, `P1Y`, `P3Y`. */
  readonly termDuration: string;
  /** `Monthly`, `Annual`, `Triennial`. */
  readonly billingPlan: string;
  readonly seats: number;
  /** Empty unless the promotion stays at the renewal. */
  readonly promotionId: string;
}

/** What a decision comes to at the term end. */
export interface PlannedAction {
  readonly type: Exclude<ActionType, 'Transition'>;
  /** Of a renewal; after a bridge of days in EST that of the second step. */
  readonly newTerm: NewTerm | undefined;
  /** First day of what comes next: the day after the term end. */
  readonly from: Day;
  /** Of a move to EST: the day on which it is to be ended by a renewal; undefined: it runs on. */
  readonly bridgeEnds: Day | undefined;
  /** The day at whose 00:00 UTC the term end locks; undefined in an EST whose month has no known end. */
  readonly locksAt: Day | undefined;
  /** The day at whose 00:00 UTC the 7 days after a renewal end, at the earliest; undefined without a renewal. */
  readonly windowEnds: Day | undefined;
}

/** One subscription as the action pack sees it. */
export interface ActionRow {
  /** Row of the portfolio. */
  readonly row: number;
  readonly subscriptionId: string;
  readonly customerId: string;
  readonly customer: string;
  readonly product: string;
  readonly productId: string;
  readonly skuId: string;
  readonly termDuration: string;
  readonly billingPlan: string;
  readonly seats: number;
  /** As imported, before any override. */
  readonly seatsImported: number;
  readonly termEnd: Day;
  readonly inEst: boolean;
  readonly autoRenew: boolean;
  /** As it came; empty: none. */
  readonly scheduledAction: string;
  /** Customer price per seat and month as a decimal text; empty when no file says it. */
  readonly customerPrice: string;
  readonly currency: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly reason: string;
  readonly outcome: PlannedAction | LeftOut;
}

export interface ActionsRequest {
  readonly simulation: SimulationRequest;
  /** Ids of subscriptions as they are matched; undefined: all that are decided. */
  readonly ids: readonly string[] | undefined;
}
