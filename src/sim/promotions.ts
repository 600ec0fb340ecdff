/** Promotions by id (R-070…R-074): which percent a subscription has, and whether it survives the renewal. */
import type { Day } from '../core/days.ts';
import { type Exact, ZERO, divide, fraction } from '../core/exact.ts';
import { productKey, skuKey } from '../core/ids.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { NO_DAY, dayAt, exactAt, textAt } from '../core/table.ts';
import { type TermPlan, termPlan } from './price-rows.ts';

interface PromotionLine {
  readonly product: string;
  readonly sku: string;
  readonly plan: TermPlan;
  /** Share off the price: 0.1 for 10 %. */
  readonly share: Exact;
  readonly start: Day;
  readonly end: Day;
}

/** The imported promotions; a later import adds to an earlier one. */
export class Promotions {
  private readonly lines = new Map<string, PromotionLine[]>();

  constructor(datasets: readonly Dataset[]) {
    for (const { kind, table } of datasets) {
      if (kind !== 'promotions') continue;
      const column = (name: string): ReturnType<typeof table.columns.get> => table.columns.get(name);
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
        };
        this.lines.set(id, [...(this.lines.get(id) ?? []), line]);
      }
    }
  }

  /** The share off the list price under a promotion id on a day; undefined when none fits. */
  find(id: string, sku: { productId: string; skuId: string }, plan: TermPlan, day: Day): Exact | undefined {
    const lines = this.lines.get(promotionKey(id));
    return lines?.find(
      (line) =>
        line.product === productKey(sku.productId) &&
        line.sku === skuKey(sku.skuId) &&
        line.plan.toLowerCase() === plan.toLowerCase() &&
        line.start <= day &&
        day <= line.end,
    )?.share;
  }

  get isEmpty(): boolean {
    return this.lines.size === 0;
  }
}

/** `CFQ7:1:AVAIL` and `CFQ7:0001:AVAIL` are the same promotion. */
function promotionKey(id: string): string {
  const [product = '', sku, ...rest] = id.trim().toUpperCase().split(':');
  return sku === undefined ? product : [product, skuKey(sku), ...rest].join(':');
}

/** No promotion. */
export const NO_SHARE = ZERO;
