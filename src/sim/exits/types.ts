/** Ways out of a subscription at its term end (spec §7). Amounts are minor units of the subscription's currency. */
import type { Day } from '../../core/days.ts';
import type { LockPhase } from '../../core/locks.ts';
import type { Minor } from '../../core/money.ts';
import type { FileRow, Outcome, SimulationRequest } from '../types.ts';

/**
 * What makes one way better than another. Ties go to fewer EST days.
 * - `cost`: least cost of the days in the window
 * - `committed`: least that is still owed after it, then least cost
 * - `total`: least of both together
 * - `margin`: most of customer price less cost
 */
export const OBJECTIVES = ['cost', 'committed', 'total', 'margin'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** `est-renew`: EST for some days, then a new term. `est`: EST through the window. */
export const WAY_KINDS = ['renew', 'est-renew', 'est', 'cancel'] as const;
export type WayKind = (typeof WAY_KINDS)[number];

/** What is chosen, without its price. */
export interface WayChoice {
  readonly kind: WayKind;
  /** Term and plan of the new term, as in `P1Y/Monthly`; empty without one. */
  readonly plan: string;
  /** Seats of the new term; of the EST where there is none; 0 when cancelled. */
  readonly seats: number;
  /** Days in EST, of which none may be left in the window; 0 without EST. */
  readonly estDays: number;
}

/** Why a way has no price, or is not offered. */
export type WayProblem = 'no-offer' | 'no-row' | 'not-yet-listed' | 'no-est-price' | 'not-eligible';

export interface WayPrice {
  /** Cost of the days inside the window. */
  readonly cost: Minor;
  /** What is still owed after the window. */
  readonly committed: Minor;
  /** What the customer pays for the days inside the window, less the cost; NaN where nobody asks for it. */
  readonly margin: Minor;
}

export type WayOut = WayChoice & {
  /** Undefined when something has no price. */
  readonly price: WayPrice | undefined;
  readonly problem: WayProblem | undefined;
  /** It gives the seats that are wanted, so that it can be the best; cancelling gives none, EST no more than today's. */
  readonly compared: boolean;
};

/** A way as the detail shows it. */
export type ShownWay = WayOut & {
  readonly rules: readonly string[];
  /** Cost per seat and month in major units, two digits; empty without a price or seats. */
  readonly unit: string;
  /** The list price per seat-month on the first day of the new term, two to ten digits. */
  readonly listUnit: string;
  /** The promotion that stays at the renewal, in percent; empty: none. */
  readonly promotion: string;
  /** Price-list row of the new term. */
  readonly row: FileRow | undefined;
  /** The row was not in force on that day. */
  readonly carried: boolean;
};

/** What EST-then-renew costs by the days in EST, against renewing all seats now on the same term and plan. */
export interface Flip {
  readonly plan: string;
  /** Seats of the renewal after the EST. */
  readonly seats: number;
  /** Renewing all of today's seats now. */
  readonly baseline: Minor;
  /** By days in EST, from 0 to the whole window. */
  readonly costs: Float64Array;
  /** The smallest number of days at which waiting costs more than the baseline; undefined: none in the window. */
  readonly flipDay: number | undefined;
}

export interface WaysRequest {
  readonly simulation: SimulationRequest;
  /** Row of the portfolio. */
  readonly row: number;
  readonly months: number;
  /** Seats of a new term; undefined: as many as today. */
  readonly seatsWanted: number | undefined;
  readonly estDays: number;
  readonly objective: Objective;
  /** Plan of the flip curve; undefined: the subscription's own. */
  readonly flipPlan: string | undefined;
}

/** Why there is nothing to choose. */
export type NoWays = 'excluded' | 'over' | 'no-offer';

export interface WaysOut {
  readonly row: number;
  readonly currency: string;
  /** Seats today. */
  readonly seats: number;
  readonly seatsWanted: number;
  readonly plan: string;
  readonly termEnd: Day;
  readonly phase: LockPhase;
  /** What happens unless the scenario decides otherwise. */
  readonly outcome: Outcome;
  readonly rule: string;
  /** First day of the comparison, and the day after its last. */
  readonly from: Day;
  readonly to: Day;
  readonly nothing: NoWays | undefined;
  readonly ways: readonly ShownWay[];
  /** Positions in `ways`; undefined: none. */
  readonly best: number | undefined;
  readonly byDefault: number | undefined;
  readonly decided: number | undefined;
  /** Terms and plans for which there is a flip curve. */
  readonly flipPlans: readonly string[];
  readonly flip: Flip | undefined;
  /** Seat-month today and in EST, two to ten digits; empty without a price. */
  readonly currentUnit: string;
  readonly estUnit: string;
}

export interface QueueRequest {
  readonly simulation: SimulationRequest;
  readonly months: number;
  /** By subscription id as it is matched (`idKey`). */
  readonly seatsWanted: ReadonlyMap<string, number>;
  readonly estDays: number;
  readonly objective: Objective;
}

/** One way for each row of a queue. */
export interface WayColumns {
  /** Position in `WAY_KINDS`; 255: there is none. */
  readonly kind: Uint8Array;
  /** Position in `WayQueue.plans`. */
  readonly plan: Uint16Array;
  readonly seats: Float64Array;
  readonly estDays: Uint16Array;
  /** Minor units; NaN without a price. */
  readonly cost: Float64Array;
  readonly committed: Float64Array;
}

/** What the auto-renewing lines of one currency come to that have nothing to gain. */
export interface Folded {
  readonly currency: string;
  readonly count: number;
  readonly cost: Minor;
}

export interface WayQueue {
  /** Rows of the portfolio, in its order. */
  readonly rows: Uint32Array;
  /** What the default costs more than the best way, measured as the objective does; NaN: nothing to compare. */
  readonly atStake: Float64Array;
  readonly byDefault: WayColumns;
  readonly best: WayColumns;
  readonly decided: WayColumns;
  /** Positions in `OUTCOMES`: what happens unless the scenario decides otherwise. */
  readonly outcome: Uint8Array;
  readonly plans: readonly string[];
  /** Term and plan that a renewal to the same has; in EST that of the base. Positions in `plans`. */
  readonly ownPlan: Uint16Array;
  /** Renewing by themselves, with nothing to gain and nothing decided: not among `rows`. */
  readonly renewing: readonly Folded[];
  /** Cancelled by a scheduled action, nothing decided: not among `rows`. */
  readonly cancelling: number;
  /** No price list holds their product and SKU: not among `rows`. */
  readonly unpriced: number;
}

/** How many of how many rows are through. */
export interface QueueProgress {
  readonly rows: number;
  readonly of: number;
}

/** How many seats of a subscription are assigned, and where that stands. */
export interface SeatEvidence extends FileRow {
  /** The subscription's id as it is matched. */
  readonly id: string;
  /** Joined by the subscription's id, or by customer and product where both sides have only one. */
  readonly by: 'subscription' | 'product';
  /** Month `2026-10` or day `2026-10-31` of the report; empty when it says none. */
  readonly when: string;
  readonly assigned: number;
  /** Seats in use; undefined when the report does not say. */
  readonly active: number | undefined;
}

export interface SeatUsage {
  readonly evidence: readonly SeatEvidence[];
  /** Subscriptions for which a report has figures that fit more than one of them, or contradict each other. */
  readonly unclear: number;
}
