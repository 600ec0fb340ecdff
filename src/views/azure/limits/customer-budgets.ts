/** A budget for each customer that has none of its own. */
import { firstDayOfMonth, monthOfDay } from '../../../core/days.ts';
import { ZERO, compare, fraction, multiply, toDecimal } from '../../../core/exact.ts';
import { idKey } from '../../../core/ids.ts';
import type { AzureBudget } from '../../../core/scenario/azure.ts';
import { REST, type UsageFacts, type UsageGroups } from '../../../sim/azure/types.ts';
import type { AzureUsage } from '../../../state/azure.svelte.ts';
import { exactOf } from '../consumption/usage-series.ts';

/** What is left open above the month that is over. */
const ROOM = fraction(12, 10);
const MOST = 1000;

/** Of each customer's cost in the last whole month and a fifth more, in whole units; customers without cost get none. */
export async function customerBudgets(
  azure: AzureUsage,
  { currencies, completeTo }: UsageFacts,
  budgets: readonly AzureBudget[],
): Promise<readonly AzureBudget[]> {
  const month = monthOfDay(completeTo + 1) - 1;
  const span = { from: firstDayOfMonth(month), to: firstDayOfMonth(month + 1) - 1 };
  const found = await Promise.all(
    currencies.map((currency) =>
      azure.ask({ filter: { currency, ...span }, by: ['customer'], measure: 'cost', top: MOST }),
    ),
  );
  return budgetsOf(
    currencies.map((currency, at) => [currency, found[at]]),
    budgets,
  );
}

/** @param found costs of customers in a month, by currency */
export function budgetsOf(
  found: readonly (readonly [currency: string, costs: Pick<UsageGroups, 'groups' | 'names' | 'totals'> | undefined])[],
  budgets: readonly AzureBudget[],
): readonly AzureBudget[] {
  const names = new Set(budgets.map(({ name }) => name.toLowerCase()));
  const own = new Set(
    budgets.flatMap(({ match, currency }) =>
      Object.keys(match).length === 1 && match.customerId !== undefined ? [ownKey(match.customerId, currency)] : [],
    ),
  );
  const fresh: AzureBudget[] = [];
  for (const [currency, costs] of found) {
    for (const [at, [customerId = '']] of (costs?.groups ?? []).entries()) {
      const cost = exactOf(costs?.totals[at]);
      if (customerId === '' || customerId === REST || own.has(ownKey(customerId, currency))) continue;
      if (compare(cost, ZERO) <= 0) continue;
      const known = costs?.names[at]?.[0] || customerId;
      const name = [known, `${known} (${currency})`, `${customerId} (${currency})`].find(
        (one) => !names.has(one.toLowerCase()),
      );
      if (name === undefined) continue;
      names.add(name.toLowerCase());
      const amount = toDecimal(multiply(cost, ROOM), 0, 0);
      fresh.push({
        ...{ name, match: { customerId }, amount: amount === '0' ? '1' : amount, currency, at: 'cost' },
        thresholds: [50, 80, 100],
      });
    }
  }
  return fresh;
}

function ownKey(customerId: string, currency: string): string {
  return `${idKey(customerId)}|${currency}`;
}
