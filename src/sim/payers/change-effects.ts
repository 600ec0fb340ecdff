/** What each price change of a scenario does: the subscriptions that it touches, computed with it and without it. */
import type { Book } from '../book.ts';
import { mapEstOffers } from '../est-mapping.ts';
import { changesFor } from '../price-changes.ts';
import type { Offer } from '../price-rows.ts';
import type { SimulationRequest } from '../types.ts';
import { idKey } from '../../core/ids.ts';
import type { PriceChange, Scenario } from '../../core/scenario/scenario.ts';
import { safeMinor } from '../../core/money.ts';
import { paySplit } from './split.ts';
import type { ChangeAmounts, ChangeEffect } from './types.ts';

/** The effect of the change at `position`; only subscriptions on products that it names are computed. */
export function changeEffect(book: Book, request: SimulationRequest, position: number): ChangeEffect {
  const { scenario } = request;
  const change = scenario.priceChanges[position];
  if (!change) throw new Error(`INTERNAL: the scenario has no price change ${String(position)}`);
  const { rows, seats } = touched(book, change, scenario);
  const without = scenario.priceChanges.filter((_, index) => index !== position);
  const amounts = (priceChanges: readonly PriceChange[]): readonly ChangeAmounts[] =>
    rows.length === 0 ? [] : amountsOf(book, { ...request, rows, scenario: { ...scenario, priceChanges } });
  const [after, before] = [amounts(scenario.priceChanges), amounts(without)];
  return { subscriptions: rows.length, seats, amounts: difference(after, before) };
}

/** Owned subscriptions whose own prices, or those that its EST price is made from, the change names. */
function touched(
  book: Book,
  change: PriceChange,
  { est }: Scenario,
): { readonly rows: Uint32Array; readonly seats: number } {
  const mapping = mapEstOffers(book.offers.values(), est.twins);
  const named = new Set<Offer>();
  for (const offer of book.offers.values())
    if ([...offer.rows.keys()].some((key) => changesFor([change], offer, key).length > 0)) named.add(offer);
  const isNamed = (offer: Offer): boolean => {
    const [base, twin] = [mapping.baseOf.get(offer.index), mapping.estOf.get(offer.index)];
    return named.has(offer) || (base !== undefined && named.has(base)) || (twin !== undefined && named.has(twin));
  };
  const hits = book.sales.map(({ offer }) => offer !== undefined && isNamed(offer));
  const { customerId } = change.match;
  const customer = customerId === undefined ? undefined : idKey(customerId);
  const rows: number[] = [];
  let seats = 0;
  for (let row = 0; row < book.rows; row++) {
    const subscription = book.subscription(row);
    if (hits[subscription.saleIndex] !== true || !subscription.active) continue;
    if (customer !== undefined && book.customers[subscription.customerIndex] !== customer) continue;
    rows.push(row);
    seats += subscription.seats;
  }
  return { rows: Uint32Array.from(rows), seats };
}

function amountsOf(book: Book, request: SimulationRequest): readonly ChangeAmounts[] {
  const sums = new Map<string, ChangeAmounts>();
  for (const { currency, total, extra } of paySplit(book, { request })) {
    const known = sums.get(currency) ?? none(currency);
    sums.set(currency, {
      currency,
      extra: safeMinor(known.extra + extra),
      passed: safeMinor(known.passed + total.passed),
      delayed: safeMinor(known.delayed + total.delayed),
      absorbed: safeMinor(known.absorbed + total.absorbed),
    });
  }
  return [...sums.values()];
}

function difference(after: readonly ChangeAmounts[], before: readonly ChangeAmounts[]): readonly ChangeAmounts[] {
  const currencies = new Set([...after, ...before].map(({ currency }) => currency));
  const of = (list: readonly ChangeAmounts[], currency: string): ChangeAmounts =>
    list.find((one) => one.currency === currency) ?? none(currency);
  return [...currencies].sort().map((currency) => {
    const [a, b] = [of(after, currency), of(before, currency)];
    return {
      currency,
      extra: a.extra - b.extra,
      passed: a.passed - b.passed,
      delayed: a.delayed - b.delayed,
      absorbed: a.absorbed - b.absorbed,
    };
  });
}

function none(currency: string): ChangeAmounts {
  return { currency, extra: 0, passed: 0, delayed: 0, absorbed: 0 };
}
