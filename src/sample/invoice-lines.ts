/** What Microsoft bills for the sample's subscriptions in a month: whole cycles at the price of the term's first day. Amounts in cents. */
import {
  type Day,
  type Month,
  addMonths,
  daysInMonth,
  firstDayOfMonth,
  monthOfDay,
  partsOfDay,
  termMonths,
} from '../core/days.ts';
import type { PriceList } from './price-rows.ts';
import type { Subscription } from './subscriptions.ts';

export interface SampleLine {
  readonly subscription: Subscription;
  readonly chargeType: string;
  readonly seats: number;
  /** Of a seat and a whole cycle. */
  readonly price: number;
  /** Whole percent off it. */
  readonly percent: number;
  readonly from: Day;
  readonly to: Day;
  readonly termStart: Day;
  readonly termEnd: Day;
  /** Charged days of those that the cycle counts. */
  readonly days: number;
  readonly cycleDays: number;
  /** The subtotal is that much off. */
  readonly off?: number;
}

const CYCLE_MONTHS: Readonly<Record<string, number>> = { Monthly: 1, Annual: 12, Triennial: 36 };

/** The line of a subscription whose cycle begins in the month; undefined: none does, or no list has its price. */
export function cycleLine(
  subscription: Subscription,
  month: Month,
  prices: ReadonlyMap<string, number>,
): SampleLine | undefined {
  const { term, plan, isTrial, customer, sku } = subscription;
  const length = termMonths(term) ?? 1;
  const months = Math.min(CYCLE_MONTHS[plan] ?? length, length);
  const whole = prices.get(priceKey(customer.market, sku.product.productId, sku.skuId, term, plan));
  if (isTrial || whole === undefined) return undefined;
  const termStart = termIn(subscription.start, length, month);
  const passed = month - monthOfDay(termStart);
  if (passed < 0 || passed >= length || passed % months !== 0) return undefined;
  const [from, to] = [cycleStart(termStart, passed), cycleStart(termStart, passed + months) - 1];
  const { year, month: own } = partsOfDay(from);
  const cycleDays = months === 1 ? daysInMonth(year, own) : to - from + 1;
  const isNew = termStart === subscription.start && passed === 0;
  return {
    ...{ subscription, from, to, termStart, cycleDays, days: cycleDays, seats: subscription.seats },
    chargeType: passed > 0 ? 'cycleCharge' : isNew && length > 1 ? 'new' : 'renew',
    price: (whole * months) / length,
    percent: subscription.promotion?.percent ?? 0,
    termEnd: addMonths(termStart, length) - 1,
  };
}

/** Cents of a whole term by market, product, SKU, term and plan. */
export function termPrices(lists: readonly PriceList[]): ReadonlyMap<string, number> {
  return new Map(
    lists.flatMap(({ market, rows }) =>
      rows.map(({ sku, term, plan, unit }) => [priceKey(market, sku.product.productId, sku.skuId, term, plan), unit]),
    ),
  );
}

function priceKey(...parts: readonly string[]): string {
  return parts.join('|');
}

/** The start of the term that runs in a month: terms follow each other without a gap. */
function termIn(start: Day, length: number, month: Month): Day {
  const away = Math.floor((month - monthOfDay(start)) / length);
  return addMonths(start, away * length);
}

/** Cycles of a term from the 30th of a month of 31 days keep their distance from the month's end. */
function cycleStart(termStart: Day, months: number): Day {
  const { year, month, date } = partsOfDay(termStart);
  const left = daysInMonth(year, month) - date;
  if (date < 30 || date + left < 31) return addMonths(termStart, months);
  return firstDayOfMonth(monthOfDay(termStart) + months + 1) - 1 - left;
}
