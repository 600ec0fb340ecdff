/** Notices as a list. */
import type { Format } from '../../../core/format.ts';
import { payersText } from '../../../core/text/en/payers.ts';
import type { Notice } from '../../../sim/payers/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import { type PayColumn, amountColumn, countColumn, dayColumn, textColumn } from '../sheet/columns.ts';

const { columns: titles, states } = payersText.notices;

export function noticeColumns(format: Format): readonly PayColumn<Notice>[] {
  const late = ({ state }: Notice): number => (state === 'overdue' || state === 'late' ? CELL.bold | CELL.negative : 0);
  const amount = (key: 'monthly' | 'delayed') => (row: Notice) => ({ minor: row[key], currency: row.currency });
  return [
    textColumn({ key: 'customer', title: titles.customer, width: 200, frozen: true }, ({ customer, customerId }) => customer || customerId || payersText.noCustomer),
    { ...dayColumn<Notice>({ key: 'sendBy', title: titles.sendBy, width: 110 }, format, ({ sendBy }) => sendBy), flags: late },
    { ...textColumn<Notice>({ key: 'state', title: titles.state, width: 120 }, ({ state }) => states[state]), flags: late },
    dayColumn({ key: 'from', title: titles.from, width: 120 }, format, ({ from }) => from),
    amountColumn({ key: 'monthly', title: titles.monthly, width: 120 }, format, amount('monthly')),
    amountColumn({ key: 'delayed', title: titles.delayed, width: 140 }, format, amount('delayed')),
    textColumn({ key: 'currency', title: titles.currency, width: 76 }, ({ currency }) => currency),
    countColumn({ key: 'notice', title: titles.notice, width: 96 }, format, ({ noticeDays }) => noticeDays),
    dayColumn({ key: 'given', title: titles.given, width: 110 }, format, ({ given }) => given),
    dayColumn({ key: 'lock', title: titles.lock, width: 110 }, format, ({ lockedUntil }) => lockedUntil),
    countColumn({ key: 'subscriptions', title: titles.subscriptions, width: 104 }, format, ({ subscriptions }) => subscriptions),
    countColumn({ key: 'seats', title: titles.seats, width: 76 }, format, ({ seats }) => seats),
    textColumn({ key: 'customerId', title: titles.customerId, width: 280 }, ({ customerId }) => customerId),
  ]; // prettier-ignore
}
