/** Prices that an EST line is held against: of the base of its SKU, by product and SKU alone, since invoices name neither market nor segment. */
import type { Day } from '../../core/days.ts';
import { add, equals, type Exact, multiply, ONE, parseExact, ZERO } from '../../core/exact.ts';
import { productKey, skuKey } from '../../core/ids.ts';
import { minorDigits, roundPrice } from '../../core/money.ts';
import type { EstAssumptions } from '../../core/scenario/scenario.ts';
import type { EstMapping } from '../est-mapping.ts';
import type { Offer, TermPlan } from '../price-rows.ts';
import { priceSeries, segmentAt } from '../price-series.ts';

/** A price per seat and month. */
export interface TermPrice {
  readonly plan: TermPlan;
  readonly cost: Exact;
  readonly offer: Offer;
}

export interface EstMatch {
  /** Of an EST SKU its base, of another SKU itself. */
  readonly base: Offer | undefined;
  /** The SKU is an EST SKU, by the lists. */
  readonly isEst: boolean;
}

/** Terms in the order in which an EST line is held against them: billed alike first. */
const TERMS: readonly TermPlan[] = ['P1Y/Monthly', 'P1Y/Annual', 'P1M/Monthly'];

export class EstTerms {
  private readonly mapping: EstMapping;
  private readonly bySku = new Map<string, Offer[]>();
  private readonly upliftMonthly: Exact;
  private readonly upliftNoMonthly: Exact;

  constructor(offers: Iterable<Offer>, mapping: EstMapping, est: EstAssumptions) {
    this.mapping = mapping;
    this.upliftMonthly = add(ONE, parseExact(est.upliftMonthly) ?? ZERO);
    this.upliftNoMonthly = add(ONE, parseExact(est.upliftNoMonthly) ?? ZERO);
    for (const offer of offers) {
      const key = keyOf(offer.productId, offer.sku, offer.currency);
      const known = this.bySku.get(key);
      if (known) known.push(offer);
      else this.bySku.set(key, [offer]);
    }
  }

  /** What the lists say of a billed SKU; undefined: they do not have it in this currency. */
  match(product: string, sku: string, currency: string): EstMatch | undefined {
    const offers = this.offers(product, sku, currency);
    const est = offers.find((offer) => this.mapping.baseOf.has(offer.index));
    if (est) return { base: this.mapping.baseOf.get(est.index), isEst: true };
    return offers[0] && { base: offers[0], isEst: false };
  }

  /** The term price that was to be had on a day; undefined where the lists have none. */
  termPrice(base: Offer, day: Day): TermPrice | undefined {
    for (const plan of TERMS) {
      const price = segmentAt(priceSeries(base, plan, []), day)?.price;
      if (price) return { plan, cost: price.cost, offer: base };
    }
    return undefined;
  }

  /** Whether a price per seat and month is what the uplift makes of some list price of the SKU on that day. */
  isUplifted(product: string, sku: string, currency: string, day: Day, price: Exact): boolean {
    const digits = minorDigits(currency);
    return this.offers(product, sku, currency).some((offer) => {
      const at = (plan: TermPlan): Exact | undefined => segmentAt(priceSeries(offer, plan, []), day)?.price?.cost;
      const monthly = at('P1M/Monthly');
      if (monthly) return equals(price, roundPrice(multiply(monthly, this.upliftMonthly), digits));
      return [at('P1Y/Annual'), at('P1Y/Monthly')].some(
        (base) => base && equals(price, roundPrice(multiply(base, this.upliftNoMonthly), digits)),
      );
    });
  }

  /** What a seat of an offer costs in Extended Service Terms for a month: by its EST SKU, else by the uplift. */
  estPrice(base: Offer, day: Day): Exact | undefined {
    const est = this.mapping.estOf.get(base.index);
    const listed = est && segmentAt(priceSeries(est, 'P1M/Monthly', []), day)?.price?.cost;
    if (listed) return listed;
    const at = (plan: TermPlan): Exact | undefined => segmentAt(priceSeries(base, plan, []), day)?.price?.cost;
    const monthly = at('P1M/Monthly');
    if (monthly) return roundPrice(multiply(monthly, this.upliftMonthly), minorDigits(base.currency));
    const yearly = at('P1Y/Annual') ?? at('P1Y/Monthly');
    return yearly && roundPrice(multiply(yearly, this.upliftNoMonthly), minorDigits(base.currency));
  }

  /** The SKU, as it is matched, of an offer's Extended Service Term. */
  estSku(base: Offer): string | undefined {
    return this.mapping.estOf.get(base.index)?.sku;
  }

  private offers(product: string, sku: string, currency: string): readonly Offer[] {
    return this.bySku.get(keyOf(product, sku, currency)) ?? [];
  }
}

function keyOf(product: string, sku: string, currency: string): string {
  return `${productKey(product)}|${skuKey(sku)}|${currency.toLowerCase()}`;
}
