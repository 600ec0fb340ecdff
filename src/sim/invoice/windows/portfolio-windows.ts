/** Windows of terms that began in the last days, before an invoice has them, and those that a subscription states itself. */
import type { Day } from '../../../core/days.ts';
import { type Exact, fraction, multiply, ONE, subtract } from '../../../core/exact.ts';
import { minorDigits } from '../../../core/money.ts';
import { countAt, dayAt, exactAt, NO_DAY, type Table, textAt } from '../../../core/table.ts';
import type { Book, Subscription } from '../../book.ts';
import { priceSeries, segmentAt } from '../../price-series.ts';
import { chargeCycle } from '../charge-cycle.ts';
import { refundOn, WINDOW_DAYS } from './refund-on.ts';
import type { RefundWindow } from './types.ts';

const CYCLE_MONTHS: Readonly<Record<string, number>> = { Monthly: 1, Annual: 12, Triennial: 36 };

export function portfolioWindows(book: Book, asOf: Day): readonly RefundWindow[] {
  const { table } = book.portfolio;
  const allowed = table.columns.get('cancellationAllowedUntil');
  const found: RefundWindow[] = [];
  for (let row = 0; row < book.rows; row++) {
    const stated = dayAt(allowed, row);
    const own = book.subscription(row);
    const start = own.commitmentStart;
    const until = stated ?? start + WINDOW_DAYS;
    if (!own.active || !own.licenceBased || own.trial || start === NO_DAY || start > asOf || until < asOf) continue;
    found.push(windowOf(book, own, { until, isStated: stated !== undefined }, asOf));
  }
  return found;
}

/** Rows whose subscription says that its window is over, whatever the dates of its lines. */
export function closedRows({ portfolio: { table } }: Book, asOf: Day): ReadonlySet<number> {
  const allowed = table.columns.get('cancellationAllowedUntil');
  const closed = new Set<number>();
  for (let row = 0; allowed && row < table.rows; row++) {
    const stated = dayAt(allowed, row);
    if (stated !== undefined && stated < asOf) closed.add(row);
  }
  return closed;
}

function windowOf(
  book: Book,
  own: Subscription,
  { until, isStated }: { readonly until: Day; readonly isStated: boolean },
  asOf: Day,
): RefundWindow {
  const { table } = book.portfolio;
  const text = (name: string): string => textAt(table.columns.get(name), own.row);
  const start = own.commitmentStart;
  const seats = refundableSeats(table, own);
  const months = CYCLE_MONTHS[own.sale.plan.slice(own.sale.plan.indexOf('/') + 1)];
  const end = months === undefined ? undefined : Math.min(chargeCycle(start, 0, months).end, own.termEnd);
  const price = months === undefined ? undefined : cyclePrice(own, months);
  const digits = minorDigits(text('currency'));
  const refund = (day: Day) =>
    price && end !== undefined && day <= end ? refundOn({ start, end, perSeat: price, seats, digits }, day) : undefined;
  return {
    ...{ basis: 'term', source: isStated ? 'microsoft' : 'portfolio', scope: 'seats', seats, start, end, until },
    surelyUntil: isStated ? until : until - 1,
    ...{ customerId: text('customerId'), customer: text('customerName'), subscriptionId: text('subscriptionId') },
    ...{ product: text('offerName'), productId: text('productId'), skuId: text('skuId'), currency: text('currency') },
    ...{ today: refund(asOf), tomorrow: asOf + 1 > until ? undefined : refund(asOf + 1), rows: [], row: own.row },
  };
}

function refundableSeats(table: Table, { row, seats }: Subscription): number {
  const column = table.columns.get('refundableQuantity');
  const stated = countAt(column, row) ?? exactAt(column, row)?.num;
  return stated === undefined || Number.isNaN(stated) ? seats : Math.min(stated, seats);
}

/** Per seat and cycle: what was paid, else the list price of the first day less the promotion. */
function cyclePrice({ paid, sale, commitmentStart, share }: Subscription, months: number): Exact | undefined {
  const listed = sale.offer && segmentAt(priceSeries(sale.offer, sale.plan, []), commitmentStart)?.price?.cost;
  const unit = paid?.unit ?? (listed && multiply(listed, subtract(ONE, share.share ?? fraction(0))));
  return unit && multiply(unit, fraction(months));
}
