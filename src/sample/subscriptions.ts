/** What customers hold: ordinary subscriptions in realistic shares. The planted ones stand in `plant.ts`. */
import { type Day, addMonths, termMonths } from '../core/days.ts';
import { PRODUCTS, type Segment } from './catalogue.ts';
import { type Customer, customerAt } from './customers.ts';
import { type Plan, type Sku, type Term, skusOf } from './price-rows.ts';
import { type Promotion, makePromotions, promotionFor } from './promotions.ts';
import { type Random, guid, randomStream } from './random.ts';

type Action = '' | 'Cancel' | 'RenewToNewTerm' | 'RenewToExtendedServiceTerm' | 'Transition';

export interface Subscription {
  readonly id: string;
  readonly customer: Customer;
  readonly sku: Sku;
  readonly term: Term;
  readonly plan: Plan;
  readonly seats: number;
  readonly start: Day;
  /** Last day of the term, inclusive. */
  readonly end: Day;
  readonly autoRenew: boolean;
  readonly action: Action;
  readonly legacyInstruction: boolean;
  readonly promotion: Promotion | undefined;
  readonly status: 'active' | 'suspended';
  readonly isTrial: boolean;
}

/** What the generator needs to know to make a subscription. */
export interface World {
  readonly seed: number;
  readonly asOf: Day;
  readonly customers: readonly Customer[];
  readonly promotions: readonly Promotion[];
}

/** Fewer customers would leave planted ones out. */
const FEWEST_CUSTOMERS = 25;

/** The customers and promotions that subscriptions are drawn from. */
export function makeWorld(seed: number, asOf: Day, customers: number, twoMarkets: boolean): World {
  const length = Math.max(customers, FEWEST_CUSTOMERS);
  const all = Array.from({ length }, (_, index) => customerAt(seed, index, twoMarkets));
  return { seed, asOf, customers: all, promotions: makePromotions(asOf) };
}

const onSale = PRODUCTS.filter((product) => product.onlyIn === undefined).flatMap(skusOf);

function skusFor(segment: Segment, est: boolean): readonly Sku[] {
  return onSale.filter((sku) => sku.segment === segment && (sku.est !== undefined) === est);
}

const SHELVES: Readonly<Record<Segment, { readonly base: readonly Sku[]; readonly est: readonly Sku[] }>> = {
  Commercial: { base: skusFor('Commercial', false), est: skusFor('Commercial', true) },
  Education: { base: skusFor('Education', false), est: skusFor('Education', true) },
  Charity: { base: skusFor('Charity', false), est: skusFor('Charity', true) },
  Government: { base: skusFor('Government', false), est: skusFor('Government', true) },
};

/** What happens at the end: in EST already, EST scheduled, drifting, cancelled, renewal scheduled, or renewing by flag. */
type Fate = 'in-est' | 'est' | 'drift' | 'cancel' | 'scheduled' | 'renew';
const FATES: readonly (readonly [fate: Fate, upTo: number])[] = [
  ['in-est', 0.04],
  ['est', 0.09],
  ['drift', 0.34],
  ['cancel', 0.42],
  ['scheduled', 0.47],
  ['renew', 1],
];

function fateOf(random: Random): Fate {
  const roll = random.next();
  return FATES.find(([, upTo]) => roll < upTo)?.[0] ?? 'renew';
}

function termOf(sku: Sku, random: Random): { term: Term; plan: Plan } {
  const roll = random.next();
  if (sku.est !== undefined || (roll < 0.15 && sku.product.monthly !== 'none')) return { term: 'P1M', plan: 'Monthly' };
  if (roll > 0.85 && sku.product.threeYears && sku.segment === 'Commercial')
    return { term: 'P3Y', plan: random.pick(['Monthly', 'Annual', 'Triennial']) };
  return { term: 'P1Y', plan: random.chance(0.7) ? 'Monthly' : 'Annual' };
}

/** Days until the term ends: within the term, and for three years mostly within the next 14 months. */
function daysLeft(term: Term, random: Random): number {
  if (term === 'P1M') return random.below(28);
  if (term === 'P1Y') return 1 + random.below(364);
  return 1 + random.below(random.chance(0.7) ? 425 : 1000);
}

const SIZES: readonly (readonly [from: number, to: number])[] = [[1, 9], [1, 9], [1, 9], [10, 49], [10, 49], [10, 49], [10, 49], [50, 249], [50, 249], [250, 900]]; // prettier-ignore

function seatsOf(sku: Sku, random: Random): number {
  const [from, to] = random.pick(SIZES);
  return Math.min(from + random.below(to - from + 1), sku.product.seatLimit ?? to);
}

/** The first day of the term that ends on `end`. */
export function startOfTerm(end: Day, term: Term): Day {
  return addMonths(end + 1, -(termMonths(term) ?? 1));
}

const ACTION: Readonly<Record<Fate, Action>> = {
  'in-est': '',
  est: 'RenewToExtendedServiceTerm',
  drift: '',
  cancel: 'Cancel',
  scheduled: 'RenewToNewTerm',
  renew: '',
};

/** Id of the subscription with this number. */
export function subscriptionId(seed: number, index: number): string {
  return guid(randomStream(seed, 'id', index));
}

/** The ordinary subscription with this number: a pure function of the world and the number. */
export function subscriptionAt(world: World, index: number): Subscription {
  const random = randomStream(world.seed, 'subscription', index);
  const customer = random.pick(world.customers);
  const fate = fateOf(random);
  const shelf = SHELVES[customer.segment];
  const sku = random.pick(fate === 'in-est' ? shelf.est : shelf.base);
  const { term, plan } = termOf(sku, random);
  const end = world.asOf + daysLeft(term, random);
  const start = startOfTerm(end, term);
  const wantsPromotion = term === 'P1Y' && random.chance(0.8);
  return {
    id: subscriptionId(world.seed, index),
    customer, sku, term, plan, start, end,
    seats: seatsOf(sku, random),
    autoRenew: fate === 'renew' || fate === 'scheduled' || (fate === 'in-est' && random.chance(0.8)),
    action: ACTION[fate],
    legacyInstruction: false,
    promotion: wantsPromotion ? promotionFor(world.promotions, sku, plan, start) : undefined,
    status: random.chance(0.015) ? 'suspended' : 'active',
    isTrial: false,
  }; // prettier-ignore
}
