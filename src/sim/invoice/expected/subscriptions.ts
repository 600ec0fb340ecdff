/** The subscriptions of a month: as the exports before and after it have them, with the term, the cycle and the price that count in it. */
import { type Day, firstDayOfMonth, type Month } from '../../../core/days.ts';
import { idKey, productKey, skuKey } from '../../../core/ids.ts';
import { textAt } from '../../../core/table.ts';
import type { Book, Subscription } from '../../book.ts';
import type { Offer, TermPlan } from '../../price-rows.ts';
import type { ExpectedPrices, PriceBasis } from './price-basis.ts';
import { cycleOn, type RunningTerm, termBefore } from './running-term.ts';
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

export interface Sides {
  readonly month: Month;
  readonly before: Snapshot | undefined;
  /** The only export, where there is one. */
  readonly after: Snapshot;
}

/** What a row of an export is described by. */
interface Described extends Pick<
  MonthSubscription,
  'book' | 'id' | 'term' | 'basis' | 'seatsBefore' | 'seatsAfter' | 'isSure'
> {
  readonly prices: ExpectedPrices;
  readonly subscription: Subscription;
}

export function described({ prices, subscription, ...of }: Described): MonthSubscription {
  const { book, term } = of;
  const { row, sale } = subscription;
  const column = (name: string): string => textAt(book.portfolio.table.columns.get(name), row);
  return {
    ...of,
    ...{ row, plan: sale.plan, offer: sale.offer, isGone: of.seatsAfter === undefined },
    customerId: idKey(column('customerId')),
    product: productKey(column('productId')),
    sku: skuKey(column('skuId')),
    currency: column('currency').toUpperCase(),
    cycleOn: (day) => {
      const running = term && (day < term.start ? termBefore(term) : term);
      const cycle = running && cycleOn(running, day);
      return cycle && { cycle, basis: prices.of(subscription, running.start, running.cycleMonths) };
    },
  };
}

interface Presence extends Pick<MonthSubscription, 'seatsBefore' | 'seatsAfter'> {
  readonly month: Month;
  /** Of the export before. */
  readonly dayBefore: Day | undefined;
  readonly commitmentStart: Day;
}

/** Whether a subscription was there for the whole month, or from its start on. */
export function isSureOf(term: RunningTerm, of: Presence): boolean {
  const { month, dayBefore, seatsBefore, seatsAfter, commitmentStart } = of;
  const begin = term.cycle?.start ?? firstDayOfMonth(month);
  // Gone by now: sure only up to the day of the export that still had it.
  if (seatsAfter === undefined) return dayBefore !== undefined && seatsBefore !== undefined && begin <= dayBefore;
  // Was it there then? The export before says so, or its own start does.
  return seatsBefore !== undefined || (term.away === 0 && begin >= commitmentStart);
}
