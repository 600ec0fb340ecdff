/** Where each planted trap stands in the open workbook, and the filter that leads there. */
import { type Filter, matchingRows } from '../../state/filter.ts';
import type { Trap } from '../../state/workbook.svelte.ts';
import type { Simulation } from '../../sim/types.ts';

/**
 * - `closed`: the sample is not open
 * - `filter`: the portfolio shows it under this filter
 * - `totals`: it concerns all figures
 * - `unpriced`: it stands in no result, which is what the trap is about
 */
export type TrapPlace =
  { readonly kind: 'closed' | 'totals' | 'unpriced' } | { readonly kind: 'filter'; readonly filter: Filter };

/** Where a trap can be seen. */
export function placeOfTrap(trap: Trap, simulation: Simulation | undefined): TrapPlace {
  if (!simulation) return { kind: 'closed' };
  const filter = filterOf(trap);
  if (!filter) return { kind: 'totals' };
  return matchingRows(simulation, filter).length > 0 ? { kind: 'filter', filter } : { kind: 'unpriced' };
}

/** One subscription is found by its id, several of one customer by the customer; more customers are no filter. */
function filterOf({ subscriptionIds, customerIds }: Trap): Filter | undefined {
  const [subscription, ...others] = subscriptionIds;
  if (subscription !== undefined && others.length === 0) return { find: subscription };
  const [customerId, ...more] = customerIds;
  return customerId !== undefined && more.length === 0 ? { customerId } : undefined;
}
