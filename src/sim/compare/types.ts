/** Scenarios side by side on one portfolio: what is asked, and what comes of it. */
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { TextColumn } from '../../core/table.ts';
import type { Amount, MonthTotals, Totals, Window } from '../types.ts';

/** Fewer are no comparison, more fit no screen. */
export const LEAST_SCENARIOS = 2;
export const MOST_SCENARIOS = 6;

export interface NamedScenario {
  readonly id: string;
  readonly name: string;
  readonly scenario: Scenario;
}

export interface CompareRequest {
  /** Two to six. */
  readonly scenarios: readonly NamedScenario[];
  readonly window: Window;
  /** Only these rows of the portfolio, in ascending order; undefined: all. */
  readonly rows?: Uint32Array;
  /** Also the subscriptions that are the same in every scenario. */
  readonly unchangedToo?: boolean;
}

/** Scenarios that are through. */
export interface CompareProgress {
  readonly done: number;
  readonly of: number;
}

/** The sums of one scenario, by currency and by month and currency; never added over currencies. */
export interface ScenarioSums {
  readonly id: string;
  readonly name: string;
  readonly totals: readonly Totals[];
  readonly months: readonly MonthTotals[];
}

/** What becomes of the compared subscriptions in one scenario; an entry for each row of `ComparedRows.row`. */
export interface ScenarioRows {
  /** One more than the place in `OUTCOMES`; 0 where the scenario has no price. */
  readonly outcome: Uint8Array;
  /** Codes into `ComparedRows.currencies`; 0 where the scenario has no price. */
  readonly currency: Uint16Array;
  /** Minor units of that currency; zero where not exposed, and without a price. */
  readonly amounts: Readonly<Record<Amount, Float64Array>>;
}

export interface ComparedRows {
  /** Rows of the portfolio, ascending; those that no scenario can price are left out. */
  readonly row: Uint32Array;
  readonly product: TextColumn;
  /** The first is the empty text. */
  readonly currencies: readonly string[];
  /** In the order of the request. */
  readonly scenarios: readonly ScenarioRows[];
}

/** A customer whose extra is not the same in every scenario. */
export interface ComparedCustomer {
  readonly customerId: string;
  /** The name, or the id where no file names it. */
  readonly name: string;
  readonly currency: string;
  /** Minor units, in the order of the scenarios. */
  readonly extra: readonly number[];
}

export interface Comparison {
  readonly window: Window;
  /** In the order of the request. */
  readonly scenarios: readonly ScenarioSums[];
  /** Currencies of any scenario, in alphabetical order. */
  readonly currencies: readonly string[];
  readonly rows: ComparedRows;
  /** Subscriptions that were looked at. */
  readonly compared: number;
  /** By currency, then the largest difference between scenarios first, then by name and id. */
  readonly customers: readonly ComparedCustomer[];
}
