/** The rounded amounts of one EST cycle (spec §§4–6), in minor units. */
import { roundShare } from '../core/money.ts';
import { roundHalfAway, type Exact } from '../core/exact.ts';
import type { Figures } from './figures.ts';
import type { Pay, PayStep } from './pay.ts';
import { AMOUNTS, type Amount } from './types.ts';

/** Position of each amount in a vector of amounts. */
export const SLOT = Object.fromEntries(AMOUNTS.map((name, index) => [name, index])) as Readonly<Record<Amount, number>>;

/** How a cycle is used. */
export interface CycleUse {
  readonly days: number;
  readonly used: number;
  /** The unused days were charged and are refunded by the day. */
  readonly refunded: boolean;
  /** How many of them are: D-07 may leave the day of cancelling out. */
  readonly refundDays: number;
  /** The clause lets the new price count. */
  readonly passes: boolean;
}

/** What the cycle's amounts are made from. */
export interface CyclePrices {
  readonly figures: Figures;
  readonly renew: Exact;
  readonly renewSeats: number;
  readonly pay: Pay;
  readonly step: PayStep;
  readonly seats: number;
  /** Minor units per major unit: 10^digits. */
  readonly scale: number;
}

/** `hu2(amount × used / days)` of an amount that is already rounded. */
function shareOfAmount(amount: number, used: number, days: number): number {
  const top = amount * used;
  if (Number.isSafeInteger(2 * top)) {
    const magnitude = Math.abs(top);
    const rest = magnitude % days;
    const rounded = (magnitude - rest) / days + (2 * rest >= days ? 1 : 0);
    return top < 0 ? 0 - rounded : rounded;
  }
  return Number(roundHalfAway(BigInt(amount) * BigInt(used), BigInt(days)));
}

/** EST of the cycle: charged up front, refunded by the day at an early end, else by the days inside the window. */
function estAmount({ figures, seats, scale }: CyclePrices, use: CycleUse): number {
  const charge = roundShare(figures.est.cost, seats, 1, scale);
  if (use.used === use.days) return charge;
  if (use.refunded) return charge - seats * roundShare(figures.est.cost, use.refundDays, use.days, scale);
  return shareOfAmount(charge, use.used, use.days);
}

/** Fills `target` with the amounts of a cycle, in the order of `AMOUNTS`. */
export function cycleAmounts(target: Float64Array, prices: CyclePrices, use: CycleUse): void {
  const { figures, step, pay, scale } = prices;
  const whole = use.used === use.days;
  const factor = whole ? prices.seats : prices.seats * use.used;
  const divisor = whole ? 1 : use.days;
  const part = (unit: Exact): number => roundShare(unit, factor, divisor, scale);
  const est = estAmount(prices, use);
  const current = part(figures.lock.current);
  const promotion = part(figures.lock.promotion);
  const listMove = part(figures.listMove);
  const commitment = part(figures.commitment);
  const currency = part(figures.currency);
  const rise = part(step.rise);
  const passed = use.passes ? rise : 0;
  const delayed = use.passes ? 0 : rise;
  target[SLOT.est] = est;
  target[SLOT.current] = current;
  target[SLOT.renew] = roundShare(
    prices.renew,
    whole ? prices.renewSeats : prices.renewSeats * use.used,
    divisor,
    scale,
  );
  target[SLOT.extra] = est - current;
  target[SLOT.promotion] = promotion;
  target[SLOT.listMove] = listMove;
  target[SLOT.commitment] = commitment;
  target[SLOT.estUplift] = est - current - promotion - listMove - commitment - currency;
  target[SLOT.currencyMove] = currency;
  target[SLOT.passed] = passed;
  target[SLOT.delayed] = delayed;
  target[SLOT.absorbed] = part(step.need) - passed - delayed;
  target[SLOT.margin] = part(use.passes ? step.allowed : pay.p0) - est;
}
