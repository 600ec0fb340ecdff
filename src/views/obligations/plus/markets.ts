/** In which markets the customers of the portfolio buy. */
import type { MarketCount } from '../../../core/obligations/plus/regions.ts';
import { idKey } from '../../../core/ids.ts';
import { type Table, textAt } from '../../../core/table.ts';

/** Customers by market, those with most customers first; rows without a market are left out. */
export function marketsOf({ columns, rows }: Table): readonly MarketCount[] {
  const [ids, markets] = [columns.get('customerId'), columns.get('market')];
  if (markets?.kind !== 'text') return [];
  const customers = new Map<string, Set<string>>();
  for (let row = 0; row < rows; row++) {
    const market = textAt(markets, row).trim().toUpperCase();
    if (market === '') continue;
    const known = customers.get(market) ?? new Set();
    known.add(idKey(textAt(ids, row)));
    customers.set(market, known);
  }
  return [...customers]
    .map(([market, found]) => ({ market, customers: found.size }))
    .toSorted((a, b) => b.customers - a.customers || (a.market < b.market ? -1 : 1));
}
