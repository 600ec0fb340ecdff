/** What groups of the sheet are called. */
import { arrangeText } from '../../core/text/en/arrange.ts';
import { pathOf } from '../../sheet/arrange/groups.ts';
import type { ArrangedRows } from './arranged-rows.ts';

/** A group's text as it is shown. */
export function groupTitle(label: string): string {
  return label === '' ? arrangeText.emptyCell : label;
}

/** The texts of the groups that a group lies in, the outermost first and its own last. */
export function groupLabels({ data, arrangement: { groups, order } }: ArrangedRows, group: number): readonly string[] {
  if (!groups) return [];
  return pathOf(groups, group).map((at, level) =>
    data.cells(groups.keys[level] ?? '').text(order[groups.start[at] ?? 0] ?? 0),
  );
}
