/** Prices of reservations and savings plans in imported price sheets. */
import {
  type Exact,
  ONE,
  ZERO,
  compare,
  divide,
  fraction,
  isZero,
  multiply,
  subtract,
  toDecimal,
} from '../../../core/exact.ts';
import type { Day } from '../../../core/days.ts';
import type { Dataset } from '../../../core/schema/dataset.ts';
import { type Column, dayAt, exactAt, textAt } from '../../../core/table.ts';
import type { CommitmentPrice } from './types.ts';

/** The columns that prices are read from. */
export const PRICE_COLUMNS: readonly string[] = [
  ...['productTitle', 'skuTitle', 'termDuration', 'product', 'meterName', 'meterId', 'meterRegion', 'meterCategory'],
  ...['priceType', 'term', 'tierMinimumUnits', 'currency', 'unitPrice', 'effectiveStart', 'effectiveEnd'],
];

interface PriceRow {
  readonly type: CommitmentPrice['kind'] | 'consumption';
  readonly term: string;
  readonly title: string;
  /** What tells the meter of a savings plan's row and of its consumption row. */
  readonly meter: string;
  readonly currency: string;
  readonly price: Exact;
  readonly start: Day;
}

export interface PriceSearch {
  readonly kind: CommitmentPrice['kind'];
  readonly term: CommitmentPrice['term'];
  /** Words that must all be in the title, whatever their case. */
  readonly words: string;
  /** Only rows in force on this day. */
  readonly on: Day;
  readonly most: number;
}

/** Prices whose title has all words, by their titles, the newest of each. Reservations have a price for the term, savings plans a percentage off the same meter's price. */
export function commitmentPrices(datasets: readonly Dataset[], search: PriceSearch): readonly CommitmentPrice[] {
  const words = search.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = new Map<string, CommitmentPrice & { readonly start: Day }>();
  for (const dataset of datasets.filter(({ kind }) => kind === 'azure-prices')) {
    const rows = rowsIn(dataset, search);
    const consumption = new Map(
      rows.filter(({ type }) => type === 'consumption').map((row) => [meterKey(row), row.price]),
    );
    for (const row of rows) {
      if (row.type !== search.kind || row.term !== search.term) continue;
      const title = row.title.toLowerCase();
      if (!words.every((word) => title.includes(word))) continue;
      const rate = rateOf(row, consumption.get(meterKey(row)));
      if (rate === undefined) continue;
      const key = `${row.title}\u0000${row.currency}`;
      const known = found.get(key);
      if (known && known.start > row.start) continue;
      const { kind, term } = search;
      found.set(key, {
        kind,
        term,
        title: row.title,
        currency: row.currency,
        rate,
        file: dataset.file,
        start: row.start,
      });
    }
  }
  return [...found.values()]
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0))
    .slice(0, search.most)
    .map(({ start: _, ...price }) => price);
}

function meterKey({ meter, currency }: PriceRow): string {
  return `${meter}\u0000${currency}`;
}

const RATE_DIGITS = 12;

function rateOf({ type, price }: PriceRow, consumption: Exact | undefined): string | undefined {
  if (type === 'reservation') return toDecimal(price, 0, RATE_DIGITS);
  if (!consumption || isZero(consumption)) return undefined;
  const off = multiply(subtract(ONE, divide(price, consumption)), fraction(100));
  return compare(off, ZERO) > 0 ? toDecimal(off, 0, 4) : undefined;
}

/** Rows of the kind that is looked for, of savings plans those of consumption too. */
function rowsIn({ table }: Dataset, { kind, on }: PriceSearch): readonly PriceRow[] {
  const column = (name: string): Column | undefined => table.columns.get(name);
  const isSheet = column('priceType') !== undefined;
  const [price, start, end] = [column('unitPrice'), column('effectiveStart'), column('effectiveEnd')];
  const text = (name: string, row: number): string => textAt(column(name), row);
  const tier = column('tierMinimumUnits');
  const isHigherTier = (row: number): boolean => compare(exactAt(tier, row) ?? ZERO, ZERO) > 0;
  const found: PriceRow[] = [];
  for (let row = 0; row < table.rows; row++) {
    const value = exactAt(price, row);
    const from = dayAt(start, row) ?? -Infinity;
    if (!value || from > on || (dayAt(end, row) ?? Infinity) < on) continue;
    const term = text(isSheet ? 'term' : 'termDuration', row);
    const type = isSheet ? SHEET_TYPES.get(text('priceType', row).toLowerCase()) : planType(term);
    const isBase = type === 'consumption' && kind === 'savings-plan' && !isHigherTier(row);
    if (!type || !(type === kind || isBase)) continue;
    const names = isSheet
      ? [text('product', row), text('meterName', row), text('meterRegion', row)]
      : [text('skuTitle', row) || text('productTitle', row)];
    found.push({
      ...{ type, term, price: value, start: from, currency: text('currency', row) },
      title: [...new Set(names.filter((name) => name !== ''))].join(', '),
      meter: text('meterId', row),
    });
  }
  return found;
}

const SHEET_TYPES: ReadonlyMap<string, PriceRow['type']> = new Map([
  ['consumption', 'consumption'],
  ['reservation', 'reservation'],
  ['savingsplan', 'savings-plan'],
]);

/** Of the Azure plan's list: consumption has no term of years. */
function planType(term: string): PriceRow['type'] | undefined {
  return term === 'P1Y' || term === 'P3Y' ? 'reservation' : undefined;
}
