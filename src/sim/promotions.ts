/** Promotions by id (R-070…R-074): which percent a subscription has, and whether it survives the renewal. */
import type { Day } from '../core/days.ts';
import { type Exact, ZERO, divide, fraction, larger, toFloat } from '../core/exact.ts';
import { productKey, skuKey } from '../core/ids.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { type Column, NO_DAY, dayAt, exactAt, textAt } from '../core/table.ts';
import { type TermPlan, termPlan } from './price-rows.ts';

interface PromotionLine {
  readonly product: string;
  readonly sku: string;
  readonly plan: TermPlan;
  /** Share off the price: 0.1 for 10 %. */
  readonly share: Exact;
  readonly start: Day;
  readonly end: Day;
  readonly limits: SeatLimits;
}

/** How many seats a promotion takes; undefined: it states no limit. */
export interface SeatLimits {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export interface SeatGrant {
  readonly granted: boolean;
  /** Seats that the promotion still has; undefined without a maximum. */
  readonly remaining: number | undefined;
}

/**
 * Whether a request for seats gets a promotion of which `used` seats are taken. One that does not is
 * charged at list price as a whole: there is no partial grant.
 */
export function grantSeats({ min = 0, max }: SeatLimits, requested: number, used = 0): SeatGrant {
  const remaining = max === undefined ? undefined : Math.max(0, max - used);
  return { granted: requested >= min && (remaining === undefined || requested <= remaining), remaining };
}

/** What a promotion has to fit: who buys what, on which terms, when, and how much of it. */
export interface PromotionRequest {
  readonly productId: string;
  readonly skuId: string;
  readonly plan: TermPlan;
  readonly day: Day;
  readonly seats: number;
}

/** The imported promotions; a later import adds to an earlier one. */
export class Promotions {
  private readonly lines = new Map<string, PromotionLine[]>();

  constructor(datasets: readonly Dataset[]) {
    for (const { kind, table } of datasets) {
      if (kind !== 'promotions') continue;
      const column = (name: string): Column | undefined => table.columns.get(name);
      for (let row = 0; row < table.rows; row++) {
        const percent = exactAt(column('percent'), row);
        if (!percent) continue;
        const id = promotionKey(textAt(column('promotionId'), row));
        const line: PromotionLine = {
          product: productKey(textAt(column('productId'), row)),
          sku: skuKey(textAt(column('skuId'), row)),
          plan: termPlan(textAt(column('termDuration'), row), textAt(column('billingPlan'), row)),
          share: divide(percent, fraction(100)),
          start: dayAt(column('start'), row) ?? NO_DAY,
          end: dayAt(column('end'), row) ?? -NO_DAY,
          limits: { min: seatsAt(column('minSeats'), row), max: seatsAt(column('maxSeats'), row) },
        };
        this.lines.set(id, [...(this.lines.get(id) ?? []), line]);
      }
    }
  }

  /** The share off the list price under a promotion id, the deepest where several fit; undefined when none does. */
  find(id: string, request: PromotionRequest): Exact | undefined {
    const shares = this.lines.get(promotionKey(id))?.flatMap((line) => (fits(line, request) ? [line.share] : []));
    return shares?.reduce<Exact | undefined>((best, share) => (best ? larger(best, share) : share), undefined);
  }
}

function fits(line: PromotionLine, { productId, skuId, plan, day, seats }: PromotionRequest): boolean {
  return (
    line.product === productKey(productId) &&
    line.sku === skuKey(skuId) &&
    line.plan.toLowerCase() === plan.toLowerCase() &&
    line.start <= day &&
    day <= line.end &&
    grantSeats(line.limits, seats).granted
  );
}

function seatsAt(column: Column | undefined, row: number): number | undefined {
  const seats = exactAt(column, row);
  return seats && toFloat(seats);
}

/** `CFQ7:1:AVAIL` and `CFQ7:0001:AVAIL` are the same promotion. */
export function promotionKey(id: string): string {
  const [product = '', sku, ...rest] = id.trim().toUpperCase().split(':');
  return sku === undefined ? product : [product, skuKey(sku), ...rest].join(':');
}

/** No promotion. */
export const NO_SHARE = ZERO;
