/** What the Files screen says of a price list: its markets, its currencies, its date. */
import type { Day } from '../core/days.ts';
import { type Dataset, TERM_PRICE_KINDS } from '../core/schema/dataset.ts';
import { type Column, NO_DAY } from '../core/table.ts';

export interface PriceListFacts {
  readonly markets: readonly string[];
  readonly currencies: readonly string[];
  /** The user's own date for the list, or the latest effective start in it; undefined when it has none. */
  readonly date: Day | undefined;
}

/** The facts of each price list by the dataset's id. */
export function priceListFacts(datasets: readonly Dataset[]): ReadonlyMap<string, PriceListFacts> {
  const lists = datasets.filter(({ kind }) => TERM_PRICE_KINDS.has(kind));
  return new Map(
    lists.map(({ id, table: { columns }, listDate }) => [
      id,
      {
        markets: wordsOf(columns.get('market')),
        currencies: wordsOf(columns.get('currency')),
        date: listDate ?? latestOf(columns.get('effectiveStart')),
      },
    ]),
  );
}

function wordsOf(column: Column | undefined): readonly string[] {
  return column?.kind === 'text' ? column.values.filter((value) => value !== '').sort() : [];
}

function latestOf(column: Column | undefined): Day | undefined {
  if (column?.kind !== 'day') return undefined;
  const latest = column.days.reduce((a, b) => Math.max(a, b), NO_DAY);
  return latest === NO_DAY ? undefined : latest;
}
