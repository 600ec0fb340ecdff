/** Prices to begin a proration with, found by words of a customer or a product. */
import { type Day, termMonths } from '../../../core/days.ts';
import { type Exact, fraction, multiply, ONE, subtract, toDecimal, ZERO } from '../../../core/exact.ts';
import { NO_DAY, textAt } from '../../../core/table.ts';
import type { Book, Subscription } from '../../book.ts';
import { priceSeries, segmentAt } from '../../price-series.ts';
import type { Offer } from '../../price-rows.ts';
import { type PriceCandidate, SHEET_PLANS, type SheetPlan } from './types.ts';

/** Of each kind. */
const MOST = 40;
const LEAST_DIGITS = 2;
const MOST_DIGITS = 10;
const BILLED_MONTHS: Readonly<Record<string, number>> = { Monthly: 1, Annual: 12, Triennial: 36 };

/**
 * Subscriptions first, then rows of price lists, the first of each.
 * @param find words that must all occur, in any case; empty: whatever comes first
 * @param day on which a list's price is wanted
 */
export function priceCandidates(book: Book, find: string, day: Day): readonly PriceCandidate[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string): boolean => {
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
  return [...subscriptionPrices(book, fits), ...listPrices(book, fits, day)];
}

function subscriptionPrices(book: Book, fits: (text: string) => boolean): readonly PriceCandidate[] {
  const { table } = book.portfolio;
  const text = (name: string, row: number): string => textAt(table.columns.get(name), row);
  const found: PriceCandidate[] = [];
  for (let row = 0; row < book.rows && found.length < MOST; row++) {
    const subscription = book.subscription(row);
    const customer = text('customerName', row) || text('customerId', row);
    const product = text('offerName', row) || (subscription.sale.offer?.title ?? '');
    if (!fits(`${customer} ${product}`)) continue;
    const price = priceOf(subscription);
    const plan = planOf(subscription.sale.plan);
    if (!price || !plan) continue;
    found.push({
      ...{ id: `subscription ${String(row)}`, source: 'subscription', customer, product, plan },
      ...{ currency: text('currency', row).toUpperCase(), price: perCycle(price.unit, plan), from: price.from },
      seats: subscription.seats,
      termStart: subscription.commitmentStart === NO_DAY ? undefined : subscription.commitmentStart,
    });
  }
  return found;
}

function priceOf({ paid, sale, share, commitmentStart }: Subscription) {
  if (paid) return { unit: paid.unit, from: paid.source };
  const listed = sale.offer && segmentAt(priceSeries(sale.offer, sale.plan, []), commitmentStart)?.price;
  return listed && { unit: multiply(listed.cost, subtract(ONE, share.share ?? ZERO)), from: 'list' as const };
}

function listPrices(book: Book, fits: (text: string) => boolean, day: Day): readonly PriceCandidate[] {
  const found: PriceCandidate[] = [];
  for (const offer of book.offers.values()) {
    if (found.length >= MOST) break;
    if (fits(`${offer.title} ${offer.segment} ${offer.market}`)) found.push(...offerPrices(offer, day));
  }
  return found.slice(0, MOST);
}

function offerPrices(offer: Offer, day: Day): readonly PriceCandidate[] {
  return SHEET_PLANS.flatMap((plan) => {
    const price = segmentAt(priceSeries(offer, plan, []), day)?.price;
    if (!price) return [];
    return {
      ...{ id: `list ${String(offer.index)} ${plan}`, source: 'list' as const, customer: '', plan },
      product: [offer.title, offer.segment, offer.market].filter(Boolean).join(', '),
      ...{ currency: offer.currency.toUpperCase(), price: perCycle(price.cost, plan), from: 'list' as const },
      ...{ seats: undefined, termStart: undefined },
    };
  });
}

/** Spelled as in price lists. */
function planOf(plan: string): SheetPlan | undefined {
  return SHEET_PLANS.find((one) => one.toLowerCase() === plan.toLowerCase());
}

/** @param perMonth a price per seat and month */
function perCycle(perMonth: Exact, plan: SheetPlan): string {
  const [term = '', billing = ''] = plan.split('/');
  const months = BILLED_MONTHS[billing] ?? termMonths(term) ?? 1;
  return toDecimal(multiply(perMonth, fraction(months)), LEAST_DIGITS, MOST_DIGITS);
}
