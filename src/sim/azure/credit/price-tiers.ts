/** Meters with tiers, out of imported price lists of Azure. */
import { type Exact, ZERO, compare } from '../../../core/exact.ts';
import type { Day } from '../../../core/days.ts';
import type { Dataset } from '../../../core/schema/dataset.ts';
import { type Column, type Table, dayAt, exactAt, textAt } from '../../../core/table.ts';
import { type Tier, tierEnd } from './tiers.ts';

/** The columns that tiers are read from, of both kinds of lists. */
export const TIER_COLUMNS: readonly string[] = [
  ...[
    'productId',
    'skuId',
    'meterIds',
    'meterId',
    'termDuration',
    'priceType',
    'unitOfMeasure',
    'currency',
    'unitPrice',
  ],
  ...['pricingTierRangeMin', 'pricingTierRangeMax', 'tierMinimumUnits', 'effectiveStart', 'effectiveEnd'],
];

export interface TieredMeter {
  /** In lower case. */
  readonly meterId: string;
  readonly currency: string;
  readonly unit: string;
  readonly start: Day;
  /** The last day. */
  readonly end: Day;
  readonly tiers: readonly Tier[];
}

/** A row of a price list. */
interface TierRow extends Omit<TieredMeter, 'tiers'> {
  readonly key: string;
  readonly from: Exact;
  /** Undefined: the next tier says where it ends, or nothing does. */
  readonly upTo: Exact | undefined;
  readonly price: Exact;
}

/** Consumption has no term of years. */
const TERM_OF_YEARS = /^P\d+Y$/i;

/** Meters with two tiers or more; of several lists that have one in the same period the last counts. */
export function tieredMeters(datasets: readonly Dataset[]): readonly TieredMeter[] {
  const found = new Map<string, TieredMeter>();
  for (const { table } of datasets) {
    const groups = new Map<string, TierRow[]>();
    for (const row of tierRows(table)) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
    for (const [key, rows] of groups) {
      const [first] = rows;
      if (!first || rows.length < 2) continue;
      const sorted = rows.toSorted((a, b) => compare(a.from, b.from));
      const tiers = sorted.map(({ upTo, price }, at) => ({ upTo: upTo ?? sorted[at + 1]?.from, price }));
      const { meterId, currency, unit, start, end } = first;
      found.set(key, { meterId, currency, unit, start, end, tiers });
    }
  }
  return [...found.values()];
}

function* tierRows(table: Table): Iterable<TierRow> {
  const column = (name: string): Column | undefined => table.columns.get(name);
  const isSheet = column('priceType') !== undefined;
  const text = (name: string, row: number): string => textAt(column(name), row);
  for (let row = 0; row < table.rows; row++) {
    const price = exactAt(column('unitPrice'), row);
    const isConsumption = isSheet
      ? text('priceType', row).toLowerCase() === 'consumption'
      : !TERM_OF_YEARS.test(text('termDuration', row));
    if (!price || !isConsumption) continue;
    const shared = {
      currency: text('currency', row),
      unit: text('unitOfMeasure', row),
      start: dayAt(column('effectiveStart'), row) ?? -Infinity,
      end: dayAt(column('effectiveEnd'), row) ?? Infinity,
      from: exactAt(column(isSheet ? 'tierMinimumUnits' : 'pricingTierRangeMin'), row) ?? ZERO,
      upTo: isSheet ? undefined : tierEnd(exactAt(column('pricingTierRangeMax'), row)),
      price,
    };
    const ids = text(isSheet ? 'meterId' : 'meterIds', row).toLowerCase();
    for (const meterId of ids.split(/[;,\s]+/).filter((id) => id !== '')) {
      const key = [meterId, text('productId', row), text('skuId', row), shared.currency, String(shared.start)].join(
        ' ',
      );
      yield { ...shared, meterId, key };
    }
  }
}
