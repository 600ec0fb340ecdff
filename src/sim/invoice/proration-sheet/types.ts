/** A user's question about one change of a subscription, and what Microsoft's texts let expect on the invoice. Amounts are minor units. */
import type { Day } from '../../../core/days.ts';
import type { Exact } from '../../../core/exact.ts';
import type { Minor } from '../../../core/money.ts';
import type { TermPlan } from '../../price-rows.ts';
import type { ChargeCycle, MonthEndRule } from '../charge-cycle.ts';
import type { LegacyAmounts } from '../legacy-proration.ts';
import type { SeatLine } from '../seat-lines.ts';

/** What can be asked, by charge type. */
export const SHEET_EVENTS = [
  'addQuantity',
  'removeQuantity',
  'cancelImmediate',
  'new',
  'renew',
  'cycleCharge',
  'convert',
  'moveQuantity',
] as const;
export type SheetEvent = (typeof SHEET_EVENTS)[number];

export const SHEET_PLANS = [
  'P1M/Monthly',
  'P1Y/Monthly',
  'P1Y/Annual',
  'P3Y/Monthly',
  'P3Y/Annual',
  'P3Y/Triennial',
] as const satisfies readonly TermPlan[];
export type SheetPlan = (typeof SHEET_PLANS)[number];

export interface ProrationQuestion {
  readonly event: SheetEvent;
  readonly plan: SheetPlan;
  /** First day of the term. */
  readonly termStart: Day;
  /** On which it happens; of a charge for a whole cycle any day of it. */
  readonly day: Day;
  readonly before: number;
  readonly after: number;
  /** Per seat and whole cycle. */
  readonly price: Exact;
  /** Of the product that seats move to. */
  readonly targetPrice: Exact;
  /** Digits of the currency after the point. */
  readonly digits: number;
}

export interface SheetLine extends SeatLine {
  /** By the pages of before new commerce, with the line's sign. */
  readonly legacy: LegacyAmounts;
}

/** Whether the day of cancelling is given back too or not (the page on software subscriptions). */
export type CancelDay = 'given-back' | 'charged';

/** One way to read Microsoft's texts. */
export interface ProrationReading {
  readonly monthEnd: MonthEndRule;
  readonly cancelDay: CancelDay;
  readonly cycle: ChargeCycle;
  readonly lines: readonly SheetLine[];
  /** Sums of the lines by either rounding of R-103. */
  readonly cutProduct: Minor;
  readonly cutUnit: Minor;
}

/** What Microsoft's texts disagree about here: rounding (D-12), cycles near a month's end (D-19), the day of cancelling (D-07). */
export type Disagreement = 'rounding' | 'month-end' | 'cancel-day';

export type ProrationTrouble = 'before-term' | 'after-term' | 'no-change' | 'no-seats';

export interface ProrationResult {
  /** The reading that published examples of this case follow comes first. */
  readonly readings: readonly [ProrationReading, ...ProrationReading[]];
  readonly disagreements: readonly Disagreement[];
  /** Days from the start of the term to the day, of the seven in which seats can be given back. */
  readonly daysIn: number;
  /** At the end of the day's month, told from the lines alone; undefined: they can't tell. */
  readonly seatsAtMonthEnd: Exact | undefined;
}

/** A price that the sheet can begin with: of a subscription of the portfolio, or of a price list. */
export interface PriceCandidate {
  readonly id: string;
  readonly source: 'subscription' | 'list';
  /** Empty for a price list. */
  readonly customer: string;
  readonly product: string;
  readonly plan: SheetPlan;
  readonly currency: string;
  /** Per seat and whole cycle: decimal text. */
  readonly price: string;
  /** `paid`: the portfolio's file says so; `billed`: told from an invoice; `list`: the list that was in force when the term began, or on the day. */
  readonly from: 'paid' | 'billed' | 'list';
  readonly seats: number | undefined;
  readonly termStart: Day | undefined;
}
