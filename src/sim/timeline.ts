/** All prices that a subscription of one SKU, term and plan meets, day by day, under one scenario. */
import type { Day } from '../core/days.ts';
import { minorDigits } from '../core/money.ts';
import type { FxShock, PriceChange } from '../core/scenario/scenario.ts';
import type { EstMapping } from './est-mapping.ts';
import { type EstBasis, type EstPrice, type EstRates, estPrice } from './est-price.ts';
import type { Offer, TermPlan } from './price-rows.ts';
import { type PriceSeries, type UnitPrice, priceSeries, segmentAt } from './price-series.ts';

/** The prices that count from a day on. */
export interface TimelineSegment {
  /** Position in its timeline. */
  readonly index: number;
  readonly from: Day;
  /** Row of the subscription's own term and plan; in EST the base's row of §4 (P1Y/Monthly, P1Y/Annual, M). */
  readonly own: UnitPrice | undefined;
  /** Term and plan of `own`. */
  readonly ownPlan: TermPlan;
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
  readonly shocks: readonly FxShock[];
  readonly rates: EstRates;
}

/** The timeline of an offer bought on a term and plan; `inEst` when the outcome is `in-est`. */
export function makeTimeline(offer: Offer, key: TermPlan, inEst: boolean, context: TimelineContext): Timeline {
  const { mapping, changes, shocks } = context;
  const isEst = mapping.baseOf.has(offer.index);
  const base = isEst ? mapping.baseOf.get(offer.index) : offer;
  const estOffer = isEst ? offer : mapping.estOf.get(offer.index);
  const series = (from: Offer | undefined, plan: TermPlan): PriceSeries =>
    from ? priceSeries(from, plan, changes, shocks) : [];
  const prices: BasePrices = {
    own: inEst ? [] : series(offer, key),
    listRow: series(estOffer, isEst ? key : 'P1M/Monthly'),
    monthly: series(base, 'P1M/Monthly'),
    annual: series(base, 'P1Y/Annual'),
    annualMonthly: series(base, 'P1Y/Monthly'),
  };
  return {
    segments: joinSeries(prices, inEst ? undefined : key, context.rates, minorDigits(offer.currency)),
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

/** @param key of the own term and plan; undefined in EST, where the base's rows are compared with */
function joinSeries(
  prices: BasePrices,
  key: TermPlan | undefined,
  rates: EstRates,
  digits: number,
): readonly TimelineSegment[] {
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
    const [ownPlan, own] = key === undefined ? baseRow(basis) : [key, at(prices.own)];
    return { index, from, own, ownPlan, monthly: basis.monthly, est: estPrice(basis, rates, digits) };
  });
}

/** What staying in EST is compared with (spec §4). */
function baseRow({ annualMonthly, annual, monthly }: EstBasis): readonly [TermPlan, UnitPrice | undefined] {
  if (annualMonthly) return ['P1Y/Monthly', annualMonthly];
  return annual ? ['P1Y/Annual', annual] : ['P1M/Monthly', monthly];
}
