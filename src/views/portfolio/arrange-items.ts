/** What the menus of the sheet offer: the one above it, and that of each column. */
import { arrangeText } from '../../core/text/en/arrange.ts';
import { ALL_CLOSED } from '../../sheet/arrange/view-rows.ts';
import { filterOf, withFilter, withGroups } from '../../sheet/model/view-changes.ts';
import type { MenuItem } from '../../ui/menu.ts';
import { titleIn } from '../table/table.ts';
import type { Sheet } from './sheet.svelte.ts';
import type { SheetDialog } from './sheet-dialog.ts';

type Open = (dialog: SheetDialog['kind']) => void;

/** The menu that arranges the whole sheet. */
export function arrangeItems(sheet: Sheet, open: Open): readonly MenuItem[] {
  const { menu, steps } = arrangeText;
  const opens = (text: string, kind: SheetDialog['kind']): MenuItem => ({ text, onPick: () => open(kind) });
  const closes = (text: string, closed: readonly string[], what: string): MenuItem => ({
    text,
    onPick: () => sheet.change({ ...sheet.view, closed }, what),
  });
  const groups = [
    { ...closes(menu.closeGroups, [ALL_CLOSED], steps.closeGroups), ruled: true },
    closes(menu.openGroups, [], steps.openGroups),
  ];
  return [
    { ...opens(menu.sort, 'sort'), icon: 'rise' },
    { ...opens(menu.filter, 'filter'), icon: 'filter' },
    opens(menu.group, 'group'),
    opens(menu.marks, 'marks'),
    opens(menu.formats, 'format'),
    { ...opens(menu.columns, 'columns'), icon: 'columns' },
    ...(sheet.view.groups.length > 0 ? groups : []),
  ];
}

/** More items of a column's own menu. */
export function columnItems(sheet: Sheet, key: string, open: Open): readonly MenuItem[] {
  const { columnMenu, steps } = arrangeText;
  const { view } = sheet;
  const title = titleIn(sheet.all, key);
  const groups = view.groups.filter((own) => own !== key);
  const isGrouped = groups.length < view.groups.length;
  const grouped = isGrouped ? groups : [...view.groups, key];
  const titles = grouped.map((own) => titleIn(sheet.all, own));
  const unfilter: MenuItem = {
    text: columnMenu.unfilter,
    onPick: () => sheet.change(withFilter(view, key, undefined), steps.unfilter(title)),
  };
  return [
    { text: columnMenu.filter, icon: 'filter', onPick: () => open('filter') },
    ...(filterOf(view, key) ? [unfilter] : []),
    {
      text: isGrouped ? columnMenu.ungroup : columnMenu.group,
      onPick: () => sheet.change(withGroups(view, grouped), steps.group(titles)),
    },
    { text: columnMenu.format, onPick: () => open('format') },
    { text: columnMenu.marks, onPick: () => open('marks') },
  ];
}
