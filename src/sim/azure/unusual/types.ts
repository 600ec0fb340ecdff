/** Unusual spend as the screen gets it. Amounts of days are exact; what would have been usual is an estimate, a float in major units. */
import type { Day } from '../../../core/days.ts';

/** How large a difference must be to be worth a look; both hold. */
export interface UnusualSettings {
  /** A day's difference in major units of the currency. */
  readonly floor: number;
  /** Percent of what the day usually costs. */
  readonly percent: number;
}

export const DEFAULT_UNUSUAL: UnusualSettings = { floor: 10, percent: 25 };

/** Consumption is looked at whole and in ever smaller parts, so that a rise here and a fall there don't cancel. */
export const UNUSUAL_LAYERS = ['total', 'customer', 'category', 'meter'] as const;
export type UnusualLayer = (typeof UNUSUAL_LAYERS)[number];

/** What a series is about: everything, a customer, one meter category of it, or one meter in that. */
export interface SpendScope {
  readonly customer?: string;
  readonly category?: string;
  readonly meter?: string;
}

/** By what a difference is told apart; by customer only that of everything. */
export const MOVE_DIMENSIONS = [
  'customer',
  'meter',
  'resource',
  'resourceGroup',
  'subscription',
  'region',
  'tag',
] as const;
export type MoveDimension = (typeof MOVE_DIMENSIONS)[number];

/** How much one meter, resource or tag has to do with a finding. */
export interface SpendMove {
  readonly dimension: MoveDimension;
  /** Of tags, the key. */
  readonly key?: string;
  readonly text: string;
  /** As people know it. */
  readonly name: string;
  /** On the finding's days; exact decimal text. */
  readonly cost: string;
  /** What the same weekdays of the weeks before cost. */
  readonly usual: number;
}

/** A run of days on which a series cost more or less than it usually does. */
export interface SpendRun {
  readonly layer: UnusualLayer;
  readonly scope: SpendScope;
  readonly first: Day;
  readonly last: Day;
  readonly isRise: boolean;
  /** On all its days; exact decimal text. */
  readonly cost: string;
  readonly expected: number;
}

export interface SpendFinding extends SpendRun {
  /** The same whenever the same files are read, and when later days are added. */
  readonly id: string;
  readonly customerName: string;
  /** Runs that began together: what the finding was put together from, when there are several. */
  readonly parts: readonly SpendRun[];
  /** Cost less what was expected. */
  readonly excess: number;
  readonly worst: { readonly day: Day; readonly cost: number; readonly expected: number };
  /** It reaches the last complete day: it may go on. */
  readonly isOpen: boolean;
  /** The largest of each dimension, in the order of the dimensions. */
  readonly moves: readonly SpendMove[];
}

export interface UnusualAnswer {
  /** The largest difference first. */
  readonly findings: readonly SpendFinding[];
  /** How many smaller ones are left out. */
  readonly left: number;
  /** What was looked at. */
  readonly from: Day;
  readonly to: Day;
  readonly customers: number;
  readonly series: number;
  /** Customers with too few days to say what is usual. */
  readonly young: number;
}

/** A series with what was expected of each day and the bounds of what is usual; NaN where there is no cost, or nothing is known to expect. */
export interface SpendSeries {
  readonly first: Day;
  readonly values: Float64Array;
  readonly expected: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}
