/** Promotions on new purchases: half of them have ended by as-of, so what was bought with them loses its discount at renewal. */
import { type Day, addMonths } from '../core/days.ts';
import { PRODUCTS } from './catalogue.ts';
import { type Plan, type Sku, skusOf } from './price-rows.ts';

export interface Promotion {
  readonly id: string;
  readonly name: string;
  readonly sku: Sku;
  readonly plan: Plan;
  /** Whole percent off the partner's price. */
  readonly percent: number;
  readonly start: Day;
  readonly end: Day;
}

/** Product, percent, and the window in months around as-of. */
const OFFERS: readonly (readonly [id: string, percent: number, from: number, to: number])[] = [
  ['T1BP', 15, -14, -3],
  ['T1BS', 10, -16, -4],
  ['T1E3', 10, -13, 5],
  ['T1E5', 15, -13, -2],
  ['T3CP', 20, -12, 9],
  ['T2TP', 12, -15, -5],
  ['T8BE', 25, -18, -1],
  ['T4S3', 5, -10, 12],
];

/** All promotions of the sample; each covers an annual term with either billing plan. */
export function makePromotions(asOf: Day): readonly Promotion[] {
  return OFFERS.flatMap(([id, percent, from, to]) => {
    const product = PRODUCTS.find((candidate) => candidate.productId.endsWith(id));
    const sku = product && skusOf(product)[0];
    if (sku === undefined) throw new Error(`INTERNAL: no product ${id} for a promotion`);
    const window = { sku, percent, start: addMonths(asOf, from), end: addMonths(asOf, to) };
    const name = `${sku.skuTitle} ${String(percent)} % off`;
    return (['Annual', 'Monthly'] as const).map((plan, index) => {
      return {
        ...window,
        id: `39NFJQT1${id}:000${String(index + 1)}:39NFJQT1Q${id.slice(1)}`,
        name: `${name}, ${plan}`,
        plan,
      };
    });
  });
}

/** The promotion that a purchase gets on a day. */
export function promotionFor(promotions: readonly Promotion[], sku: Sku, plan: Plan, day: Day): Promotion | undefined {
  return promotions.find((promotion) => {
    const fits = promotion.sku.product === sku.product && promotion.sku.skuId === sku.skuId && promotion.plan === plan;
    return fits && promotion.start <= day && day <= promotion.end;
  });
}
