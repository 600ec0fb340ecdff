import { describe, expect, it } from 'vitest';
import {
  type PromotionCells,
  type SubscriptionCells,
  portfolio,
  price,
  priceList,
  promotions,
  result,
  results,
} from '../support/books.ts';

const LIST = priceList([price('P1Y/Annual', '120', '144'), price('P1M/Monthly', '12', '14.40')]);
const ID = 'PRODUCT:0001:AVAIL';
const PROMOTION: PromotionCells = {
  promotionId: ID,
  productId: 'PRODUCT',
  skuId: '1',
  termDuration: 'P1Y',
  billingPlan: 'annual',
  percent: '15',
  start: '2025-11-01',
  end: '2026-01-31',
};

function bought(cells: SubscriptionCells, change: PromotionCells = {}) {
  return result([LIST, portfolio([cells]), promotions([{ ...PROMOTION, ...change }])]);
}

describe('promotions', () => {
  it('take their percent off the cost when product, SKU, term, plan and day fit', () => {
    const { currentUnit, cliff, notes } = bought({ promotionId: 'product:1:avail' });
    expect({ currentUnit, promotion: cliff.promotion, notes }).toEqual({
      currentUnit: '8.50',
      promotion: '1.50',
      notes: [],
    });
  });

  it.each<[string, PromotionCells]>([
    ['another product', { productId: 'OTHER' }],
    ['another SKU', { skuId: '2' }],
    ['another term', { termDuration: 'P3Y' }],
    ['another billing plan', { billingPlan: 'Monthly' }],
    ['a window that ended before the purchase', { end: '2025-11-30' }],
    ['a window that began after the purchase', { start: '2025-12-02' }],
    ['more seats than its maximum', { maxSeats: '9' }],
    ['fewer seats than its minimum', { minSeats: '11' }],
  ])('leave the list price, with a note, for %s', (_, change) => {
    const { currentUnit, cliff, notes } = bought({ promotionId: ID }, change);
    expect({ currentUnit, promotion: cliff.promotion, notes }).toEqual({
      currentUnit: '10.00',
      promotion: '0.00',
      notes: ['promotion-unknown'],
    });
  });

  it('take the first and last seat of their limits', () => {
    expect(bought({ promotionId: ID }, { minSeats: '10', maxSeats: '10' }).currentUnit).toBe('8.50');
  });

  it('tell subscriptions of different size apart', () => {
    const rows = ['1000', '1001'].map((quantity) => ({ quantity, promotionId: ID }));
    const { subscriptions } = results([LIST, portfolio(rows), promotions([{ ...PROMOTION, maxSeats: '1000' }])]);
    expect(subscriptions.map(({ currentUnit }) => currentUnit)).toEqual(['8.50', '10.00']);
  });

  it('give the deeper of two that fit', () => {
    const lines = [PROMOTION, { ...PROMOTION, percent: '20' }, { ...PROMOTION, percent: '10' }];
    expect(result([LIST, portfolio([{ promotionId: ID }]), promotions(lines)]).currentUnit).toBe('8.00');
  });

  it('yield to a percent that the portfolio gives', () => {
    expect(bought({ promotionId: ID, promotionPercent: '5' }).currentUnit).toBe('9.50');
  });

  it('stay at the renewal only while their window is open', () => {
    expect(bought({ promotionId: ID, autoRenew: 'true' }).renewUnit).toBe('10.00');
    expect(bought({ promotionId: ID, autoRenew: 'true' }, { end: '2026-12-01' }).renewUnit).toBe('8.50');
  });
});
