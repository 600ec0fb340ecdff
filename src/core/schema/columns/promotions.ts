/** Promotions. */
import type { Kinds } from './kinds.ts';

/** Columns of `promotions`: one row per required product of a promotion. */
export const PROMOTION_COLUMNS = {
  promotionId: 'text',
  name: 'text',
  productId: 'text',
  skuId: 'text',
  termDuration: 'text',
  billingPlan: 'text',
  /** Percent off the partner's price; `5` means 5 %. */
  percent: 'decimal',
  start: 'day',
  end: 'day',
  /** Empty when the promotion states none. */
  minSeats: 'decimal',
  maxSeats: 'decimal',
} as const satisfies Kinds;
