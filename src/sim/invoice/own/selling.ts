/** What customers pay for each unit of cost, by subscription: their price over what a seat costs (spec §6). */
import { divide, type Exact, isZero } from '../../../core/exact.ts';
import { idKey } from '../../../core/ids.ts';
import { DEFAULT_MARGIN } from '../../../core/scenario/defaults.ts';
import { textAt } from '../../../core/table.ts';
import type { Book } from '../../book.ts';
import { Model } from '../../model.ts';
import type { SimulationRequest } from '../../types.ts';

export interface SellingPrice {
  /** Price over cost: 1.25 is a quarter more. */
  readonly ratio: Exact;
  readonly from: 'given' | 'rule';
}

/** By subscription id as it is matched. */
export type SellingPrices = ReadonlyMap<string, SellingPrice>;

/**
 * Of subscriptions whose customer's price stands in the portfolio, or whose rule somebody made: the rule that every scenario begins
 * with says nothing of what is agreed.
 */
export function sellingPrices(book: Book, request: SimulationRequest): SellingPrices {
  const model = new Model(book, request);
  const { business } = request.scenario.margin;
  const hasRule = JSON.stringify(business) !== JSON.stringify(DEFAULT_MARGIN.business);
  const ids = model.book.portfolio.table.columns.get('subscriptionId');
  const prices = new Map<string, SellingPrice>();
  for (let row = 0; row < model.book.rows; row++) {
    const subscription = model.book.subscription(row);
    const isGiven = subscription.customerPrice !== undefined;
    if (!isGiven && !hasRule && model.ruleLevelOf(subscription) === 'business') continue;
    const assessed = model.assess(row);
    const pay = typeof assessed === 'string' ? undefined : model.payOf(assessed);
    // Without a price list the portfolio's own two prices say it too.
    const price = pay?.p0 ?? subscription.customerPrice;
    const cost = pay?.basis.cost ?? subscription.paid?.unit;
    if (!price || !cost || isZero(cost)) continue;
    prices.set(idKey(textAt(ids, row)), { ratio: divide(price, cost), from: isGiven ? 'given' : 'rule' });
  }
  return prices;
}
