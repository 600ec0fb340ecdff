/** A book's tables as the rivals take them: plain rows for the naive implementation, integer keys for the database. */
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { type Table, dayAt, exactAt, flagAt, textAt } from '../../src/core/table.ts';
import { toDecimal } from '../../src/core/exact.ts';
import type { Subscription } from '../support/naive.ts';
import { Decimal } from '../support/naive-numbers.ts';
import type { PriceRow } from '../support/naive-prices.ts';

const MAX_DIGITS = 6;

interface Cells {
  readonly text: (name: string) => string;
  readonly day: (name: string) => number;
  readonly flag: (name: string) => boolean;
  /** Decimal text, undefined for an empty cell. */
  readonly decimal: (name: string) => string | undefined;
}

function cellsOf({ columns }: Table, row: number): Cells {
  return {
    text: (name) => textAt(columns.get(name), row),
    day: (name) => dayAt(columns.get(name), row) ?? NaN,
    flag: (name) => flagAt(columns.get(name), row) === true,
    decimal: (name) => {
      const value = exactAt(columns.get(name), row);
      return value && toDecimal(value, 0, MAX_DIGITS);
    },
  };
}

function* rowsOf(table: Table): Iterable<Cells> {
  for (let row = 0; row < table.rows; row++) yield cellsOf(table, row);
}

function offerOf({ text }: Cells): Pick<PriceRow, 'productId' | 'skuId' | 'segment' | 'market' | 'currency'> {
  return {
    productId: text('productId'),
    skuId: text('skuId'),
    segment: text('segment'),
    market: text('market'),
    currency: text('currency'),
  };
}

function priceRow(cells: Cells, list: number): PriceRow {
  return {
    ...offerOf(cells),
    list,
    skuTitle: cells.text('skuTitle'),
    term: cells.text('termDuration'),
    plan: cells.text('billingPlan'),
    cost: new Decimal(cells.decimal('unitPrice') ?? 0),
    erp: new Decimal(cells.decimal('erpPrice') ?? 0),
    start: cells.day('effectiveStart'),
    end: cells.day('effectiveEnd'),
  };
}

function subscription(cells: Cells): Subscription {
  return {
    ...offerOf(cells),
    id: cells.text('subscriptionId'),
    customerId: cells.text('customerId'),
    seats: Number(cells.decimal('quantity')),
    term: cells.text('termDuration'),
    plan: cells.text('billingPlan'),
    start: cells.day('commitmentStart'),
    end: cells.day('commitmentEnd'),
    autoRenew: cells.flag('autoRenew'),
    action: cells.text('scheduledAction'),
    legacyInstruction: cells.flag('legacyInstruction'),
    promotionPercent: cells.decimal('promotionPercent'),
    pricePaid: cells.decimal('pricePaid'),
    customerPrice: cells.decimal('customerPrice'),
    inScope: cells.text('status') === 'active' && !cells.flag('isTrial') && cells.flag('licenceBased'),
  };
}

/** All price rows of a book's lists. */
export function priceRows(datasets: readonly Dataset[]): readonly PriceRow[] {
  const lists = datasets.filter(({ kind }) => kind === 'licence-prices');
  return lists.flatMap(({ table }, list) => [...rowsOf(table)].map((cells) => priceRow(cells, list)));
}

/** The subscriptions of a book, one at a time, since a million of them as objects would not fit comfortably. */
export function* subscriptionRows(datasets: readonly Dataset[]): Iterable<Subscription> {
  for (const { kind, table } of datasets) {
    if (kind !== 'portfolio') continue;
    for (const cells of rowsOf(table)) yield subscription(cells);
  }
}
