/** The parts of a comparison as lists for the grid. */
import type { Format } from '../../core/format.ts';
import { sinceText } from '../../core/text/en/since.ts';
import type { SincePart, SinceResult, SubscriptionChange } from '../../state/since.ts';
import type { GridSource, SortKey } from '../../ui/grid/source.ts';
import {
  type SinceFilter,
  passesPrice,
  passesPromotion,
  passesSubscription,
  pricesOf,
  shownRows,
} from './comparison.ts';
import { direction, priceColumns, promotionColumns } from './price-columns.ts';
import { type RecordList, recordSource, sortedPlaces } from './records.ts';
import { difference, subscriptionColumns } from './subscription-columns.ts';

/** What of a part is in the grid. */
export interface ShownPart {
  readonly source: GridSource;
  /** Places in the part's result, in the order of the grid. */
  readonly places: Uint32Array;
  readonly all: number;
}

/** A part's rows that pass the filter, by the sort keys; without any the largest move of money comes first. */
export function shownPart(
  result: SinceResult,
  part: SincePart,
  filter: SinceFilter,
  keys: readonly SortKey[],
  format: Format,
): ShownPart {
  const show = <Row>(list: RecordList<Row>, passes: (row: Row) => boolean, weight: (row: Row) => number): ShownPart => {
    const passing = shownRows(list.rows, passes);
    const weightAt = (place: number): number => {
      const row = list.rows[place];
      return row === undefined ? 0 : Math.abs(weight(row));
    };
    const byWeight = keys.length > 0 ? passing : passing.toSorted((a, b) => weightAt(b) - weightAt(a) || a - b);
    const places = sortedPlaces(list, byWeight, keys, format.locale);
    return { source: recordSource(list, places), places, all: list.rows.length };
  };
  switch (part) {
    case 'subscriptions': {
      const list = { rows: result.subscriptions ?? [], columns: subscriptionColumns(format) };
      return show(list, passesSubscription(filter), (row) => difference(row) ?? 0);
    }
    case 'promotions': {
      const list = { rows: result.promotions, columns: promotionColumns(format) };
      return show(list, passesPromotion(filter), ({ subscriptions }) => subscriptions);
    }
    case 'list':
    case 'est': {
      const list = { rows: pricesOf(result, part), columns: priceColumns(format) };
      return show(list, passesPrice(filter, direction), ({ monthly }) => monthly);
    }
  }
}

/** The changed subscription at a place of the grid, where its trail can be followed: it is in the present portfolio. */
export function subscriptionAt(result: SinceResult, places: Uint32Array, row: number): SubscriptionChange | undefined {
  return result.subscriptions?.[places[row] ?? -1];
}

/** The parts with the number of their rows that concern the portfolio. */
export function partOptions(result: SinceResult, format: Format): readonly { value: SincePart; text: string }[] {
  const isOwned = ({ subscriptions }: { readonly subscriptions: number }): boolean => subscriptions > 0;
  const counts: Readonly<Record<SincePart, number>> = {
    subscriptions: result.subscriptions?.length ?? 0,
    list: pricesOf(result, 'list').filter(isOwned).length,
    est: pricesOf(result, 'est').filter(isOwned).length,
    promotions: result.promotions.filter(isOwned).length,
  };
  const parts = Object.keys(counts) as SincePart[];
  return parts.map((value) => ({ value, text: sinceText.parts[value](format.count(counts[value])) }));
}
