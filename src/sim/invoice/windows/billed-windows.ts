/** Windows that billed lines opened: purchases, renewals and added seats of the last days. */
import type { Day } from '../../../core/days.ts';
import { type Exact, fraction, multiply, ONE, toFloat, ZERO } from '../../../core/exact.ts';
import { minorDigits } from '../../../core/money.ts';
import { NO_DAY } from '../../../core/table.ts';
import { remember } from '../../remember.ts';
import { LINE_KINDS } from '../model/kinds.ts';
import type { InvoiceLines, LineText } from '../model/types.ts';
import { PERPETUAL_DAYS, refundOn, WINDOW_DAYS } from './refund-on.ts';
import type { RefundWindow, WindowBasis } from './types.ts';

const OWN_PUBLISHER = /^$|microsoft/i;

/** What was done to a subscription on a day: changes of one day give back what the one before charged, and add up. */
interface Event {
  readonly type: string;
  readonly day: Day;
  readonly rows: number[];
  /** Seats less those given back. */
  seats: number;
}

/** @param kinds of `lineKinds`, of each line */
export function billedWindows(lines: InvoiceLines, kinds: Uint8Array, asOf: Day): readonly RefundWindow[] {
  const found: RefundWindow[] = [];
  for (const events of recentEvents(lines, kinds, asOf).values()) {
    const ended = Math.max(...events.filter(({ type }) => type === 'cancelimmediate').map(({ day }) => day));
    const removed = events.filter(({ type, seats }) => type === 'removequantity' && seats < 0);
    let gone = removed.reduce((sum, { seats }) => sum - seats, 0);
    const opened = events.flatMap((event) => {
      const basis = basisOf(lines, kinds, event);
      return basis !== undefined && event.seats > 0 && event.day > ended ? [{ event, basis }] : [];
    });
    // Seats that were given back meanwhile are those that came last.
    for (const { event, basis } of opened.sort((a, b) => b.event.day - a.event.day)) {
      const taken = Math.min(gone, event.seats);
      gone -= taken;
      if (event.seats > taken) found.push(windowOf(lines, kinds, event, basis, event.seats - taken, asOf));
    }
  }
  return found.filter(({ until }) => until === undefined || until >= asOf);
}

/** By subscription, the events of the longest window. */
function recentEvents(lines: InvoiceLines, kinds: Uint8Array, asOf: Day): ReadonlyMap<string, readonly Event[]> {
  const events = new Map<string, Map<string, Event>>();
  const { chargeStartDate } = lines.days;
  for (let row = 0; row < lines.rows; row++) {
    const day = chargeStartDate[row] ?? NO_DAY;
    if (day > asOf || day < asOf - PERPETUAL_DAYS || !isSold(lines, kinds, row)) continue;
    const type = text(lines, 'chargeType', row).toLowerCase();
    const owner = ['customerId', 'subscriptionId', 'productId', 'skuId', 'currency'] as const;
    const key = owner.map((name) => String(lines.texts[name].codes[row] ?? 0)).join(' ');
    const own = remember(events, key, () => new Map<string, Event>());
    const event = remember(own, `${type} ${String(day)}`, () => ({ type, day, rows: [], seats: 0 }));
    event.rows.push(row);
    event.seats += seatsOf(lines, row);
  }
  return new Map([...events].map(([key, own]) => [key, [...own.values()]]));
}

/** What Microsoft itself sells by the seat; marketplace offers have windows of their own (D-18). */
function isSold(lines: InvoiceLines, kinds: Uint8Array, row: number): boolean {
  const kind = LINE_KINDS[kinds[row] ?? 0];
  return kind !== 'usage' && kind !== 'reservation' && OWN_PUBLISHER.test(text(lines, 'publisherName', row));
}

function basisOf(lines: InvoiceLines, kinds: Uint8Array, { type, rows }: Event): WindowBasis | undefined {
  const [row = 0] = rows;
  const kind = LINE_KINDS[kinds[row] ?? 0];
  const hasEnd = (lines.days.chargeEndDate[row] ?? NO_DAY) !== NO_DAY;
  if (type === 'addquantity') return 'added';
  if (type === 'new' && !hasEnd) return kind === 'software' || kind === 'other' ? 'perpetual' : undefined;
  return hasEnd && (type === 'new' || type === 'renew') ? type : undefined;
}

function windowOf(
  lines: InvoiceLines,
  kinds: Uint8Array,
  { day, rows }: Event,
  basis: WindowBasis,
  seats: number,
  asOf: Day,
): RefundWindow {
  const charge = rows.find((row) => seatsOf(lines, row) > 0) ?? rows[0] ?? 0;
  const currency = text(lines, 'currency', charge).toUpperCase();
  const until = day + (basis === 'perpetual' ? PERPETUAL_DAYS : WINDOW_DAYS);
  const end = lines.days.chargeEndDate[charge] ?? NO_DAY;
  const own = { start: day, end: end === NO_DAY ? undefined : end };
  const refundable = { ...own, seats, perSeat: perSeat(lines, charge), digits: minorDigits(currency) };
  const isSoftware = LINE_KINDS[kinds[charge] ?? 0] === 'software' || basis === 'perpetual';
  return {
    ...{ basis, source: 'billed', currency, seats, ...own, until, surelyUntil: until - 1, row: undefined, rows },
    ...{ customerId: text(lines, 'customerId', charge), customer: text(lines, 'customerName', charge) },
    ...{ productId: text(lines, 'productId', charge), skuId: text(lines, 'skuId', charge) },
    subscriptionId: text(lines, 'subscriptionId', charge),
    product: text(lines, 'skuName', charge) || text(lines, 'productName', charge),
    scope: basis === 'added' ? 'added' : isSoftware ? 'whole' : 'seats',
    today: refundOn(refundable, asOf),
    tomorrow: asOf + 1 > until ? undefined : refundOn(refundable, asOf + 1),
  };
}

/** What one seat was charged for all days of the line, in the billing currency. */
function perSeat(lines: InvoiceLines, row: number): Exact {
  const price = lines.figure('effectiveUnitPrice', row) ?? lines.figure('unitPrice', row) ?? ZERO;
  const charged = multiply(price, lines.figure('pcToBCExchangeRate', row) ?? ONE);
  return charged.n < 0n ? multiply(charged, fraction(-1)) : charged;
}

/** Below zero for what is given back, whichever figure says so. */
function seatsOf(lines: InvoiceLines, row: number): number {
  const seats = toFloat(lines.figure('billableQuantity', row) ?? lines.figure('quantity', row) ?? ONE);
  const price = lines.figure('effectiveUnitPrice', row);
  return price && price.n < 0n ? -Math.abs(seats) : seats;
}

function text({ texts }: InvoiceLines, name: LineText, row: number): string {
  const { codes, values } = texts[name];
  return values[codes[row] ?? 0] ?? '';
}
