/** Whether a portfolio is the sample: it holds every planted subscription. */
import { type Table, textAt } from '../core/table.ts';
import type { Trap } from '../sample/index.ts';

export function holdsSample(portfolio: Table, traps: readonly Trap[]): boolean {
  const column = portfolio.columns.get('subscriptionId');
  const missing = new Set(traps.flatMap(({ subscriptionIds }) => subscriptionIds));
  for (let row = 0; row < portfolio.rows && missing.size > 0; row++) missing.delete(textAt(column, row));
  return missing.size === 0;
}
