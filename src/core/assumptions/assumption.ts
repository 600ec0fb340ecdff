/** One number that a simulation is asked with, as a handle: what it is now, how far it may go, and how it is set. */
import type { Day } from '../days.ts';
import type { DecimalText } from '../scenario/decimal.ts';
import type { AssumptionPath } from '../scenario/notes.ts';
import type {
  Clause,
  Decision,
  EstAssumptions,
  FxShock,
  MarginRule,
  PriceChange,
  Scenario,
} from '../scenario/scenario.ts';

/** What a simulation is asked with, apart from the rows. */
export interface Assumed {
  readonly scenario: Scenario;
  readonly window: { readonly asOf: Day; readonly horizonMonths: number };
}

/** `percent`: 3 means 3 %. `date`: the number of the day, see `Day`. `money`: major units of the row's currency. */
export type AssumptionUnit = 'percent' | 'days' | 'date' | 'months' | 'money';

/** What an assumption speaks of, for its words. */
export type AssumptionSubject =
  | { readonly kind: 'est'; readonly key: NumericEstKey }
  | { readonly kind: 'window'; readonly key: 'asOf' | 'horizonMonths' }
  | { readonly kind: 'price'; readonly key: 'value' | 'from'; readonly place: number; readonly change: PriceChange }
  | { readonly kind: 'decision'; readonly place: number; readonly decision: Decision }
  | { readonly kind: 'margin'; readonly level: MarginLevel; readonly id: string; readonly rule: MarginRule }
  | { readonly kind: 'clause'; readonly key: ClauseKey; readonly customerId: string }
  | { readonly kind: 'fx'; readonly key: 'percent' | 'from'; readonly place: number; readonly shock: FxShock };

export type NumericEstKey = Exclude<keyof EstAssumptions, 'noMonthlyBase' | 'listRows' | 'twins'>;
export type ClauseKey = Exclude<keyof Clause, 'passThrough'>;
export type MarginLevel = 'business' | 'customer' | 'subscription';

export interface Assumption {
  /** As cards name it. */
  readonly path: AssumptionPath;
  readonly subject: AssumptionSubject;
  readonly unit: AssumptionUnit;
  /** The finest step is 10^−digits of the unit. */
  readonly digits: number;
  /** The present value in the unit; of an open one the value that comes nearest to it. */
  readonly value: DecimalText;
  /** Nothing is set: the bridge runs on to the horizon, the clause has no cap. */
  readonly open: boolean;
  readonly min: DecimalText;
  readonly max: DecimalText;
  /** The file writes 3 % as `0.03`. */
  readonly isShare: boolean;
  /** Everything as it was but for this value, which is in the unit. */
  set<T extends Assumed>(assumed: T, value: DecimalText): T;
}
