/** What a seat costs now and the list price that was locked when it was bought (spec §2 *current*, §5). */
import { type Exact, ONE, ZERO, divide, equals, multiply, subtract } from '../core/exact.ts';
import { noteBit } from './notes.ts';
import type { Paid } from './portfolio-columns.ts';
import { type UnitPrice, withoutShocks } from './price-series.ts';

export type CurrentSource = 'paid' | 'billed' | 'list-at-start' | 'list-at-as-of' | 'est-base';

/** The price of today, shared by all subscriptions with the same row, promotion and price paid. */
export interface Lock {
  readonly source: CurrentSource;
  /** Cost per seat-month now. */
  readonly current: Exact;
  /** List price before the promotion and without currency shocks, per seat-month; today's cost where no promotion is known. */
  readonly listCost: Exact;
  /** The first step of the cliff: what the promotion takes off today. */
  readonly promotion: Exact;
  /** ERP of the locked row less the promotion: what customer prices of today are made from. */
  readonly erp: Exact;
  readonly share: Exact;
  readonly row: UnitPrice;
  readonly notes: number;
}

/** A promotion's share of a subscription; undefined: nothing is known about one. */
export type Share = Exact | undefined;

/** Sources (c) and (d): the list row less the promotion. */
export function lockFromList(row: UnitPrice, share: Share, atStart: boolean): Lock {
  const off = share ?? ZERO;
  const kept = subtract(ONE, off);
  const current = multiply(row.cost, kept);
  return {
    source: atStart ? 'list-at-start' : 'list-at-as-of',
    current,
    listCost: row.cost,
    promotion: subtract(row.cost, current),
    erp: multiply(row.erp, kept),
    share: off,
    row,
    notes: atStart ? 0 : noteBit('current-assumed'),
  };
}

/** Sources (a) and (b): the price paid. With a promotion known the list price is computed back from it. */
export function lockFromPaid({ source, unit: paid }: Paid, row: UnitPrice, share: Share): Lock {
  const kept = subtract(ONE, share ?? ZERO);
  const listCost = equals(kept, ZERO) ? paid : divide(paid, kept);
  return {
    source,
    current: paid,
    listCost,
    promotion: subtract(listCost, paid),
    erp: multiply(row.erp, kept),
    share: share ?? ZERO,
    row,
    notes: share === undefined ? noteBit('promotion-unknown') : 0,
  };
}

/** A subscription already in EST is compared with its base's row (spec §4). */
export function lockFromBase(row: UnitPrice): Lock {
  const { cost, erp } = row;
  return {
    source: 'est-base',
    current: cost,
    listCost: withoutShocks(row).cost,
    promotion: ZERO,
    erp,
    share: ZERO,
    row,
    notes: 0,
  };
}
