/** Timelines as each customer meets them: a price change may name one customer (docs/formats/scenario.md). */
import { idKey } from '../core/ids.ts';
import type { PriceChange } from '../core/scenario/scenario.ts';
import type { Sale } from './book.ts';
import type { Offer, TermPlan } from './price-rows.ts';
import { type PriceSeries, priceSeries } from './price-series.ts';
import { inner, remember } from './remember.ts';
import { type Timeline, type TimelineContext, makeTimeline } from './timeline.ts';

/** The timelines under one list of price changes, each made once. */
export class PricedSales {
  readonly context: TimelineContext;
  private readonly timelines = new Map<Sale, Timeline>();
  private readonly inEst = new Map<Sale, Timeline>();
  private readonly series = new Map<Offer, Map<TermPlan, PriceSeries>>();

  constructor(context: TimelineContext) {
    this.context = context;
  }

  timelineOf(sale: Sale, inEst: boolean): Timeline {
    const known = inEst ? this.inEst : this.timelines;
    const found = known.get(sale);
    if (found) return found;
    if (!sale.offer) throw new Error('INTERNAL: a sale without an offer has no timeline');
    const timeline = makeTimeline(sale.offer, sale.plan, inEst, this.context);
    known.set(sale, timeline);
    return timeline;
  }

  /** The prices of an offer on a term and plan that nobody need have bought. */
  seriesOf(offer: Offer, plan: TermPlan): PriceSeries {
    const { changes, shocks } = this.context;
    return remember(inner(this.series, offer), plan, () => priceSeries(offer, plan, changes, shocks));
  }
}

/** One set of timelines for all customers whom no change names, and one for each customer whom one does. */
export class PricedByCustomer {
  readonly general: PricedSales;
  private readonly own = new Map<number, PricedSales>();

  /** @param customers ids as they are matched, by customer index */
  constructor(changes: readonly PriceChange[], shared: Omit<TimelineContext, 'changes'>, customers: readonly string[]) {
    const changesOf = (customer: string | undefined): readonly PriceChange[] =>
      changes.filter(({ match: { customerId } }) => customerId === undefined || idKey(customerId) === customer);
    const named = new Set(
      changes.flatMap(({ match: { customerId } }) => (customerId === undefined ? [] : idKey(customerId))),
    );
    this.general = new PricedSales({ ...shared, changes: named.size === 0 ? changes : changesOf(undefined) });
    if (named.size === 0) return;
    for (const [index, customer] of customers.entries()) {
      if (named.has(customer)) this.own.set(index, new PricedSales({ ...shared, changes: changesOf(customer) }));
    }
  }

  of(customerIndex: number): PricedSales {
    return this.own.size === 0 ? this.general : (this.own.get(customerIndex) ?? this.general);
  }
}
