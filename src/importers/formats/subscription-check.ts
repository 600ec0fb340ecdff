/** Checks of whole subscription rows: a start where none is given, and ids that occur twice. */
import { addMonths, termMonths } from '../../core/days.ts';
import { idKey } from '../../core/ids.ts';
import type { SheetFormat, Verdict } from '../sheet/format.ts';
import type { RowView } from '../sheet/row-view.ts';

/**
 * A check that gives a row without commitment start the day after its term end minus its term, and lets an id occur once: an
 * identical row is skipped, a different one rejected. `latestStart`: a given start never lies before that day (the API's
 * `effectiveStartDate` is that of the first term).
 */
export function subscriptionCheck(latestStart: boolean): NonNullable<SheetFormat['rowCheck']> {
  return () => {
    const seen = new Map<string, string>();
    return (row, cells) => {
      const verdict = checkDuplicate(row, cells, seen);
      if (verdict === 'accept') fillStart(row, latestStart);
      return verdict;
    };
  };
}

function checkDuplicate(row: RowView, cells: readonly string[], seen: Map<string, string>): Verdict {
  const id = row.text('subscriptionId');
  const content = cells.join('\u001f');
  const earlier = seen.get(idKey(id));
  if (earlier === undefined) {
    seen.set(idKey(id), content);
    return 'accept';
  }
  return earlier === content ? 'skip' : { code: 'duplicate-id', column: 'SubscriptionId', text: id };
}

function fillStart(row: RowView, latestStart: boolean): void {
  const end = row.day('commitmentEnd');
  const months = termMonths(row.text('termDuration'));
  if (end === undefined || months === undefined) return;
  const given = row.day('commitmentStart');
  const derived = addMonths(end + 1, -months);
  if (given === undefined) row.setDay('commitmentStart', derived);
  else if (latestStart) row.setDay('commitmentStart', Math.max(given, derived));
}
