/** Two imported price lists against each other by value, and what their difference does to the portfolio. */
import type { Day } from '../../core/days.ts';
import { type Exact, ZERO, fraction, multiply, parseExact, subtract } from '../../core/exact.ts';
import { minorDigits, roundShare, safeMinor } from '../../core/money.ts';
import type { Dataset } from '../../core/schema/dataset.ts';
import type { Book } from '../book.ts';
import { type CostAndErp, rulePrice } from '../margin.ts';
import { Model } from '../model.ts';
import { type Pay, allowedPrice } from '../pay.ts';
import { latestStart, offerKey, readOffers } from '../price-rows.ts';
import { EST, estMoves, listMoves } from '../since/price-moves.ts';
import type { PriceMove } from '../since/types.ts';
import { remember } from '../remember.ts';
import type { SimulationRequest } from '../types.ts';
import type { ListComparison, ListDifference, ListRequest } from './types.ts';

/** Seats of one customer price on one offer, term and plan. */
interface Holding {
  readonly pay: Pay;
  seats: number;
}

interface Owned {
  readonly holdings: Map<Pay, Holding>;
  readonly customers: Set<number>;
  subscriptions: number;
  seats: number;
}

/** Both lists are read on the later of their two dates, each for itself: a row that ended is carried forward. */
export function compareLists(
  datasets: readonly Dataset[],
  book: Book,
  { request, all, ...ids }: ListRequest,
): ListComparison {
  const list = (id: string): Dataset | undefined => datasets.find((dataset) => dataset.id === id);
  const [before, after] = [list(ids.before), list(ids.after)];
  if (!before || !after) return { rows: [], same: 0, notOwned: 0 };
  const day = Math.max(dateOf(before), dateOf(after));
  const [was, is] = [readOffers([before]), readOffers([after])];
  const { scenario } = request;
  const moves = [...listMoves(was, is, day, NOBODY), ...estMoves(was, is, day, scenario, NOBODY)];
  const gone = listMoves(is, was, day, NOBODY).filter((move) => move.before === undefined);
  const owned = ownedPrices(book, request);
  const rows = [...moves.map((move) => rowOf(move, false, owned)), ...gone.map((move) => rowOf(move, true, owned))];
  const kept = rows.filter(({ subscriptions }) => all || subscriptions > 0);
  const prices = [...is.values()].reduce((sum, offer) => sum + offer.rows.size, 0);
  return {
    rows: kept,
    same: prices - moves.filter(({ what }) => what === 'list').length,
    notOwned: rows.length - kept.length,
  };
}

const NOBODY = new Map<string, never>();

function dateOf(dataset: Dataset): Day {
  return dataset.listDate ?? latestStart(dataset.table.columns.get('effectiveStart'));
}

/** What is owned, by offer, term and plan; under `EST` what is exposed. */
function ownedPrices(book: Book, request: SimulationRequest): ReadonlyMap<string, Owned> {
  const model = new Model(book, request);
  const owned = new Map<string, Owned>();
  for (let row = 0; row < book.rows; row++) {
    const assessed = model.assess(row);
    if (typeof assessed === 'string' || assessed.verdict.outcome === 'excluded') continue;
    const { subscription, span } = assessed;
    const { sale, seats, customerIndex } = subscription;
    if (!sale.offer) continue;
    const pay = model.payOf(assessed);
    for (const plan of span && !assessed.timeline.inEst ? [sale.plan, EST] : [sale.plan]) {
      const known = remember(owned, `${offerKey(sale.offer)}|${plan}`, nothing);
      known.subscriptions++;
      known.seats += seats;
      known.customers.add(customerIndex);
      remember(known.holdings, pay, () => ({ pay, seats: 0 })).seats += seats;
    }
  }
  return owned;
}

function nothing(): Owned {
  return { holdings: new Map(), customers: new Set(), subscriptions: 0, seats: 0 };
}

function rowOf(move: PriceMove, gone: boolean, owned: ReadonlyMap<string, Owned>): ListDifference {
  const { what, productId, skuId, title, segment, market, currency, termPlan } = move;
  const holder = owned.get(`${offerKey({ productId, skuId, segment, market, currency })}|${termPlan}`);
  const [before, after] = gone ? [move.after, undefined] : [move.before, move.after];
  return {
    ...{ what, productId, skuId, title, segment, market, currency, termPlan, before, after },
    percent: gone ? { cost: undefined, erp: undefined } : move.percent,
    subscriptions: holder?.subscriptions ?? 0,
    customers: holder?.customers.size ?? 0,
    seats: holder?.seats ?? 0,
    monthly:
      before && after && holder
        ? monthly(before, after, termPlan, currency, holder)
        : { cost: 0, price: 0, allowed: 0 },
  };
}

type Listed = NonNullable<ListDifference['before']>;

/** A month of all seats: the rules on the new price less the rules on the old, and what the clauses allow of that. */
function monthly(
  before: Listed,
  after: Listed,
  termPlan: string,
  currency: string,
  { holdings, seats }: Owned,
): ListDifference['monthly'] {
  const months = MONTHS.get(termPlan.split('/')[0] ?? '') ?? 1;
  const [old, now] = [unitOf(before, months), unitOf(after, months)];
  const scale = 10 ** minorDigits(currency);
  let [price, allowed] = [0, 0];
  for (const { pay, seats: held } of holdings.values()) {
    const by = (from: CostAndErp): Exact => rulePrice(pay.rule, from, pay.clamp, pay.digits);
    const [p0, p1] = [by(old), by(now)];
    price += roundShare(subtract(p1, p0), held, 1, scale);
    allowed += roundShare(subtract(allowedPrice({ ...pay, p0 }, p1), p0), held, 1, scale);
  }
  const cost = roundShare(subtract(now.cost, old.cost), seats, 1, scale);
  return { cost, price: safeMinor(price), allowed: safeMinor(allowed) };
}

const MONTHS: ReadonlyMap<string, number> = new Map([['P1M', 1], ['P1Y', 12], ['P3Y', 36]]); // prettier-ignore

function unitOf({ cost, erp }: Listed, months: number): CostAndErp {
  const unit = (text: string): Exact => multiply(parseExact(text) ?? ZERO, fraction(1, months));
  return { cost: unit(cost), erp: unit(erp) };
}
