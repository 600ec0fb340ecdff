/** What is said about a sheet that was rolled up, after the proof that nothing was lost. */
import type { ControlTotals } from '../../core/schema/dataset.ts';
import type { Findings } from '../sheet/findings.ts';
import type { RollUp } from './roll-up.ts';

/** Says what was rolled up. Throws when the sums of the groups are not those of the rows: that would be a bug of ours. */
export function reportRollUp(rollUp: RollUp, totals: ControlTotals | undefined, findings: Findings): void {
  const before = listOf(totals ?? {});
  const after = listOf(rollUp.totals());
  if (before.length !== after.length || before.some((sum, i) => sum !== after[i]))
    throw new Error(`INTERNAL: a roll-up changed the totals from ${before.join('; ')} to ${after.join('; ')}`);
  const { rowsIn, rowsOut, tagKeys } = rollUp;
  findings.add('info', 'rolled-up', {}, { rows: rowsIn, groups: rowsOut, tags: tagKeys.join(', '), totals: before.join('; ') }); // prettier-ignore
}

function listOf(totals: ControlTotals): readonly string[] {
  return Object.entries(totals)
    .flatMap(([column, sums]) => Object.entries(sums).map(([currency, sum]) => `${column} ${sum} ${currency}`.trim()))
    .sort();
}
