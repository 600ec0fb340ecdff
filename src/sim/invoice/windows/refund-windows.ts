/** What can still be cancelled or reduced on a day, until when, and what would come back. */
import { compareCodeUnits } from '../../../core/compare-text.ts';
import type { Day } from '../../../core/days.ts';
import { idKey, productKey, skuKey } from '../../../core/ids.ts';
import { textAt } from '../../../core/table.ts';
import type { Book } from '../../book.ts';
import { remember } from '../../remember.ts';
import type { InvoiceLines } from '../model/types.ts';
import type { BilledEst } from '../est-billed.ts';
import type { EstStop } from '../types.ts';
import { billedWindows } from './billed-windows.ts';
import { closedRows, portfolioWindows } from './portfolio-windows.ts';
import type { Refund, RefundWindow } from './types.ts';

type StopOn = (rows: readonly number[], day: Day) => EstStop;

/**
 * All windows, those that close first in front.
 * @param kinds of `lineKinds`
 * @param est what was billed as EST: it can be ended any day
 * @param stopOn what comes back of one when it is cancelled on a day
 */
export function refundWindows(
  lines: InvoiceLines,
  kinds: Uint8Array,
  est: readonly BilledEst[],
  stopOn: StopOn,
  book: Book,
  asOf: Day,
): readonly RefundWindow[] {
  const ests = est.flatMap((found) => estWindow(found, stopOn, asOf));
  const isEst = new Set(est.filter(({ confidence }) => confidence !== 'low').flatMap(({ rows }) => rows));
  const rowOf = portfolioRows(book);
  const closed = closedRows(book, asOf);
  const own = portfolioWindows(book, asOf);
  const byRow = new Map(own.map((window) => [window.row ?? -1, window]));
  const billed = billedWindows(lines, kinds, asOf).flatMap((window): readonly RefundWindow[] => {
    if (window.rows.some((row) => isEst.has(row))) return [];
    const row = rowOf(window);
    const stated = row === undefined ? undefined : byRow.get(row);
    if (row !== undefined && closed.has(row)) return [];
    // What Microsoft says of a subscription wins, and has its own line.
    if (stated?.source === 'microsoft' && window.basis !== 'added') return [];
    if (stated && window.basis !== 'added') byRow.delete(row ?? -1);
    return [{ ...window, row }];
  });
  return [...billed, ...byRow.values(), ...ests].sort(byEnd);
}

function byEnd(a: RefundWindow, b: RefundWindow): number {
  return (
    (a.until ?? Infinity) - (b.until ?? Infinity) ||
    compareCodeUnits(a.customer, b.customer) ||
    compareCodeUnits(a.subscriptionId, b.subscriptionId)
  );
}

/** The row of the portfolio that a billed subscription is: by id, else the only one of its customer, product and SKU. */
function portfolioRows({ portfolio: { table } }: Book): (window: RefundWindow) => number | undefined {
  const cell = (name: string, row: number): string => textAt(table.columns.get(name), row);
  const byId = new Map<string, number>();
  const bySku = new Map<string, number[]>();
  const key = (customer: string, product: string, sku: string): string =>
    `${idKey(customer)}|${productKey(product)}|${skuKey(sku)}`;
  for (let row = 0; row < table.rows; row++) {
    byId.set(idKey(cell('subscriptionId', row)), row);
    const sku = key(cell('customerId', row), cell('productId', row), cell('skuId', row));
    remember(bySku, sku, (): number[] => []).push(row);
  }
  return ({ subscriptionId, customerId, productId, skuId }) => {
    const [only, ...others] = bySku.get(key(customerId, productId, skuId)) ?? [];
    return byId.get(idKey(subscriptionId)) ?? (others.length === 0 ? only : undefined);
  };
}

/** One that runs, or may: it renews by itself. */
function estWindow(found: BilledEst, stopOn: StopOn, asOf: Day): readonly RefundWindow[] {
  const { rows, seats, customerId, customer, subscriptionId, product, productId, skuId, currency } = found;
  const stop = stopOn(rows, asOf);
  if ((stop.state !== 'running' && stop.state !== 'presumed') || found.confidence === 'low') return [];
  const refund = (day: Day): Refund => {
    const dayReturned = stopOn(rows, day).refund;
    if (day <= stop.from) return { dayReturned, dayCharged: dayReturned };
    return { dayReturned, dayCharged: day < stop.to ? stopOn(rows, day + 1).refund : 0 };
  };
  return [
    {
      ...{ basis: 'est', source: 'billed', scope: 'whole', seats: seats?.d === 1n ? seats.num : undefined },
      ...{ customerId, customer, subscriptionId, product, productId, skuId, currency },
      ...{ start: stop.from, end: stop.to, surelyUntil: undefined, until: undefined },
      ...{ today: refund(asOf), tomorrow: asOf < stop.to ? refund(asOf + 1) : undefined, rows, row: undefined },
    },
  ];
}
