/** Refund windows that still run, by the day on which they close and customer. */
import type { Day } from '../../../core/days.ts';
import { safeMinor } from '../../../core/money.ts';
import type { RefundWindow } from '../../invoice/windows/types.ts';
import type { DueAmount, RefundEvent } from './types.ts';

/** Customers of a day that are events of their own; those behind them share one. */
const NAMED_CUSTOMERS = 10;

/** By the last day that is surely inside. Windows without an end close on no day. */
export function refundEvents(windows: readonly RefundWindow[], asOf: Day): readonly RefundEvent[] {
  const days = new Map<Day, Map<string, RefundWindow[]>>();
  for (const window of windows) {
    const until = window.surelyUntil ?? window.until;
    if (until === undefined) continue;
    const day = Math.max(until, asOf);
    const ofDay = days.get(day) ?? new Map<string, RefundWindow[]>();
    days.set(day, ofDay);
    const ofCustomer = ofDay.get(window.customerId);
    if (ofCustomer) ofCustomer.push(window);
    else ofDay.set(window.customerId, [window]);
  }
  return [...days].flatMap(([day, customers]) => eventsOf(day, customers));
}

function eventsOf(day: Day, customers: ReadonlyMap<string, readonly RefundWindow[]>): readonly RefundEvent[] {
  const inOrder = [...customers].sort(([a, of], [b, others]) => others.length - of.length || (a < b ? -1 : 1));
  const isAll = inOrder.length <= NAMED_CUSTOMERS + 1;
  const named = isAll ? inOrder : inOrder.slice(0, NAMED_CUSTOMERS);
  const others = isAll ? [] : inOrder.slice(NAMED_CUSTOMERS);
  return [
    ...named.map(([customerId, windows]) => ({
      ...eventOf(day, windows, customerId),
      ...{ customers: 1, customerId, about: windows[0]?.customer || customerId },
    })),
    ...(others.length === 0
      ? []
      : [
          {
            ...eventOf(
              day,
              others.flatMap(([, windows]) => windows),
              'others',
            ),
            customers: others.length,
          },
        ]),
  ];
}

function eventOf(day: Day, windows: readonly RefundWindow[], whose: string): RefundEvent {
  const sums = new Map<string, number>();
  for (const { currency, today } of windows)
    if (today) sums.set(currency, safeMinor((sums.get(currency) ?? 0) + today.dayReturned));
  return {
    ...{ kind: 'refund', day, rule: 'R-053', about: '', customerId: '', customers: 1 },
    id: `refund ${String(day)} ${whose}`,
    windows: windows.length,
    amounts: [...sums]
      .map(([currency, amount]): DueAmount => ({ currency, amount }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}
