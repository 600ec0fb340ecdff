/**
 * Renewals inside the window: the list price of each renewal day counts for its term, and the customer's
 * price follows it under the same rule and clause as in EST. Apart from the totals of the results.
 */
import { type Day, type Month, termMonths } from '../../core/days.ts';
import { type Exact, ONE, multiply, subtract } from '../../core/exact.ts';
import type { CycleUse } from '../cycle-amounts.ts';
import type { CostAndErp } from '../margin.ts';
import type { Assessment, Model } from '../model.ts';
import { type Pay, allowedPrice } from '../pay.ts';
import type { TermPlan } from '../price-rows.ts';
import { type UnitPrice, segmentAt, withoutShocks } from '../price-series.ts';
import { inner, remember } from '../remember.ts';
import { CycleClock } from '../span.ts';
import { rulePrice } from '../margin.ts';
import { type PriceMove, causesOf } from './causes.ts';

/** One month of a renewed subscription inside the window. */
export interface RenewalCycle {
  readonly month: Month;
  readonly start: Day;
  readonly seats: number;
  readonly use: Pick<CycleUse, 'used' | 'days' | 'passes'>;
  /** Cost per seat-month after the promotion. */
  readonly cost: Exact;
  readonly move: PriceMove;
}

export class RenewalWalker {
  private readonly model: Model;
  private readonly moves = new Map<Pay, Map<UnitPrice, Map<string, Renewed>>>();

  constructor(model: Model) {
    this.model = model;
  }

  /** Visits the cycles of a subscription that renews, in order; none when it renews after the window. */
  walk(assessed: Assessment, pay: Pay, visit: (cycle: RenewalCycle) => void): void {
    const { subscription, verdict, renewal, renewSeats: seats } = assessed;
    if (verdict.outcome !== 'renews') return;
    const { windowEnd, monthOfAsOf } = this.model;
    const { asOf } = this.model.request.window;
    const anchor = subscription.termEnd + 1;
    const clock = new CycleClock(anchor);
    const plan = renewal?.plan ?? subscription.sale.plan;
    const months = termMonths(plan.split('/')[0] ?? '') ?? 1;
    const pricesOn = this.pricesOf(assessed);
    let k = clock.cycleAt(Math.max(anchor, asOf));
    let start = clock.start(k);
    let renewed: { readonly day: Day; readonly value: Renewed } | undefined;
    while (start < windowEnd) {
      const next = clock.start(k + 1);
      const day = clock.start(k - (k % months));
      if (renewed?.day !== day) renewed = { day, value: this.renewedAt(assessed, pay, plan, pricesOn(day), day) };
      const used = Math.min(next, windowEnd) - Math.max(start, asOf);
      visit({
        ...renewed.value,
        ...{ month: start < asOf ? monthOfAsOf : clock.month + k, start, seats },
        use: { used, days: next - start, passes: start >= pay.clause.from },
      });
      k++;
      start = next;
    }
  }

  /** The row of the own term and plan on a day, and that of what a decision renews to. */
  private pricesOf({ subscription, timeline, figures, renewal }: Assessment): (day: Day) => RenewalPrices {
    const { sale, customerIndex } = subscription;
    const other = renewal && sale.offer ? this.model.timelineFor(sale.offer, renewal.plan, customerIndex) : undefined;
    return (day) => {
      const own = segmentAt(timeline.segments, day)?.own ?? figures.own;
      return { own, target: other ? (segmentAt(other.segments, day)?.own ?? renewal?.price ?? own) : own };
    };
  }

  private renewedAt(assessed: Assessment, pay: Pay, plan: TermPlan, { own, target }: RenewalPrices, day: Day): Renewed {
    const { subscription, figures, renewSeats: seats } = assessed;
    const { productId = '', skuId = '' } = subscription.sale.offer ?? {};
    const share = this.model.renewShare(subscription, { productId, skuId, plan, day, seats });
    const kept = subtract(ONE, share);
    const less = ({ cost, erp }: CostAndErp): CostAndErp => ({ cost: multiply(cost, kept), erp: multiply(erp, kept) });
    const { lock } = figures;
    const make = (): Renewed => {
      const basis = less(target);
      const p1 = rulePrice(pay.rule, basis, pay.clamp, pay.digits);
      const causes = causesOf(pay, {
        promotion: less({ cost: lock.listCost, erp: lock.row.erp }),
        listMove: less(withoutShocks(own)),
        commitment: less(withoutShocks(target)),
        currency: basis,
      });
      const move = { need: subtract(p1, pay.p0), rise: subtract(allowedPrice(pay, p1), pay.p0), causes };
      return { cost: basis.cost, move };
    };
    if (own !== target) return make();
    return remember(inner(inner(this.moves, pay), own), `${String(share.n)}/${String(share.d)}`, make);
  }
}

/** Rows of one renewal day: the same unless a decision renews to another term or plan. */
interface RenewalPrices {
  readonly own: UnitPrice;
  readonly target: UnitPrice;
}

type Renewed = Pick<RenewalCycle, 'cost' | 'move'>;
