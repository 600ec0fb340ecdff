/** All prices that a subscription of one SKU, term and plan meets, day by day, under one scenario. */
import type { Day } from '../core/days.ts';
import { minorDigits } from '../core/money.ts';
import type { PriceChange } from '../core/scenario/scenario.ts';
import type { EstMapping } from './est-mapping.ts';
import { type EstPrice, type EstRates, estPrice } from './est-price.ts';
import type { Offer, TermPlan } from './price-rows.ts';
import { type PriceSeries, type UnitPrice, priceSeries, segmentAt } from './price-series.ts';

/** The prices that count from a day on. */
export interface TimelineSegment {
  /** Position in its timeline. */
  readonly index: number;
  readonly from: Day;
  /** Row of the subscription's own term and plan; in EST the base's row of §4 (P1Y/Monthly, P1Y/Annual, M). */
  readonly own: UnitPrice | undefined;
  readonly monthly: UnitPrice | undefined;
  readonly est: EstPrice | undefined;
}

export interface Timeline {
  readonly segments: readonly TimelineSegment[];
  /** The subscription is in EST, so it is compared with its base. */
  readonly inEst: boolean;
  /** An EST SKU whose base stands in no list. */
  readonly baseMissing: boolean;
  /** Own term and plan without the scenario's changes: what was paid is read here. */
  readonly plain: PriceSeries;
  /** A list holds at least one row of the subscription's own term and plan. */
  readonly hasOwnRow: boolean;
  /** Steps beyond the monthly premium count as commitment only for terms longer than a month. */
  readonly monthlyTerm: boolean;
}

/** What all timelines of one scenario share. */
export interface TimelineContext {
  readonly mapping: EstMapping;
  readonly changes: readonly PriceChange[];
  readonly rates: EstRates;
}

/** The timeline of an offer bought on a term and plan; `inEst` when the outcome is `in-est`. */
export function makeTimeline(offer: Offer, key: TermPlan, inEst: boolean, context: TimelineContext): Timeline {
  const { mapping, changes } = context;
  const isEst = mapping.baseOf.has(offer.index);
  const base = isEst ? mapping.baseOf.get(offer.index) : offer;
  const estOffer = isEst ? offer : mapping.estOf.get(offer.index);
  const series = (from: Offer | undefined, plan: TermPlan): PriceSeries =>
    from ? priceSeries(from, plan, changes) : [];
  const prices: BasePrices = {
    own: inEst ? [] : series(offer, key),
    listRow: series(estOffer, isEst ? key : 'P1M/Monthly'),
    monthly: series(base, 'P1M/Monthly'),
    annual: series(base, 'P1Y/Annual'),
    annualMonthly: series(base, 'P1Y/Monthly'),
  };
  return {
    segments: joinSeries(prices, inEst, context.rates, minorDigits(offer.currency)),
    inEst,
    baseMissing: inEst && base === undefined,
    plain: priceSeries(offer, key, []),
    hasOwnRow: offer.rows.has(key),
    monthlyTerm: key.startsWith('P1M/'),
  };
}

interface BasePrices {
  readonly own: PriceSeries;
  readonly listRow: PriceSeries;
  readonly monthly: PriceSeries;
  readonly annual: PriceSeries;
  readonly annualMonthly: PriceSeries;
}

function joinSeries(prices: BasePrices, inEst: boolean, rates: EstRates, digits: number): readonly TimelineSegment[] {
  const days = new Set<Day>();
  for (const series of Object.values(prices) as PriceSeries[]) for (const { from } of series) days.add(from);
  const ordered = [...days].sort((a, b) => a - b);
  return ordered.map((from, index) => {
    const at = (series: PriceSeries): UnitPrice | undefined => segmentAt(series, from)?.price;
    const basis = {
      listRow: at(prices.listRow),
      monthly: at(prices.monthly),
      annual: at(prices.annual),
      annualMonthly: at(prices.annualMonthly),
    };
    const own = inEst ? (basis.annualMonthly ?? basis.annual ?? basis.monthly) : at(prices.own);
    return { index, from, own, monthly: basis.monthly, est: estPrice(basis, rates, digits) };
  });
}
