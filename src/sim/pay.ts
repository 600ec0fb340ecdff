/** Who pays (spec §6): the customer's price today, the price each cycle would need, and what the contract allows. */
import type { Day } from '../core/days.ts';
import {
  type Exact,
  ONE,
  ZERO,
  add,
  compare,
  divide,
  fraction,
  multiply,
  parseExact,
  smaller,
  subtract,
} from '../core/exact.ts';
import { roundPrice } from '../core/money.ts';
import type { Clause } from '../core/scenario/scenario.ts';
import type { Figures } from './figures.ts';
import type { Lock } from './lock.ts';
import { type CostAndErp, type ParsedRule, rulePrice } from './margin.ts';
import { noteBit } from './notes.ts';

/** A clause with its decimals and its first day worked out. */
export interface ParsedClause {
  readonly passThrough: boolean;
  /** Share by which a price may rise; undefined: no cap. */
  readonly cap: Exact | undefined;
  /** First day on which a new price counts. */
  readonly from: Day;
  /** As the scenario has it; undefined: there is none. */
  readonly agreed: Clause | undefined;
}

/** without a clause nothing may be passed on. */
export function noClause(asOf: Day): ParsedClause {
  return { passThrough: false, cap: undefined, from: asOf, agreed: undefined };
}

/** A clause whose notice counts from as-of unless the scenario says when it was given; the reader has checked its decimals. */
export function parseClause(clause: Clause, asOf: Day): ParsedClause {
  const cap = clause.capPercent === undefined ? undefined : parseExact(clause.capPercent);
  const noticed = (clause.noticeGiven ?? asOf) + (clause.noticeDays ?? 0);
  const unlocked = clause.priceLockUntil === undefined ? noticed : clause.priceLockUntil + 1;
  return {
    passThrough: clause.passThrough,
    cap: cap && divide(cap, fraction(100)),
    from: Math.max(noticed, unlocked),
    agreed: clause,
  };
}

/** Prices per seat-month for one lock, rule, given price and clause. */
export interface Pay {
  /** What the customer pays today. */
  readonly p0: Exact;
  /** `p0` stands in the file; otherwise a rule made it. */
  readonly given: boolean;
  /** What the rule makes today's price from. */
  readonly basis: CostAndErp;
  readonly rule: ParsedRule;
  readonly clause: ParsedClause;
  readonly clamp: boolean;
  readonly digits: number;
  readonly notes: number;
}

/** Prices of the cycles on one set of figures. */
export interface PayStep {
  /** The price that the rule gives on the EST price. */
  readonly p1: Exact;
  /** What the clause lets the price become. */
  readonly allowed: Exact;
  readonly need: Exact;
  readonly rise: Exact;
  readonly notes: number;
}

interface PayContext {
  readonly lock: Lock;
  readonly rule: ParsedRule;
  readonly given: Exact | undefined;
  readonly clause: ParsedClause;
  readonly clamp: boolean;
  readonly digits: number;
}

function guards(price: Exact, from: CostAndErp): number {
  const below = compare(price, from.cost) < 0 ? noteBit('below-cost') : 0;
  return below | (compare(price, from.erp) > 0 ? noteBit('above-erp') : 0);
}

/** The customer's price of today; a price paid to Microsoft replaces the cost only. */
export function makePay({ lock, rule, given, clause, clamp, digits }: PayContext): Pay {
  const today = { cost: lock.current, erp: lock.erp };
  const p0 = given ?? rulePrice(rule, today, clamp, digits);
  const notes = guards(p0, today);
  return { p0, given: given !== undefined, basis: today, rule, clause, clamp, digits, notes };
}

/** The price that a rule gives on an EST price; the same for all subscriptions with that rule. */
export interface RuledPrice {
  readonly p1: Exact;
  readonly notes: number;
}

/** What the rule of a customer price makes of the EST price of `figures`. */
export function ruledPrice({ rule, clamp, digits }: Pay, { est }: Figures): RuledPrice {
  const from = { cost: est.cost, erp: est.erp };
  const p1 = rulePrice(rule, from, clamp, digits);
  return { p1, notes: guards(p1, from) };
}

/** The prices of a cycle in which the rule gives `p1`. A lower price is passed on in any case. */
export function makePayStep(pay: Pay, { p1, notes }: RuledPrice): PayStep {
  const { p0 } = pay;
  const allowed = allowedPrice(pay, p1);
  const need = subtract(p1, p0);
  // There are as many steps as pairs of prices and clauses: equal values are shared.
  const rise = allowed === p1 ? need : allowed === p0 ? ZERO : subtract(allowed, p0);
  return { p1, allowed, need, rise, notes };
}

/** What the clause lets a price become that the rule would raise or lower to `p1`. */
export function allowedPrice(pay: Pay, p1: Exact): Exact {
  return compare(p1, pay.p0) <= 0 ? p1 : pay.clause.passThrough ? capped(p1, pay) : pay.p0;
}

function capped(p1: Exact, pay: Pay): Exact {
  const highest = highestPrice(pay);
  return highest ? smaller(p1, highest) : p1;
}

/** The price up to which the clause's cap lets today's rise; undefined: there is no cap. */
export function highestPrice({ p0, clause, digits }: Pay): Exact | undefined {
  return clause.cap && roundPrice(multiply(p0, add(ONE, clause.cap)), digits);
}
