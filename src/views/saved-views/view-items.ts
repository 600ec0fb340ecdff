/** What the menu of saved views offers. */
import { savedViewsText as text } from '../../core/text/en/saved-views.ts';
import type { SavedView } from '../../sheet/model/workbook-parts.ts';
import {
  isChanged,
  openCommand,
  openPlain,
  openView,
  removeView,
  updateView,
  viewsOf,
} from '../../state/saved-views.ts';
import { exportView } from '../../state/take-away.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import type { MenuItem } from '../../ui/menu.ts';

/** What needs a dialog: `rename` is about the open view. */
export type ViewDialog = 'save' | 'rename' | 'add';

export function viewItems(workbook: Workbook, table: string, ask: (dialog: ViewDialog) => void): readonly MenuItem[] {
  const { document, gate, following } = workbook;
  const open = openView(document, table);
  const views = viewsOf(document, table).map((view): MenuItem => ({
    text: view.name,
    ...(view === open ? { icon: 'check' as const } : {}),
    disabled: following,
    onPick: () => gate.dispatch(openCommand(view)),
  }));
  const plain: MenuItem = {
    text: text.plain,
    disabled: following,
    onPick: () => gate.dispatch(openPlain(document, table)),
  };
  const asks = (words: string, dialog: ViewDialog): MenuItem => ({
    text: words,
    disabled: following,
    onPick: () => ask(dialog),
  });
  return [
    ...views,
    plain,
    { ...asks(text.save, 'save'), icon: 'plus', ruled: true },
    ...(open ? openItems(workbook, open, () => ask('rename')) : []),
    { ...asks(text.fromFile, 'add'), icon: 'upload', ruled: open !== undefined },
  ];
}

function openItems(workbook: Workbook, open: SavedView, rename: () => void): readonly MenuItem[] {
  const { document, gate, following } = workbook;
  const { name } = open;
  return [
    {
      text: text.update(name),
      disabled: following || !isChanged(document, open),
      onPick: () => gate.dispatch(updateView(document, open)),
    },
    { text: text.rename(name), icon: 'pencil', disabled: following, onPick: rename },
    {
      text: text.remove(name),
      icon: 'trash',
      disabled: following,
      onPick: () => gate.dispatch(removeView(document, open)),
    },
    { text: text.toFile(name), icon: 'download', onPick: () => exportView(workbook, open) },
  ];
}
