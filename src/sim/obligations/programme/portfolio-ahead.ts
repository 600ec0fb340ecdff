/** What Microsoft will bill for the licences of the portfolio if every one renews as it is, at the prices that are known today. */
import type { Month } from '../../../core/days.ts';
import type { Exact } from '../../../core/exact.ts';
import { type Minor, minorDigits, roundShare } from '../../../core/money.ts';
import { NO_DAY, textAt } from '../../../core/table.ts';
import type { Book, Subscription } from '../../book.ts';
import { ExpectedPrices } from '../../invoice/expected/price-basis.ts';
import { runningTerm } from '../../invoice/expected/running-term.ts';
import { inner, remember } from '../../remember.ts';
import { customerKey } from './billed-cells.ts';
import type { RevenueCell } from './types.ts';

export interface PortfolioAhead {
  readonly cells: readonly RevenueCell[];
  readonly names: ReadonlyMap<string, string>;
  readonly priced: number;
  readonly unpriced: number;
}

interface Sum {
  readonly customer: string;
  readonly month: Month;
  readonly currency: string;
  licence: Minor;
}

/** By customer, month and currency: whole charge cycles in the month that they begin in. @param last inclusive */
export function portfolioAhead(book: Book, first: Month, last: Month): PortfolioAhead {
  const { columns } = book.portfolio.table;
  const [ids, labels] = [columns.get('customerId'), columns.get('customerName')];
  const charges = new Charges(first, last);
  const scales = book.currencies.map((currency) => Number(`1e${String(minorDigits(currency.toUpperCase()))}`));
  const sums = new Map<string, Map<number, Sum>>();
  const names = new Map<string, string>();
  const counts = { priced: 0, unpriced: 0 };
  for (let row = 0; row < book.rows; row++) {
    const subscription = book.subscription(row);
    if (!isBilled(subscription)) continue;
    const name = textAt(labels, row).trim();
    const customer = customerKey(textAt(ids, row), name);
    if (!names.has(customer)) names.set(customer, name || textAt(ids, row));
    const due = charges.of(subscription);
    if (!due) {
      counts.unpriced++;
      continue;
    }
    counts.priced++;
    const code = book.currencyOf[row] ?? 0;
    const own = inner(sums, customer);
    for (const { month, net } of due) {
      const sum = remember(own, month * MOST_CURRENCIES + code, () => ({
        ...{ customer, month, currency: (book.currencies[code] ?? '').toUpperCase(), licence: 0 },
      }));
      sum.licence += roundShare(net, subscription.seats, 1, scales[code] ?? 1);
    }
  }
  const all = [...sums.values()].flatMap((own) => [...own.values()]);
  return { cells: all.map((sum) => ({ ...sum, file: undefined, other: 0 })), names, ...counts };
}

/** Currencies are counted in 16 bits. */
const MOST_CURRENCIES = 65_536;

function isBilled({ active, trial, licenceBased, commitmentStart }: Subscription): boolean {
  return active && !trial && licenceBased && commitmentStart !== NO_DAY;
}

interface Charge {
  readonly month: Month;
  /** Per seat and cycle. */
  readonly net: Exact;
}

/** What a seat is charged in which months; subscriptions of one price and term are looked at once. */
class Charges {
  private readonly first: Month;
  private readonly last: Month;
  private readonly prices = new ExpectedPrices();
  private readonly known = new Map<string, { readonly due: readonly Charge[] | undefined }>();

  constructor(first: Month, last: Month) {
    this.first = first;
    this.last = last;
  }

  /** Undefined where no list has a price, or the term is none. */
  of(subscription: Subscription): readonly Charge[] | undefined {
    const { saleIndex, shareIndex, paidIndex, commitmentStart, termEnd } = subscription;
    const key = [saleIndex, shareIndex, paidIndex, commitmentStart, termEnd].join(' ');
    return remember(this.known, key, () => ({ due: this.dueOf(subscription) })).due;
  }

  private dueOf(subscription: Subscription): readonly Charge[] | undefined {
    const { commitmentStart, termEnd, sale } = subscription;
    const due: Charge[] = [];
    for (let month = this.first; month <= this.last; month++) {
      const term = runningTerm(commitmentStart, termEnd, sale.plan, month);
      if (!term) return undefined;
      if (!term.cycle) continue;
      const basis = this.prices.of(subscription, term.start, term.cycleMonths);
      if (!basis) return undefined;
      due.push({ month, net: basis.net });
    }
    return due;
  }
}
