/** What Microsoft will bill for the licences of the portfolio if every one renews as it is, at the prices that are known today. */
import type { Month } from '../../../core/days.ts';
import { fraction, multiply } from '../../../core/exact.ts';
import { type Minor, minorDigits, roundToMinor } from '../../../core/money.ts';
import { NO_DAY, textAt } from '../../../core/table.ts';
import type { Book, Subscription } from '../../book.ts';
import { ExpectedPrices } from '../../invoice/expected/price-basis.ts';
import { runningTerm } from '../../invoice/expected/running-term.ts';
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
  const [ids, labels, currencies] = [columns.get('customerId'), columns.get('customerName'), columns.get('currency')];
  const prices = new ExpectedPrices();
  const sums = new Map<string, Sum>();
  const names = new Map<string, string>();
  const counts = { priced: 0, unpriced: 0 };
  for (let row = 0; row < book.rows; row++) {
    const subscription = book.subscription(row);
    if (!isBilled(subscription)) continue;
    const name = textAt(labels, row).trim();
    const customer = customerKey(textAt(ids, row), name);
    if (!names.has(customer)) names.set(customer, name || textAt(ids, row));
    const currency = textAt(currencies, row).toUpperCase();
    if (addCharges(subscription, customer, currency)) counts.priced++;
    else counts.unpriced++;
  }
  const cells = [...sums.values()].map((sum) => ({ ...sum, file: undefined, other: 0 }));
  return { cells, names, ...counts };

  /** Whether its price is known. */
  function addCharges(subscription: Subscription, customer: string, currency: string): boolean {
    const { commitmentStart, termEnd, sale, seats } = subscription;
    for (let month = first; month <= last; month++) {
      const term = runningTerm(commitmentStart, termEnd, sale.plan, month);
      if (!term) return false;
      if (!term.cycle) continue;
      const basis = prices.of(subscription, term.start, term.cycleMonths);
      if (!basis) return false;
      const key = `${customer}\n${String(month)} ${currency}`;
      const sum = sums.get(key) ?? { customer, month, currency, licence: 0 };
      sums.set(key, sum);
      sum.licence += roundToMinor(multiply(basis.net, fraction(seats)), minorDigits(currency));
    }
    return true;
  }
}

function isBilled({ active, trial, licenceBased, commitmentStart }: Subscription): boolean {
  return active && !trial && licenceBased && commitmentStart !== NO_DAY;
}
