/** The planted traps: subscriptions and customers that a plain reading of the files gets wrong, and where they stand. */
import { type TrapId, trapTexts } from '../core/text/en/sample.ts';
import { type Day, addMonths, makeDay, partsOfDay } from '../core/days.ts';
import { PRODUCTS } from './catalogue.ts';
import type { Customer } from './customers.ts';
import { type Plan, type Sku, type Term, skusOf } from './price-rows.ts';
import { type Subscription, type World, startOfTerm } from './subscriptions.ts';
import { guid, randomStream } from './random.ts';

export interface Trap {
  readonly id: TrapId;
  readonly title: string;
  readonly subscriptionIds: readonly string[];
  readonly customerIds: readonly string[];
  /** What a reader of the raw files gets wrong. */
  readonly naive: string;
  /** What Termwise shows. */
  readonly shows: string;
}

/** Numbers of the customers with a planted contract or name. */
export const PLANTED_CUSTOMERS = { noClause: 2, formulaName: 4, priceLock: 5 } as const;

function skuOf(id: string, est: boolean): Sku {
  const product = PRODUCTS.find((candidate) => candidate.productId.endsWith(id));
  const sku = product && skusOf(product).find((candidate) => (candidate.est !== undefined) === est);
  if (sku === undefined) throw new Error(`INTERNAL: no such product in the catalogue: ${id}`);
  return sku;
}

/** A product that no list has ever held. */
const UNKNOWN: Sku = {
  product: {
    title: 'Yammer Enterprise',
    productId: 'CFQ7TTC0T9YE',
    cents: 0,
    ratio: 80,
    segments: ['Commercial'],
    firstSku: 1,
  },
  skuId: '0001',
  skuTitle: 'Yammer Enterprise',
  segment: 'Commercial',
  est: undefined,
};

/** The next 30 January on or after a day: its term's cycles begin on the 31st. */
function nextEndOfJanuary(from: Day): Day {
  const { year } = partsOfDay(from);
  const inYear = (y: number): Day => makeDay(y, 1, 30) ?? from;
  return inYear(year) >= from ? inYear(year) : inYear(year + 1);
}

/** What a planted subscription differs in; the rest is a plain annual subscription that drifts. */
interface Plant extends Partial<Omit<Subscription, 'id' | 'customer' | 'sku' | 'end'>> {
  readonly trap: TrapId;
  readonly customer: number;
  readonly sku: Sku;
  readonly end: Day;
}

/** The last day of a three-year term that began before R-004's first day and, if possible, ends in half a year. */
function oldGraceEnd(asOf: Day): Day {
  const latest = makeDay(2025, 3, 10) ?? asOf;
  return addMonths(Math.min(addMonths(asOf, -30), latest), 36) - 1;
}

function plants({ asOf, promotions }: World): readonly Plant[] {
  const soon = (months: number): Day => addMonths(asOf, months) + 9;
  const premium = skuOf('T1BP', false);
  const dying = promotions.find(
    (promotion) => promotion.sku.product === premium.product && promotion.plan === 'Monthly',
  );
  const monthly = { term: 'P1M' as Term, plan: 'Monthly' as Plan };
  return [
    { trap: 'lost-zero', customer: 0, sku: skuOf('T2X2', false), end: soon(1), seats: 40 },
    { trap: 'est-no-uplift', customer: 1, sku: skuOf('T1AE', true), end: asOf + 12, seats: 60, ...monthly, autoRenew: true },
    { trap: 'silent-twin', customer: 3, sku: skuOf('T8BE', true), end: asOf + 17, seats: 18, ...monthly, autoRenew: true },
    { trap: 'promotion-dies', customer: 6, sku: premium, end: addMonths(asOf, 8) + 3, seats: 120, promotion: dying, autoRenew: true },
    { trap: 'promotion-dies', customer: 6, sku: premium, end: addMonths(asOf, 8) + 5, seats: 35, promotion: dying },
    { trap: 'old-grace', customer: 10, sku: skuOf('T1E3', false), end: oldGraceEnd(asOf), seats: 240, term: 'P3Y', plan: 'Annual' },
    { trap: 'price-rise', customer: 11, sku: skuOf('T1E3', false), end: soon(2), seats: 150 },
    { trap: 'no-monthly', customer: 12, sku: skuOf('T3CP', false), end: soon(1), seats: 45 },
    { trap: 'est-despite-flag', customer: 13, sku: skuOf('T2TP', false), end: soon(0), seats: 75, autoRenew: true, action: 'RenewToExtendedServiceTerm' },
    { trap: 'cancel-despite-flag', customer: 14, sku: skuOf('T6V2', false), end: soon(3), seats: 12, autoRenew: true, action: 'Cancel' },
    { trap: 'ends-today', customer: 15, sku: skuOf('T7BI', false), end: asOf, seats: 30 },
    { trap: 'month-end', customer: 16, sku: skuOf('T8BP', false), end: nextEndOfJanuary(asOf), seats: 22 },
    { trap: 'suspended', customer: 20, sku: skuOf('T2E3', false), end: soon(1), seats: 90, status: 'suspended' },
    { trap: 'trial', customer: 21, sku: skuOf('T1BS', false), end: asOf + 14, seats: 25, term: 'P1M', plan: 'None', isTrial: true, autoRenew: true },
    { trap: 'no-clause', customer: PLANTED_CUSTOMERS.noClause, sku: skuOf('T2E3', false), end: soon(1), seats: 200 },
    { trap: 'price-lock', customer: PLANTED_CUSTOMERS.priceLock, sku: skuOf('T1E5', false), end: soon(0), seats: 80 },
    { trap: 'formula-name', customer: PLANTED_CUSTOMERS.formulaName, sku: skuOf('T1BB', false), end: soon(4), seats: 55 },
    { trap: 'end-of-sale', customer: 22, sku: skuOf('T9CA', false), end: soon(5), seats: 16 },
    { trap: 'no-price', customer: 23, sku: UNKNOWN, end: soon(2), seats: 33 },
    { trap: 'legacy-instruction', customer: 24, sku: skuOf('T2X1', false), end: soon(3), seats: 64, legacyInstruction: true },
  ]; // prettier-ignore
}

/** A planted subscription with the trap that it stands for. */
export interface Planted {
  readonly trap: TrapId;
  readonly subscription: Subscription;
}

/** All planted subscriptions, the same for every size of the sample. */
export function plantSubscriptions(world: World): readonly Planted[] {
  return plants(world).map(({ trap, customer, ...given }, index): Planted => {
    const term = given.term ?? 'P1Y';
    const buyer = world.customers[customer];
    if (buyer === undefined) throw new RangeError(`INTERNAL: no customer ${String(customer)} to plant a trap on`);
    const subscription: Subscription = {
      plan: 'Monthly',
      seats: 10,
      start: startOfTerm(given.end, term),
      autoRenew: false,
      action: '',
      legacyInstruction: false,
      promotion: undefined,
      status: 'active',
      isTrial: false,
      ...given,
      term,
      id: guid(randomStream(world.seed, 'trap', index)),
      customer: buyer,
    };
    return { trap, subscription };
  });
}

function customersOf(id: TrapId, planted: readonly Planted[], customers: readonly Customer[]): readonly string[] {
  if (id === 'two-currencies')
    return customers.filter((customer) => customer.market === 'DE').map((customer) => customer.id);
  return [...new Set(planted.map(({ subscription }) => subscription.customer.id))];
}

/** Every trap with the ids of what it stands on. */
export function listTraps(planted: readonly Planted[], customers: readonly Customer[]): readonly Trap[] {
  const ids = Object.keys(trapTexts) as TrapId[];
  return ids.map((id) => {
    const own = planted.filter((entry) => entry.trap === id);
    const subscriptionIds = own.map(({ subscription }) => subscription.id);
    return { id, ...trapTexts[id], subscriptionIds, customerIds: customersOf(id, own, customers) };
  });
}
