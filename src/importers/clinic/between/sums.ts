import { ExactSum } from '../../../core/exact-sum.ts';
import type { DayFacts } from '../../../core/schema/coverage.ts';

/** The first amount column of some days, added up by currency. */
export function firstSums(days: readonly DayFacts[]): Readonly<Record<string, string>> {
  const sums = new Map<string, ExactSum>();
  for (const { sums: columns } of days) {
    for (const [currency, amount] of Object.entries(Object.values(columns)[0] ?? {})) {
      const sum = sums.get(currency) ?? new ExactSum();
      sum.addText(amount);
      sums.set(currency, sum);
    }
  }
  return Object.fromEntries([...sums].map(([currency, sum]) => [currency, sum.text()]));
}
