/** What the engine takes and gives. All amounts are minor units of the row's currency, all days UTC. */
import type { Column, Table } from '../core/table.ts';
import type { Day, Month } from '../core/days.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Minor } from '../core/money.ts';
import type { RateSource } from '../core/scenario/rate-source.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { SUBSCRIPTION_COLUMNS } from '../core/schema/columns.ts';
import type { Dataset } from '../core/schema/dataset.ts';

/** The period of a simulation: from `asOf` (inclusive) to `asOf + horizonMonths` (exclusive). */
export interface Window {
  readonly asOf: Day;
  readonly horizonMonths: number;
}

export interface SimulationRequest {
  readonly scenario: Scenario;
  readonly window: Window;
  /** Only these rows of the portfolio, in ascending order; undefined: all. */
  readonly rows?: Uint32Array;
}

/** What happens at the term end, in the order in which the spec decides it. */
export const OUTCOMES = ['excluded', 'in-est', 'renews', 'cancels', 'est-chosen', 'est-drift', 'lapses'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The amounts that every exposed subscription, month and total has. */
export const AMOUNTS = [
  'est',
  'current',
  'renew',
  'extra',
  'promotion',
  'listMove',
  'commitment',
  'estUplift',
  'currencyMove',
  'passed',
  'delayed',
  'absorbed',
  'margin',
] as const;
export type Amount = (typeof AMOUNTS)[number];
export type Amounts = Readonly<Record<Amount, Minor>>;

export interface Totals extends Amounts {
  readonly currency: string;
  /** Accepted rows of this currency, whatever their outcome. */
  readonly subscriptions: number;
  readonly exposed: number;
  readonly atRisk: number;
  readonly unpriced: number;
}

export interface MonthTotals extends Amounts {
  readonly month: Month;
  readonly currency: string;
}

export interface Unpriced {
  /** Row of the portfolio table. */
  readonly row: number;
  readonly id: string;
  readonly reason: string;
}

/**
 * Names of the columns in `Simulation.table`: one row per accepted subscription that can be priced, in the order of the
 * portfolio. Unit figures and cliff steps are texts with two to ten digits. Amounts stand beside it, see `Simulation.amounts`.
 */
export const RESULT_COLUMNS = {
  /** Row of the portfolio table. */
  row: 'count',
  id: 'text',
  customerId: 'text',
  customer: 'text',
  product: 'text',
  productId: 'text',
  skuId: 'text',
  segment: 'text',
  termDuration: 'text',
  billingPlan: 'text',
  seats: 'decimal',
  currency: 'text',
  termEnd: 'day',
  /** First EST day of exposed rows: the day after the term end, or as-of for rows already in EST. */
  estFrom: 'day',
  /** The day on which the EST ends or the window does (exclusive). */
  estTo: 'day',
  /** Calendar months of the first and the last cycle inside the window; 0 when not exposed. */
  firstMonth: 'count',
  lastMonth: 'count',
  outcome: 'text',
  rule: 'text',
  exposed: 'flag',
  currentUnit: 'text',
  estUnit: 'text',
  renewUnit: 'text',
  /** list, monthly, noMonthly or assumed. */
  estSource: 'text',
  cliffPromotion: 'text',
  cliffListMove: 'text',
  cliffCommitment: 'text',
  cliffEstUplift: 'text',
  cliffCurrency: 'text',
  /** Space-separated note codes in alphabetical order. */
  notes: 'text',
} as const satisfies Readonly<Record<string, Column['kind']>>;

/** The result columns that are cells of the portfolio, with their names there. */
export const PORTFOLIO_COLUMNS = {
  id: 'subscriptionId',
  customerId: 'customerId',
  customer: 'customerName',
  productId: 'productId',
  skuId: 'skuId',
  segment: 'segment',
  termDuration: 'termDuration',
  billingPlan: 'billingPlan',
  seats: 'quantity',
  currency: 'currency',
  termEnd: 'commitmentEnd',
} as const satisfies Partial<Record<keyof typeof RESULT_COLUMNS, keyof typeof SUBSCRIPTION_COLUMNS>>;

/** The rate of one currency of the totals. */
export interface ReportingRate {
  readonly currency: string;
  /** Units of the reporting currency for 1 of `currency`, up to ten digits. */
  readonly rate: string;
  readonly sources: readonly RateSource[];
}

export interface Reporting {
  readonly currency: string;
  /** The day whose rates count. */
  readonly day: Day;
  readonly rates: readonly ReportingRate[];
  /** Currencies without a rate; while there is one there are no sums. */
  readonly missing: readonly string[];
  /** Each the exact sum over all currencies, rounded once, in minor units of the reporting currency. */
  readonly amounts: Amounts | undefined;
}

/** What a simulation adds up: known before its rows are gathered. */
export interface SimulationSums {
  readonly totals: readonly Totals[];
  readonly months: readonly MonthTotals[];
  /** The totals in the scenario's reporting currency; absent without one. */
  readonly reporting?: Reporting;
}

export interface Simulation extends SimulationSums {
  readonly window: Window;
  /** Columns of `RESULT_COLUMNS`. */
  readonly table: Table;
  /** Minor units of the row's currency, one array per amount, as long as the table; zero where a row is not exposed. */
  readonly amounts: Readonly<Record<Amount, Float64Array>>;
  readonly unpriced: readonly Unpriced[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A SKU that may be the EST twin of another but does not prove it; shown for the user to confirm or refuse. */
export interface TwinCandidate {
  readonly productId: string;
  readonly skuId: string;
  readonly baseSkuId: string;
  readonly skuTitle: string;
  readonly segment: string;
  readonly market: string;
  readonly currency: string;
  /** EST price ÷ base's monthly price, decimal text with four digits; empty when the base has no monthly row. */
  readonly ratio: string;
}

/** A row of an imported file. */
export interface FileRow {
  readonly file: string;
  /** Line in the file; undefined when the source has no lines. */
  readonly line: number | undefined;
}

/** The datasets that a simulation reads, in import order. */
export interface EngineInputs {
  readonly datasets: readonly Dataset[];
}
