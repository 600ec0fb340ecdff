/** The subscriptions of a month: as the exports before and after it have them, with the term, the cycle and the price that count in it. */
import { type Day, firstDayOfMonth, type Month } from '../../../core/days.ts';
import { idKey, productKey, skuKey } from '../../../core/ids.ts';
import { NO_DAY, textAt } from '../../../core/table.ts';
import type { Book, Subscription } from '../../book.ts';
import type { Offer, TermPlan } from '../../price-rows.ts';
import { ExpectedPrices, type PriceBasis } from './price-basis.ts';
import { cycleOn, type RunningTerm, runningTerm, termBefore } from './running-term.ts';
import type { ChargeCycle } from '../charge-cycle.ts';

/** An export of subscriptions as a book, with the day on which it was made; undefined: nobody knows. */
export interface Snapshot {
  readonly book: Book;
  readonly day: Day | undefined;
}

export interface MonthSubscription {
  readonly book: Book;
  readonly row: number;
  /** As it is matched, as are the other ids. */
  readonly id: string;
  readonly customerId: string;
  readonly product: string;
  readonly sku: string;
  readonly plan: TermPlan;
  readonly currency: string;
  readonly offer: Offer | undefined;
  /** Undefined: a trial, something without a term, or a row without a start. */
  readonly term: RunningTerm | undefined;
  /** Undefined without a term, or where no list has it. */
  readonly basis: PriceBasis | undefined;
  /** By the export before and the one after; undefined: it was not there, or there is no such export. */
  readonly seatsBefore: number | undefined;
  readonly seatsAfter: number | undefined;
  /** It is known to have been there for the whole month, or from its start on: a charge that lacks is missing. */
  readonly isSure: boolean;
  /** The later export does not have it any more, or has it as ended. */
  readonly isGone: boolean;
  /** The cycle that a day lies in, of this term or the one before, with its price. */
  cycleOn(day: Day): PricedCycle | undefined;
}

export interface PricedCycle {
  readonly cycle: ChargeCycle;
  readonly basis: PriceBasis | undefined;
}

interface Sides {
  readonly month: Month;
  readonly before: Snapshot | undefined;
  readonly after: Snapshot;
}

/** Each subscription of either export once, those of the later one first. @param after the only export, where there is one */
export function monthSubscriptions(sides: Sides): readonly MonthSubscription[] {
  const { before, after, month } = sides;
  const rowsBefore = before ? rowsById(before.book) : new Map<string, number>();
  const found: MonthSubscription[] = [];
  const [pricesAfter, pricesBefore] = [new ExpectedPrices(), new ExpectedPrices()];
  const end = firstDayOfMonth(month + 1);
  for (const [id, row] of rowsById(after.book)) {
    const old = rowsBefore.get(id);
    rowsBefore.delete(id);
    const was = before && old !== undefined ? before.book.subscription(old) : undefined;
    const is = after.book.subscription(row);
    const seats = { seatsBefore: was && seatsOf(was), seatsAfter: seatsOf(is) };
    // Renewed since: the month's term, plan and price are those of the export before.
    const isRenewed = was !== undefined && was.commitmentStart !== NO_DAY && is.commitmentStart >= end;
    if (before && isRenewed)
      found.push(described(sides, { book: before.book, prices: pricesBefore, id, subscription: was, ...seats }));
    else found.push(described(sides, { book: after.book, prices: pricesAfter, id, subscription: is, ...seats }));
  }
  if (!before) return found;
  for (const [id, row] of rowsBefore) {
    const was = before.book.subscription(row);
    const seats = { seatsBefore: seatsOf(was), seatsAfter: undefined };
    found.push(described(sides, { book: before.book, prices: pricesBefore, id, subscription: was, ...seats }));
  }
  return found;
}

function rowsById({ portfolio, rows }: Book): Map<string, number> {
  const ids = portfolio.table.columns.get('subscriptionId');
  const found = new Map<string, number>();
  for (let row = 0; row < rows; row++) found.set(idKey(textAt(ids, row)) || `row ${String(row)}`, row);
  return found;
}

function seatsOf({ active, seats }: Subscription): number | undefined {
  return active ? seats : undefined;
}

interface Row {
  readonly book: Book;
  readonly prices: ExpectedPrices;
  readonly id: string;
  readonly subscription: Subscription;
  readonly seatsBefore: number | undefined;
  readonly seatsAfter: number | undefined;
}

function described({ month, before }: Sides, of: Row): MonthSubscription {
  const { book, prices, id, subscription, seatsBefore, seatsAfter } = of;
  const { row, commitmentStart, termEnd, sale, trial, licenceBased } = subscription;
  const column = (name: string): string => textAt(book.portfolio.table.columns.get(name), row);
  const isKnown = commitmentStart !== NO_DAY && licenceBased && !trial;
  const term = isKnown ? runningTerm(commitmentStart, termEnd, sale.plan, month) : undefined;
  const isGone = seatsAfter === undefined;
  return {
    ...{ book, row, id, plan: sale.plan, offer: sale.offer, term, seatsBefore, seatsAfter, isGone },
    customerId: idKey(column('customerId')),
    product: productKey(column('productId')),
    sku: skuKey(column('skuId')),
    currency: column('currency').toUpperCase(),
    basis: term && prices.of(subscription, term.start, term.cycleMonths),
    isSure: isSure(),
    cycleOn: (day) => {
      const running = term && (day < term.start ? termBefore(term) : term);
      const cycle = running && cycleOn(running, day);
      return cycle && { cycle, basis: prices.of(subscription, running.start, running.cycleMonths) };
    },
  };

  function isSure(): boolean {
    if (!term) return false;
    const begin = term.cycle?.start ?? firstDayOfMonth(month);
    // Gone by now: sure only up to the day of the export that still had it.
    if (isGone) return before?.day !== undefined && seatsBefore !== undefined && begin <= before.day;
    // Was it there then? The export before says so, or its own start does.
    return seatsBefore !== undefined || (term.away === 0 && begin >= commitmentStart);
  }
}
