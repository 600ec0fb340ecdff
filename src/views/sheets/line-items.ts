/** What the menus of cells and columns offer beside the grid's own verbs. */
import { ownSheetsText } from '../../core/text/en/own-sheets.ts';
import type { OwnSheet } from '../../sheet/model/workbook-parts.ts';
import { type LineChange, hasRoom } from '../../sheet/own/line-changes.ts';
import type { GridRange } from '../../ui/grid/selection.ts';
import type { MenuItem } from '../../ui/menu.ts';
import type { OwnSheets } from './own-sheets.svelte.ts';

/** Insert and delete as many rows and columns as are selected. */
export function lineItems(own: OwnSheets, sheet: OwnSheet, range: GridRange): readonly MenuItem[] {
  return [...axisItems(own, sheet, range, 'row'), ...columnLineItems(own, sheet, range)];
}

/** The same for columns alone. */
export function columnLineItems(own: OwnSheets, sheet: OwnSheet, range: GridRange): readonly MenuItem[] {
  return axisItems(own, sheet, range, 'column');
}

function axisItems(own: OwnSheets, sheet: OwnSheet, range: GridRange, axis: LineChange['axis']): readonly MenuItem[] {
  if (own.locked) return [];
  const { lines } = ownSheetsText;
  const size = axis === 'row' ? sheet.rows : sheet.columns;
  const at = Math.max(0, axis === 'row' ? range.top : range.left);
  const end = Math.min(size, 1 + (axis === 'row' ? range.bottom : range.right));
  const count = end - at;
  if (count <= 0) return [];
  const [insert, remove] =
    axis === 'row' ? [lines.insertRows, lines.deleteRows] : [lines.insertColumns, lines.deleteColumns];
  const item = (text: string, change: LineChange, disabled: boolean): MenuItem => ({
    text,
    disabled,
    onPick: () => {
      own.changeLines(sheet, change);
    },
  });
  return [
    item(insert(count), { axis, at, count }, !hasRoom(sheet, { axis, at, count })),
    item(remove(count), { axis, at, count: -count }, count >= size),
  ];
}
