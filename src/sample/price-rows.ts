/** Price rows derived from the catalogue by the relations that Microsoft's lists keep (R-041… ). Amounts in cents. */
import { type Day, addMonths, firstDayOfMonth, monthOfDay } from '../core/days.ts';
import { type EstKind, PRODUCTS, type Product, type Segment } from './catalogue.ts';

export type Term = 'P1M' | 'P1Y' | 'P3Y';
export type Plan = 'Monthly' | 'Annual' | 'Triennial' | 'None';

/** One SKU of a product: a segment's base offer, or its EST twin. */
export interface Sku {
  readonly product: Product;
  readonly skuId: string;
  readonly skuTitle: string;
  readonly segment: Segment;
  /** Set on EST twins. */
  readonly est: EstKind | undefined;
}

export interface PriceRow {
  readonly change: 'Unchanged' | 'Change' | 'Add';
  readonly sku: Sku;
  readonly term: Term;
  readonly plan: Plan;
  readonly unit: number;
  readonly erp: number;
  readonly start: Day;
  readonly previous: { readonly unit: number; readonly erp: number } | undefined;
}

/** A price list as the portal offers it: one month, one market, one currency. */
export interface PriceList {
  readonly month: Day;
  readonly market: string;
  readonly currency: string;
  readonly rows: readonly PriceRow[];
}

export interface Market {
  readonly market: string;
  readonly currency: string;
  /** Local ERP as a percentage of the catalogue's. */
  readonly level: number;
}

export const US: Market = { market: 'US', currency: 'USD', level: 100 };
export const DE: Market = { market: 'DE', currency: 'EUR', level: 94 };

const SUFFIX: Readonly<Record<Segment, string>> = {
  Commercial: '',
  Education: ' (Education Faculty Pricing)',
  Charity: ' (Non-Profit Pricing)',
  Government: ' GCC',
};

/** ERP of a segment as a percentage of the commercial one: invented, in the order of size of real lists. */
const SEGMENT_LEVEL: Readonly<Record<Segment, number>> = {
  Commercial: 100,
  Education: 45,
  Charity: 40,
  Government: 103,
};

/** All SKUs of a product: base offers first, then EST twins. */
export function skusOf(product: Product): readonly Sku[] {
  const id = (offset: number): string => (product.firstSku + offset).toString(16).toUpperCase().padStart(4, '0');
  const bases = product.segments.map((segment, index): Sku => {
    return { product, segment, skuId: id(index), skuTitle: product.title + SUFFIX[segment], est: undefined };
  });
  const { est } = product;
  if (est === undefined) return bases;
  const twins = bases.map((base, index): Sku => {
    const skuTitle = est === 'silent' ? base.skuTitle : `${base.skuTitle} - Extended Service Term`;
    return { ...base, skuId: id(bases.length + index), skuTitle, est };
  });
  return [...bases, ...twins];
}

/** `numerator / denominator` rounded half up; both positive. */
function rounded(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

interface Offer {
  readonly term: Term;
  readonly plan: Plan;
  readonly cents: number;
}

/** One column's prices of a base SKU, from its price of an annual term. */
function offersOf({ product, segment }: Sku, annual: number): readonly Offer[] {
  const billedMonthly = 12 * rounded(annual * 105, 1200);
  const monthly = product.monthly === 'premium11' ? rounded(annual * 100, 1080) : rounded(annual, 10);
  const offers: Offer[] = [
    { term: 'P1Y', plan: 'Annual', cents: annual },
    { term: 'P1Y', plan: 'Monthly', cents: billedMonthly },
  ];
  if (product.monthly !== 'none') offers.push({ term: 'P1M', plan: 'Monthly', cents: monthly });
  if (product.threeYears && segment === 'Commercial') {
    offers.push({ term: 'P3Y', plan: 'Annual', cents: 3 * annual });
    offers.push({ term: 'P3Y', plan: 'Triennial', cents: 3 * annual });
    offers.push({ term: 'P3Y', plan: 'Monthly', cents: 3 * billedMonthly });
  }
  return offers;
}

interface Pair extends Offer {
  readonly erp: number;
}

/** Cost and ERP of every row of a SKU; `percent` is the price level (100 before, 100 + change after). */
function pairsOf(sku: Sku, market: Market, percent: number): readonly Pair[] {
  const { product, segment } = sku;
  const erpMonth = rounded(product.cents * SEGMENT_LEVEL[segment] * market.level * percent, 1_000_000);
  const erpYear = product.monthly === 'premium11' ? rounded(erpMonth * 12 * 90, 100) : erpMonth * 12;
  const ratio = segment === 'Charity' ? 90 : product.ratio;
  const erp = offersOf(sku, erpYear);
  const unit = offersOf(sku, rounded(erpYear * ratio, 100));
  const pairs = unit.map((offer, index) => ({ ...offer, erp: erp[index]?.cents ?? 0 }));
  if (sku.est === undefined) return pairs;
  const uplift = sku.est === 'flat' ? 100 : 103;
  return pairs
    .filter((pair) => pair.term === 'P1M')
    .map((pair) => ({ ...pair, cents: rounded(pair.cents * uplift, 100), erp: rounded(pair.erp * uplift, 100) }));
}

/** When the rows of a list begin: old rows, the +5 % on annual terms billed monthly, the older and the newer list. */
interface ListDays {
  readonly longAgo: Day;
  readonly billedMonthly: Day;
  readonly older: Day;
  readonly newer: Day;
}

/** The first days of the months on which the sample's rows begin, relative to as-of. */
function listDays(asOf: Day): ListDays {
  const month = firstDayOfMonth(monthOfDay(asOf));
  return {
    longAgo: addMonths(month, -40),
    billedMonthly: addMonths(month, -20),
    older: addMonths(month, -13),
    newer: month,
  };
}

function startOf(sku: Sku, pair: Pair, days: ListDays): Day {
  if (sku.est !== undefined) return days.older;
  return pair.plan === 'Monthly' && pair.term !== 'P1M' ? days.billedMonthly : days.longAgo;
}

function rowsOfSku(sku: Sku, market: Market, days: ListDays, which: 'older' | 'newer'): readonly PriceRow[] {
  const { change, onlyIn } = sku.product;
  if (onlyIn !== undefined && onlyIn !== which) return [];
  const before = pairsOf(sku, market, 100);
  const row = (pair: Pair, kind: PriceRow['change'], start: Day): PriceRow => {
    return {
      change: kind,
      sku,
      term: pair.term,
      plan: pair.plan,
      unit: pair.cents,
      erp: pair.erp,
      start,
      previous: undefined,
    };
  };
  if (onlyIn === 'newer') return before.map((pair) => row(pair, 'Add', days.newer));
  if (which === 'older')
    return before.map((pair) => row(pair, sku.est ? 'Add' : 'Unchanged', startOf(sku, pair, days)));
  if (change === undefined) return before.map((pair) => row(pair, 'Unchanged', startOf(sku, pair, days)));
  return pairsOf(sku, market, 100 + change).map((pair, index): PriceRow => {
    const old = before[index];
    const previous = old && { unit: old.cents, erp: old.erp };
    return { ...row(pair, 'Change', days.newer), previous };
  });
}

function trialRow(sku: Sku, days: ListDays): PriceRow {
  const start = days.longAgo;
  return { change: 'Unchanged', sku, term: 'P1M', plan: 'None', unit: 0, erp: 0, start, previous: undefined };
}

/** One market's list for one of the two months. */
export function makePriceList(market: Market, asOf: Day, which: 'older' | 'newer'): PriceList {
  const days = listDays(asOf);
  const rows = PRODUCTS.flatMap((product) => {
    const skus = skusOf(product);
    const trials = product.trial ? skus.slice(0, 1).map((sku) => trialRow(sku, days)) : [];
    return [...skus.flatMap((sku) => rowsOfSku(sku, market, days, which)), ...trials];
  });
  return { month: days[which], market: market.market, currency: market.currency, rows };
}
