/** What a renewal costs: on the subscription's own term and plan, or on what a decision names. */
import type { Day } from '../core/days.ts';
import type { Exact } from '../core/exact.ts';
import type { RenewTo, Scenario } from '../core/scenario/scenario.ts';
import type { Book, Subscription } from './book.ts';
import { renewUnit } from './figures.ts';
import { type Offer, type TermPlan, termPlan } from './price-rows.ts';
import { type UnitPrice, segmentAt } from './price-series.ts';
import type { PricedSales } from './priced-by-customer.ts';
import { NO_SHARE, type PromotionRequest } from './promotions.ts';

/** The renewal that a decision names. */
export interface Renewal {
  readonly plan: TermPlan;
  readonly day: Day;
  readonly seats: number;
  /** Cost per seat-month after the promotion. */
  readonly unit: Exact;
  readonly price: UnitPrice;
}

/** Where a decision's renewal starts from; what `to` leaves out stays as it is here. */
export interface RenewalRequest {
  readonly subscription: Subscription;
  /** The SKU that renews: in EST its base. */
  readonly offer: Offer;
  readonly plan: TermPlan;
  readonly inEst: boolean;
  readonly day: Day;
  readonly to: RenewTo;
  /** Prices as the customer meets them. */
  readonly priced: PricedSales;
}

/** A renewal that leaves everything out is none of the decision's own. */
export function namesNothing(to: RenewTo): boolean {
  return Object.values(to).every((value) => value === undefined);
}

export class Renewals {
  private readonly book: Book;
  private readonly scenario: Scenario;

  constructor(book: Book, scenario: Scenario) {
    this.book = book;
    this.scenario = scenario;
  }

  /** The renewal to what a decision names; undefined when the lists have no row for it on that day. */
  find({ subscription, offer, plan: own, inEst, day, to, priced }: RenewalRequest): Renewal | undefined {
    const [term = '', billing = ''] = own.split('/');
    const plan = listed(offer, termPlan(to.termDuration ?? term, to.billingPlan ?? billing));
    const price = segmentAt(priced.seriesOf(offer, plan), day)?.price;
    if (!price) return undefined;
    const seats = to.quantity ?? subscription.seats;
    const share = inEst
      ? NO_SHARE
      : this.share(subscription, { productId: offer.productId, skuId: offer.skuId, plan, day, seats });
    return { plan, day, seats, unit: renewUnit(price, share), price };
  }

  /** Whether a promotion can take anything off a renewal at all. */
  mayHaveShare({ share: { share, promotionId } }: Subscription): boolean {
    const { promotionAtRenewal } = this.scenario.rules;
    if (promotionAtRenewal === 'lost') return false;
    return promotionId !== '' || (promotionAtRenewal === 'kept' && share !== undefined);
  }

  /**
   * The share that a promotion takes off a renewal. R-074: it stays when the renewal day lies inside its window; the
   * scenario can let it stay on the same term and plan, or never.
   */
  share({ share, sale }: Subscription, target: PromotionRequest): Exact {
    const { promotionAtRenewal } = this.scenario.rules;
    if (promotionAtRenewal === 'lost') return NO_SHARE;
    if (promotionAtRenewal === 'kept' && target.plan === sale.plan) return share.share ?? NO_SHARE;
    return (share.promotionId === '' ? undefined : this.book.promotions.find(share.promotionId, target)) ?? NO_SHARE;
  }
}

/** The term and plan as the lists write it. */
function listed({ rows }: Offer, plan: TermPlan): TermPlan {
  if (rows.has(plan)) return plan;
  return [...rows.keys()].find((key) => key.toLowerCase() === plan.toLowerCase()) ?? plan;
}
