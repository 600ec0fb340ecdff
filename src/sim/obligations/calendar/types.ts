/** The calendar of obligations: dated events of all kinds in one list. Amounts are minor units of their currency, days UTC. */
import type { Day } from '../../../core/days.ts';
import type { Minor } from '../../../core/money.ts';
import { DATED_PARTS } from '../../../core/obligations/dated.ts';
import type { Obligations } from '../../../core/obligations/obligations.ts';
import type { Outcome, SimulationRequest } from '../../types.ts';

export const DUE_KINDS = [...DATED_PARTS, 'lock', 'term-end', 'refund', 'promotion', 'prices', 'est'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Days ahead that the calendar reaches. */
export const DAYS_AHEAD = 366;
/** Days back to which it shows what has passed. */
export const DAYS_BACK = 366;

export interface DueAmount {
  readonly currency: string;
  readonly amount: Minor;
}

interface EventBase {
  /** The same over every calculation; no two events of a calendar share it. */
  readonly id: string;
  /** The last day on which it can be seen to; of what only happens, the day on which it does. */
  readonly day: Day;
  /** Id in the rule book or the book of obligations; empty where the user said it. */
  readonly rule: string;
  /** Customer, agreement, list or promotion; empty where it is the partner. */
  readonly about: string;
  /** Empty where it is about no single customer. */
  readonly customerId: string;
}

/** What a part of the obligations, or the book, tells in words. */
export interface SaidEvent extends EventBase {
  readonly kind: 'register' | 'programme' | 'terms' | 'readiness' | 'rules';
  readonly what: string;
  readonly ifMet: string;
  readonly ifMissed: string;
  readonly isDone: boolean;
  /** Name of the user's rules that the day comes from; empty where it comes with Termwise. */
  readonly own: string;
}

/** The subscriptions of one customer whose terms end on one day, or of the customers beyond those that are named. */
export interface TermEvent extends EventBase {
  /** `lock`: the last whole day on which changes for the term end can be scheduled. */
  readonly kind: 'lock' | 'term-end';
  readonly termEnd: Day;
  readonly subscriptions: number;
  /** Customers that are folded into the event; 1 where it is one. */
  readonly customers: number;
  /** What happens to how many of them as things stand. */
  readonly outcomes: Readonly<Partial<Record<Outcome | 'unpriced', number>>>;
  /** What they cost a month now. */
  readonly perMonth: readonly DueAmount[];
  /** What a month in EST costs more for those that go there. */
  readonly more: readonly DueAmount[];
}

/** Refund windows of one customer that close on one day. */
export interface RefundEvent extends EventBase {
  readonly kind: 'refund';
  readonly windows: number;
  readonly customers: number;
  /** What would come back today. */
  readonly amounts: readonly DueAmount[];
}

/** Promotions that end on a day. */
export interface PromotionEvent extends EventBase {
  readonly kind: 'promotion';
  readonly promotions: number;
  /** Subscriptions that hold one of them. */
  readonly subscriptions: number;
}

/** Something that happens to prices: rows of a list that begin or end, or a change that the scenario supposes. */
export interface PriceEvent extends EventBase {
  readonly kind: 'prices';
  readonly what: 'begin' | 'end' | 'preview' | 'supposed' | 'currency';
  /** Rows of the list; 0 where it is no list. */
  readonly rows: number;
}

/** A milestone of the Extended Service Term. */
export interface EstEvent extends EventBase {
  readonly kind: 'est';
  /** In the rule book. */
  readonly milestone: string;
}

export type DueEvent = SaidEvent | TermEvent | RefundEvent | PromotionEvent | PriceEvent | EstEvent;

export interface CalendarRequest {
  readonly simulation: SimulationRequest;
  readonly obligations: Obligations;
  /** By the subscription's id as it is matched. */
  readonly seatsWanted: ReadonlyMap<string, number>;
}

export interface DueCalendar {
  readonly asOf: Day;
  /** In the order of days. */
  readonly events: readonly DueEvent[];
  /** Billed lines that nobody has looked at yet: their refund windows are not in it. */
  readonly unreadLines: number;
}

/** Subscriptions that are through. */
export interface CalendarProgress {
  readonly done: number;
  readonly of: number;
}
