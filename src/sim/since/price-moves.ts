/** Prices that moved between two states of the price lists, by value: what the lists themselves flag is only checked. */
import type { Day } from '../../core/days.ts';
import {
  type Exact,
  ONE,
  ZERO,
  divide,
  equals,
  fraction,
  isZero,
  multiply,
  subtract,
  toDecimal,
} from '../../core/exact.ts';
import { type Minor, minorDigits, roundToMinor } from '../../core/money.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { Book } from '../book.ts';
import { mapEstOffers } from '../est-mapping.ts';
import { estRates } from '../est-price.ts';
import { unitText } from '../figures.ts';
import { type Offer, type TermPlan, offerKey } from '../price-rows.ts';
import { type UnitPrice, priceSeries, segmentAt } from '../price-series.ts';
import { makeTimeline } from '../timeline.ts';
import type { MovedPrice, PriceMove } from './types.ts';

type Offers = ReadonlyMap<string, Offer>;

/** Seats and subscriptions on each offer, and on each of its terms and plans. */
export type Owned = ReadonlyMap<string, { readonly subscriptions: number; readonly seats: number }>;

/** What a portfolio owns, by `ownedKey`. */
export function ownedOffers(book: Book): Owned {
  const owned = new Map<string, { subscriptions: number; seats: number }>();
  for (let row = 0; row < book.rows; row++) {
    const { sale, seats, active } = book.subscription(row);
    if (!sale.offer || !active) continue;
    for (const key of [ownedKey(sale.offer, sale.plan), ownedKey(sale.offer, EST)]) {
      const known = owned.get(key) ?? { subscriptions: 0, seats: 0 };
      owned.set(key, { subscriptions: known.subscriptions + 1, seats: known.seats + seats });
    }
  }
  return owned;
}

/** The term and plan of an EST price. */
export const EST: TermPlan = 'EST';

function ownedKey(offer: Offer, plan: TermPlan): string {
  return `${offerKey(offer)}|${plan}`;
}

/** A price per seat-month with the row it comes from and the months that it is shown for. */
interface Priced {
  readonly cost: Exact;
  readonly erp: Exact;
  readonly months: number;
  readonly from: UnitPrice;
}

/** List prices that are another on the day by the newer lists; a price that only the newer have counts too. */
export function listMoves(before: Offers, after: Offers, day: Day, owned: Owned): readonly PriceMove[] {
  const moves: PriceMove[] = [];
  for (const [key, offer] of after) {
    for (const plan of offer.rows.keys()) {
      const old = before.get(key);
      const move = moveOf('list', offer, plan, old && listPrice(old, plan, day), listPrice(offer, plan, day), owned);
      if (move) moves.push(move);
    }
  }
  return moves;
}

function listPrice(offer: Offer, plan: TermPlan, day: Day): Priced | undefined {
  const from = segmentAt(priceSeries(offer, plan, []), day)?.price;
  return from && { cost: from.cost, erp: from.erp, months: from.months, from };
}

/** EST prices per seat-month that moved on the day, by the rules of the scenario (R-005…R-010); its price changes left out. */
export function estMoves(
  before: Offers,
  after: Offers,
  day: Day,
  scenario: Scenario,
  owned: Owned,
): readonly PriceMove[] {
  const [was, is] = [estPrices(before, day, scenario), estPrices(after, day, scenario)];
  return [...is].flatMap(
    ([key, { offer, price }]) => moveOf('est', offer, EST, was.get(key)?.price, price, owned) ?? [],
  );
}

function estPrices(offers: Offers, day: Day, { est: assumed }: Scenario): Map<string, { offer: Offer; price: Priced }> {
  const mapping = mapEstOffers(offers.values(), assumed.twins);
  const context = { mapping, changes: [], shocks: [], rates: estRates(assumed) };
  const prices = new Map<string, { offer: Offer; price: Priced }>();
  for (const [key, offer] of offers) {
    if (mapping.baseOf.has(offer.index)) continue;
    const est = segmentAt(makeTimeline(offer, 'P1Y/Annual', false, context).segments, day)?.est;
    if (est) prices.set(key, { offer, price: { cost: est.cost, erp: est.erp, months: 1, from: est.basis } });
  }
  return prices;
}

function moveOf(
  what: PriceMove['what'],
  offer: Offer,
  plan: TermPlan,
  before: Priced | undefined,
  after: Priced | undefined,
  owned: Owned,
): PriceMove | undefined {
  if (!after || (before && equals(before.cost, after.cost) && equals(before.erp, after.erp))) return undefined;
  const { productId, skuId, title, segment, market, currency } = offer;
  const { subscriptions, seats } = owned.get(ownedKey(offer, plan)) ?? { subscriptions: 0, seats: 0 };
  return {
    ...{ what, productId, skuId, title, segment, market, currency, termPlan: plan, subscriptions },
    before: before && shown(before),
    after: shown(after),
    percent: { cost: percent(before?.cost, after.cost), erp: percent(before?.erp, after.erp) },
    monthly: before ? monthlyMove(before, after, seats, currency) : 0,
  };
}

function shown({ cost, erp, months, from }: Priced): MovedPrice {
  const whole = (unit: Exact): string => unitText(multiply(unit, fraction(months)));
  return { file: from.row.list.file, line: from.row.line, cost: whole(cost), erp: whole(erp) };
}

function percent(before: Exact | undefined, after: Exact): string | undefined {
  if (!before || isZero(before)) return undefined;
  return toDecimal(multiply(subtract(divide(after, before), ONE), fraction(100)), 0, 4);
}

function monthlyMove(before: Priced, after: Priced, seats: number, currency: string): Minor {
  const move = seats === 0 ? ZERO : multiply(subtract(after.cost, before.cost), fraction(seats));
  return roundToMinor(move, minorDigits(currency));
}
