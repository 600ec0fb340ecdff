/** What the trials of spec §8 take and give. All of it is plain data, which goes to workers as it is. */
import type { Month } from '../../core/days.ts';
import type { SampleStatistics } from '../../core/sample-statistics.ts';
import type { Move } from './moves.ts';

/** The amounts that each trial has in total, in minor units. */
export const TRIAL_AMOUNTS = ['est', 'current', 'renew', 'extra', 'passed', 'delayed', 'absorbed', 'margin'] as const;
export type TrialAmount = (typeof TRIAL_AMOUNTS)[number];

/** The amounts that each trial has by month. */
export const TRIAL_MONTH_AMOUNTS = ['est', 'extra', 'absorbed', 'margin'] as const;
export type TrialMonthAmount = (typeof TRIAL_MONTH_AMOUNTS)[number];

/** What can be uncertain about a subscription, in the order of the draws. */
export const UNCERTAIN = ['outcome', 'bridgeDays', 'seats', 'price', 'fx'] as const;
export type Uncertain = (typeof UNCERTAIN)[number];

/** How a draw becomes a value; `numbers` mean what `draws.ts` says of the form. */
export type DrawForm = 'constant' | 'uniform' | 'triangular' | 'pert' | 'normal' | 'lognormal' | 'discrete';

/**
 * An input ready to be drawn. Values are whole numbers: a code of outcome, days, or for seats, price and fx the factor in
 * millionths (5 % more is 1,050,000).
 */
export interface PlannedInput {
  /** Position among the scenario's inputs. */
  readonly index: number;
  readonly what: Uncertain;
  readonly form: DrawForm;
  readonly shared: boolean;
  readonly numbers: Float64Array;
  /** Value of a constant. */
  readonly value: number;
  /** Loading on the common factor, and what is left for the input's own draw. */
  readonly loading: number;
  readonly rest: number;
}

/** Sums of a customer in one currency are kept apart: an owner is such a pair. */
export interface Owner {
  readonly customerId: string;
  readonly customer: string;
  /** Position in `TrialPlan.currencies`. */
  readonly currency: number;
}

/** Everything that trials need of a book and a scenario. */
export interface TrialPlan {
  readonly trials: number;
  readonly seed: string;
  readonly key: readonly [number, number];
  readonly currencies: readonly string[];
  readonly firstMonth: Month;
  readonly months: number;
  readonly inputs: readonly PlannedInput[];
  readonly owners: readonly Owner[];
  /** Subscriptions that differ from trial to trial. */
  readonly items: number;
  readonly columns: ItemColumns;
  readonly runs: RunColumns;
  readonly units: UnitColumns;
  /** Numbers of `moves.ts`, one set after the other. */
  readonly moves: Float64Array;
  /** Moves with numbers beyond 2^53, by their position. */
  readonly exactMoves: ReadonlyMap<number, Move>;
  /** First days of cycles, one list after the other. */
  readonly starts: Int32Array;
  /** What the other subscriptions add to every trial. */
  readonly fixed: FixedAmounts;
  readonly window: { readonly asOf: number; readonly end: number };
  /** D-07: days of an early end that are charged although they are not used. */
  readonly chargedDays: number;
}

/** Amounts that no trial changes. */
export interface FixedAmounts {
  /** Currency × amount. */
  readonly totals: Float64Array;
  /** Currency × month × month amount. */
  readonly months: Float64Array;
  /** Extra of each owner. */
  readonly owners: Float64Array;
}

/** One entry an item. */
export interface ItemColumns {
  /** Row of the portfolio. */
  readonly row: Uint32Array;
  readonly currency: Uint16Array;
  readonly owner: Uint32Array;
  /** Two words of the subscription's id, and how many rows before it have the same one. */
  readonly idHigh: Uint32Array;
  readonly idLow: Uint32Array;
  readonly twin: Uint32Array;
  /** Inputs by `UNCERTAIN`, five an item: position in `TrialPlan.inputs`, −1 for none. */
  readonly input: Int32Array;
  readonly seats: Float64Array;
  /** Seats that renew whatever the seats become; −1: as many as there are. */
  readonly renewSeats: Float64Array;
  /** First EST day: bridges are counted from here. */
  readonly start: Int32Array;
  /** `start`, or as-of when that is later. */
  readonly from: Int32Array;
  /** Days of the bridge where no input says so; `FOREVER`: none. */
  readonly bridge: Int32Array;
  /** The day on which the EST ends by itself, and where the outcome is not EST; `FOREVER`: never. */
  readonly ownEnd: Int32Array;
  readonly endOtherwise: Int32Array;
  readonly firstRun: Uint32Array;
  readonly runs: Uint16Array;
  /** Where its cycles begin in `TrialPlan.starts`. */
  readonly firstStart: Uint32Array;
  /** Whether an input moves its prices. */
  readonly moving: Uint8Array;
}

/** One entry a run: consecutive cycles with equal prices. */
export interface RunColumns {
  /** Position of the first cycle among the item's. */
  readonly cycle: Uint16Array;
  readonly count: Uint16Array;
  /** Calendar month of the first cycle, counted from the window's first. */
  readonly month: Uint16Array;
  readonly passes: Uint8Array;
  /** Begins before as-of, so that it is used in part and never refunded. */
  readonly begun: Uint8Array;
  /** Position in `UnitColumns` of the first of its units. */
  readonly unit: Uint32Array;
  /** Position in `TrialPlan.moves`; −1: no input moves its prices. */
  readonly move: Int32Array;
}

/** Units of a run: EST, current, renewal, need, rise, and what the customer pays. */
export const UNITS = 6;

/** Prices per seat-month in minor units as fractions; `UNITS` of them a set. */
export interface UnitColumns {
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  /** Fractions of numbers beyond 2^53, by position. */
  readonly large: ReadonlyMap<number, readonly [bigint, bigint]>;
}

/** A day or a number of days that never comes. */
export const FOREVER = 0x3fff_ffff;

/** Amounts of a range of trials. */
export interface TrialPart {
  readonly first: number;
  readonly count: number;
  /** How many of the plan's items are in it. */
  readonly items: number;
  /** Trial × currency × amount, minor units. */
  readonly totals: Float64Array;
  /** Trial × currency × month × month amount. */
  readonly months: Float64Array;
  /** Extra of each owner, summed over the trials. */
  readonly owners: Float64Array;
}

/** Percentiles that are told of every amount, as PERCENTILE.INC. */
export const TOLD_PERCENTILES = [5, 10, 25, 50, 75, 90, 95] as const;

export interface Spread extends SampleStatistics {
  /** By `TOLD_PERCENTILES`; between two cents where the position is between two trials. */
  readonly percentiles: readonly number[];
}

export interface AmountSpread {
  readonly currency: string;
  readonly amount: TrialAmount;
  readonly spread: Spread;
}

export interface MonthSpread {
  readonly month: Month;
  readonly currency: string;
  readonly amount: TrialMonthAmount;
  readonly spread: Spread;
}

export interface LimitChance {
  readonly amount: TrialAmount;
  readonly currency: string;
  /** Decimal text in major units. */
  readonly above: string;
  /** Trials whose amount is above the limit. */
  readonly crossed: number;
}

/** What a customer adds to a currency's extra. */
export interface CustomerSpread {
  readonly customerId: string;
  readonly customer: string;
  readonly currency: string;
  readonly spread: Spread;
}

/** Totals where one input is at its P10 and at its P90 and all others are at their median. */
export interface InputSwing {
  /** Position among the scenario's inputs. */
  readonly index: number;
  readonly what: Uncertain;
  /** Values of the input, as `PlannedInput` has them. */
  readonly values: { readonly p10: number; readonly p50: number; readonly p90: number };
  /** Currency × amount. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface Tornado {
  /** All inputs at their median. */
  readonly median: Float64Array;
  readonly swings: readonly InputSwing[];
}

/** Everything that the results file tells of trials. */
export interface TrialSummary {
  readonly trials: number;
  readonly seed: string;
  readonly amounts: readonly AmountSpread[];
  readonly months: readonly MonthSpread[];
  readonly limits: readonly LimitChance[];
  readonly customers: readonly CustomerSpread[];
  readonly tornado: Tornado;
}
