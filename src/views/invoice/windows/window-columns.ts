/** Refund windows as a list, and their sums. */
import type { Day } from '../../../core/days.ts';
import type { Format } from '../../../core/format.ts';
import { fraction } from '../../../core/exact.ts';
import { safeMinor } from '../../../core/money.ts';
import { refundWindowsText as text } from '../../../core/text/en/refund-windows.ts';
import type { RefundWindow } from '../../../sim/invoice/windows/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { columnsIn } from '../columns.ts';

export function windowColumns(currency: string, asOf: Day, format: Format): readonly TakenColumn<RefundWindow>[] {
  const { columns, bases, scopes, sources } = text;
  const make = columnsIn<RefundWindow>(currency, format);
  const isLast = ({ surelyUntil }: RefundWindow): boolean => surelyUntil !== undefined && surelyUntil <= asOf;
  const until = make.day('until', columns.until, (window) => window.until);
  return [
    make.text('customer', columns.customer, windowCustomer, { width: 170, frozen: true }),
    make.text('product', columns.product, ({ product, productId }) => product || productId, { width: 220 }),
    make.text('what', columns.what, ({ basis }) => bases[basis], { width: 150 }),
    make.exact('seats', columns.seats, ({ seats }) => (seats === undefined ? undefined : fraction(seats)), { width: 70 }),
    make.text('scope', columns.scope, ({ scope }) => scopes[scope], { width: 130 }),
    make.day('surely', columns.surely, ({ surelyUntil }) => surelyUntil, {
      flags: (window) => (isLast(window) ? CELL.warning : 0),
    }),
    { ...until, text: (window) => (window.until === undefined ? text.anyTime : until.text(window)) },
    make.amount('today', columns.today, ({ today }) => today?.dayReturned),
    make.amount('todayCharged', columns.todayCharged, ({ today }) => today?.dayCharged, { width: 150 }),
    make.amount('tomorrow', columns.tomorrow, ({ tomorrow }) => tomorrow?.dayReturned),
    make.amount('tomorrowCharged', columns.tomorrowCharged, ({ tomorrow }) => tomorrow?.dayCharged, { width: 170 }),
    make.day('start', columns.start, ({ start }) => start),
    make.text('source', columns.source, ({ source }) => sources[source], { width: 160 }),
    make.text('subscription', columns.subscription, ({ subscriptionId }) => subscriptionId, { width: 270 }),
  ];
} // prettier-ignore

export function windowCustomer({ customer, customerId }: RefundWindow): string {
  return customer || customerId;
}

export function windowKpis(
  windows: readonly RefundWindow[],
  currency: string,
  asOf: Day,
  format: Format,
): readonly Kpi[] {
  const { kpis } = text;
  const sum = (of: (window: RefundWindow) => number | undefined): string =>
    format.amount(safeMinor(windows.reduce((total, window) => total + (of(window) ?? 0), 0)), currency);
  const urgent = windows.filter(({ surelyUntil }) => surelyUntil !== undefined && surelyUntil <= asOf);
  return [
    { label: kpis.open, value: format.count(windows.length) },
    { label: kpis.today, value: sum(({ today }) => today?.dayReturned), unit: currency },
    { label: kpis.tomorrow, value: sum(({ tomorrow }) => tomorrow?.dayReturned), unit: currency },
    { label: kpis.urgent, value: format.count(urgent.length) },
  ];
}
