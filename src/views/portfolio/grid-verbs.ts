/** What the grid's own verbs mean for the sheet: each is a step of the history. */
import type { Column } from '../../core/table.ts';
import { arrangeText } from '../../core/text/en/arrange.ts';
import { groupOf } from '../../sheet/arrange/groups.ts';
import { closedGroups, isClosed, withClosed } from '../../sheet/arrange/view-rows.ts';
import { withSort } from '../../sheet/model/view-changes.ts';
import type { FindCells } from '../../ui/grid/find/matches.ts';
import type { GridProps } from '../../ui/grid/grid-props.ts';
import type { GridSource } from '../../ui/grid/source.ts';
import { columnVerbs } from '../table/column-verbs.ts';
import { findCells } from '../table/find-cells.ts';
import { titleIn } from '../table/table.ts';
import { FROZEN, type SheetColumn } from './columns.ts';
import { groupLabels, groupTitle } from './group-path.ts';
import type { Sheet } from './sheet.svelte.ts';
import type { SheetData } from './sheet-data.ts';

const { steps } = arrangeText;

type Verbs = Required<Pick<GridProps, 'onSort' | 'onMove' | 'onHide' | 'onFreeze' | 'onToggleGroup'>>;

export function gridVerbs(sheet: Sheet): Verbs {
  return {
    onSort: (keys) => {
      const titles = keys.map(({ key }) => titleIn(sheet.all, key));
      sheet.change(withSort(sheet.view, keys), steps.sort(titles));
    },
    ...columnVerbs(sheet, () => ({ all: sheet.all, shown: sheet.columns, always: FROZEN })),
    onToggleGroup: (row) => {
      toggleGroup(sheet, row);
    },
  };
}

/** Finding in the rows as they show. */
export function sheetFind(sheet: Sheet, source: GridSource): FindCells | undefined {
  const data = sheet.arranged?.data;
  return (
    data &&
    findCells({
      source,
      locale: data.format.locale,
      column: (place) => textsOf(data, sheet.columns[place]),
      tableRow: (row) => sheet.rowAt(row),
    })
  );
}

/** Texts show as they are; laying out other columns would be for nothing. */
function textsOf(data: SheetData, column: SheetColumn | undefined): Column | undefined {
  return column?.kind === 'text' || column?.kind === 'id' ? data.cells(column.key).column : undefined;
}

function toggleGroup(sheet: Sheet, row: number): void {
  const { arranged, view } = sheet;
  const group = groupOf(arranged?.arrangement.rows[row] ?? 0);
  if (!arranged || group === undefined) return;
  const labels = groupLabels(arranged, group);
  const title = groupTitle(labels.at(-1) ?? '');
  const isOpen = !isClosed(closedGroups(view.closed), labels);
  const closed = withClosed(view.closed, labels, isOpen);
  sheet.change({ ...view, closed }, isOpen ? steps.closeGroup(title) : steps.openGroup(title));
}
