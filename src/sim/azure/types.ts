/** Azure consumption as the engine holds and answers it. */
import type { Day, Month } from '../../core/days.ts';
import type { DatasetKind } from '../../core/schema/dataset.ts';
import type { TextColumn } from '../../core/table.ts';

/** By what consumption is told apart; tags besides, as `tag:<key>`. */
export const USAGE_DIMENSIONS = [
  'customer',
  'subscription',
  'resourceGroup',
  'category',
  'subCategory',
  'meter',
  'region',
  'resource',
  'credit',
] as const;
export type UsageDimension = (typeof USAGE_DIMENSIONS)[number] | `tag:${string}`;

/**
 * `cost`: what the partner owes, in billing currency, after the earned credit. `list`: the same before it. `credit`: list − cost.
 * `priced`: cost in pricing currency. `retail`: list with the query's markup. `quantity`: units of the meter.
 */
export const USAGE_MEASURES = ['cost', 'list', 'credit', 'retail', 'priced', 'quantity'] as const;
export type UsageMeasure = (typeof USAGE_MEASURES)[number];

/**
 * Exact decimals as three whole parts, all with the value's sign: `whole + nano / 10^9 + atto / 10^18`. Sums of each part stay
 * exact in floats for more rows than fit in memory. An empty cell is zero.
 */
export interface AmountColumn {
  readonly whole: Float64Array;
  readonly nano: Int32Array;
  readonly atto: Int32Array;
  /** The few cells with more digits, as decimal text; zero in the parts. */
  readonly beyond: ReadonlyMap<number, string>;
}

/** What never has earned credit. */
export const CREDIT_EXCLUSIONS = ['reservation', 'savings-plan', 'third-party', 'spot'] as const;
export type CreditExclusion = (typeof CREDIT_EXCLUSIONS)[number];

/** All consumption that counts, from all files, one row for each of theirs. No row counts twice: see `UsageReplacement`. */
export interface Usage {
  readonly rows: number;
  /** UTC days. */
  readonly days: Int32Array;
  readonly dimensions: Readonly<Record<(typeof USAGE_DIMENSIONS)[number], TextColumn>>;
  /** Names beside ids of customers and subscriptions, by the id in lower case. */
  readonly names: ReadonlyMap<string, string>;
  /** JSON texts as they came. */
  readonly tags: TextColumn;
  readonly unit: TextColumn;
  /** As the files have it: the name of a meter is not its own. */
  readonly meterId: TextColumn;
  readonly cost: AmountColumn;
  readonly billingCurrency: TextColumn;
  readonly priced: AmountColumn;
  readonly pricingCurrency: TextColumn;
  readonly quantity: AmountColumn;
  /** Unit price before the earned credit, in pricing currency, as floats for drawing; NaN: the file has none. */
  readonly unitPrice: Float64Array;
  /** The file's own rate from pricing to billing currency, as floats for drawing; NaN: the file has none. */
  readonly rate: Float64Array;
  /** Percent of earned credit in it, 0 or 15 mostly; NaN: the file doesn't say. */
  readonly earnedPercent: Float64Array;
  /** The percent that the file names, whether it was applied or not. */
  readonly namedPercent: Float64Array;
  /** 0: it may have earned credit; else the place in `CREDIT_EXCLUSIONS`, from 1 on, of why it may not. */
  readonly excluded: Uint8Array;
  /** 1: no invoice has it yet. */
  readonly unbilled: Uint8Array;
  /** Position in `facts.sources`. */
  readonly source: Uint16Array;
  readonly facts: UsageFacts;
}

export interface UsageSource {
  readonly dataset: string;
  readonly file: string;
  readonly kind: DatasetKind;
  readonly rows: number;
  /** Rows of it that count. */
  readonly counted: number;
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
}

/** Rows of one file that don't count, because another file says the same. */
export interface UsageReplacement {
  readonly source: number;
  readonly by: number;
  readonly reason: 'newer' | 'billed' | 'preferred-source';
  readonly rows: number;
  readonly from: Day;
  readonly to: Day;
  /** What they would have added, by currency, as decimal text. */
  readonly cost: Readonly<Record<string, string>>;
}

export interface UsageFacts {
  readonly sources: readonly UsageSource[];
  readonly replaced: readonly UsageReplacement[];
  /** Exact sums of what counts, by billing currency, as decimal text. */
  readonly totals: Readonly<Record<string, string>>;
  /** Billing currencies, the one with most rows first. */
  readonly currencies: readonly string[];
  readonly from: Day;
  /** The last day that has rows. */
  readonly to: Day;
  /** The last day that may be taken as complete: later days are still filling (data lag). */
  readonly completeTo: Day;
  /** How many different texts each dimension has. */
  readonly counts: Readonly<Record<string, number>>;
  readonly tagKeys: readonly string[];
}

export interface UsageFilter {
  /** Amounts are never added over currencies. Billing currency; of `priced` the pricing currency. */
  readonly currency: string;
  readonly from?: Day;
  /** The last day. */
  readonly to?: Day;
  /** Rows whose text of each dimension is among these. */
  readonly only?: ReadonlyMap<UsageDimension, ReadonlySet<string>>;
}

export interface UsageQuery {
  readonly filter: UsageFilter;
  /** None, one or two. */
  readonly by: readonly UsageDimension[];
  readonly period?: 'day' | 'month';
  readonly measure: UsageMeasure;
  /** Only so many groups of the first dimension, the largest by size of their sum; the others are one group more, `REST`. */
  readonly top?: number;
  /** Percent of the scenario; for `retail`. */
  readonly markupPercent?: string;
}

/** One cell for each group and period that has rows, groups by falling sum, periods rising. */
export interface UsageGroups {
  /** Texts of each group, one for each dimension asked for; `REST` for what is folded. */
  readonly groups: readonly (readonly string[])[];
  /** The same as people know them: names of customers and subscriptions instead of their ids, where a file has one. */
  readonly names: readonly (readonly string[])[];
  /** Exact sum of each group over all periods, decimal text. */
  readonly totals: readonly string[];
  readonly group: Uint32Array;
  /** Days or months; zeros without a period. */
  readonly period: Int32Array;
  /** For drawing. */
  readonly value: Float64Array;
  /** Exact, decimal text. */
  readonly exact: readonly string[];
  readonly rows: Uint32Array;
  /** Exact sum of everything, decimal text. */
  readonly sum: string;
  /** Units of the meters in it, ten at most: quantities of several units have no sum that means something. */
  readonly units: readonly string[];
}

/** Why a month costs something else than the one before. */
export const MONTH_STEPS = ['gone', 'new', 'quantity', 'price'] as const;

/** Decimal texts in billing currency; the steps add up from `before` to `after` but for the 18th digit. */
export interface MonthBridge {
  readonly month: Month;
  readonly before: string;
  readonly after: string;
  /** In the order of `MONTH_STEPS`. */
  readonly steps: readonly string[];
}

/** The name of what is folded together: no text of a file is this one. */
export const REST = '\u0000rest';
