/** What the files have, for the cells that say what an assumption is about. */
import { idKey } from '../../../core/ids.ts';
import { REST, type UsageFacts, type UsageGroups } from '../../../sim/azure/types.ts';
import type { AzureUsage } from '../../../state/azure.svelte.ts';
import type { KnownCustomer, ScopeChoices } from './scope-edits.ts';

/** More than anybody picks from a list. */
const MOST = 500;

/** Customers and categories of all currencies, those that cost most first. */
export async function scopeChoices(azure: AzureUsage, facts: UsageFacts): Promise<ScopeChoices> {
  const ask = (by: 'customer' | 'category') =>
    Promise.all(
      facts.currencies.map((currency) => azure.ask({ filter: { currency }, by: [by], measure: 'cost', top: MOST })),
    );
  const [customers, categories] = await Promise.all([ask('customer'), ask('category')]);
  return {
    customers: distinct(customers.flatMap(namesOf)),
    categories: [...new Set(categories.flatMap(namesOf).map(({ id }) => id))],
    tagKeys: facts.tagKeys,
  };
}

function namesOf(groups: UsageGroups | undefined): readonly KnownCustomer[] {
  return (groups?.groups ?? []).flatMap(([id = ''], at) =>
    id === '' || id === REST ? [] : [{ id, name: groups?.names[at]?.[0] ?? id }],
  );
}

function distinct(customers: readonly KnownCustomer[]): readonly KnownCustomer[] {
  return [...new Map(customers.map((customer) => [idKey(customer.id), customer])).values()];
}
