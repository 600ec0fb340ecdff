/** What the split is asked for: the filtered subscriptions; a month picks renewals by their own cycles. */
import type { PartSplit } from '../../../sim/payers/types.ts';
import { isEmptyFilter, matchingRows, portfolioRows } from '../../../state/filter.ts';
import type { Workbook } from '../../../state/workbook.svelte.ts';

/** EST by the filter as on Exposure; renewals by the filter without its month, and by their cycles in it. */
export function splitOf(workbook: Workbook): Promise<readonly PartSplit[]> | undefined {
  const { simulation, filter, request, runner, visibleRows } = workbook;
  if (!simulation) return undefined;
  if (isEmptyFilter(filter)) return runner.run('paySplit', { request });
  const rows = portfolioRows(simulation, visibleRows);
  const { month, ...rest } = filter;
  const own = runner.run('paySplit', { request: { ...request, rows } });
  if (month === undefined) return own;
  const wider = portfolioRows(simulation, matchingRows(simulation, rest));
  const all = runner.run('paySplit', { request: { ...request, rows: wider }, month });
  return Promise.all([own, all]).then(([est, renewals]) => [
    ...est.filter(({ part }) => part === 'est'),
    ...renewals.filter(({ part }) => part === 'renewals'),
  ]);
}
