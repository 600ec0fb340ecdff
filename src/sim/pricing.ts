/** What prices are made with under a scenario; scenarios that leave them as they are share what is made. */
import type { Day } from '../core/days.ts';
import type { EstAssumptions, Scenario } from '../core/scenario/scenario.ts';
import type { Book } from './book.ts';
import { type EstMapping, mapEstOffers } from './est-mapping.ts';
import { estRates } from './est-price.ts';
import { PricedByCustomer } from './priced-by-customer.ts';
import { KnownFigures, Standings } from './standings.ts';

export interface Pricing {
  readonly mapping: EstMapping;
  readonly priced: PricedByCustomer;
  readonly figures: KnownFigures;
  /** What each row's price stands on as of a day. */
  standingsOn(asOf: Day): Standings;
}

interface Known extends Pricing {
  readonly scenario: Scenario;
}

/** Tables over two inputs come back to each value of an axis; of large books only the last are kept. */
const MOST_KNOWN = { small: 48, large: 2 } as const;
const SMALL = 2000;

const known = new WeakMap<Book, Known[]>();

/** Mapping and timelines of a scenario on a book. */
export function pricingOf(book: Book, scenario: Scenario): Pricing {
  const kept = known.get(book) ?? [];
  known.set(book, kept);
  const at = kept.findIndex((one) => isPricedAlike(one.scenario, scenario));
  const found = at < 0 ? { scenario, ...made(book, scenario) } : kept[at];
  if (!found) throw new Error('INTERNAL: a pricing that is not there');
  if (at >= 0) kept.splice(at, 1);
  kept.push(found);
  if (kept.length > (book.sales.length > SMALL ? MOST_KNOWN.large : MOST_KNOWN.small)) kept.shift();
  return found;
}

function made(book: Book, { est, priceChanges, fx }: Scenario): Pricing {
  const mapping = mapEstOffers(book.offers.values(), est.twins);
  const shared = { mapping, shocks: fx.shocks, rates: estRates(est) };
  const priced = new PricedByCustomer(priceChanges, shared, book.customers);
  const figures = new KnownFigures();
  let last: Standings | undefined;
  return {
    mapping,
    priced,
    figures,
    standingsOn: (asOf) => {
      if (last?.asOf !== asOf) last = new Standings(book, { priced, figures }, asOf);
      return last;
    },
  };
}

const PRICING_KEYS = [
  'upliftMonthly',
  'upliftNoMonthly',
  'noMonthlyBase',
  'listRows',
  'twins',
] as const satisfies readonly (keyof EstAssumptions)[];

/** Lists are told apart by identity: a scenario is never changed in place. */
function isPricedAlike(one: Scenario, other: Scenario): boolean {
  return (
    one.priceChanges === other.priceChanges &&
    one.fx.shocks === other.fx.shocks &&
    PRICING_KEYS.every((key) => one.est[key] === other.est[key])
  );
}
