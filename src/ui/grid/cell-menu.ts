/** What the menu of a cell offers; where nothing can be changed, only what reads. */
import { gridText } from '../../core/text/en/grid.ts';
import type { MenuItem } from '../menu.ts';

/** The verbs of a cell's menu; one that is absent is not offered. */
export interface CellVerbs {
  readonly open?: (() => void) | undefined;
  readonly copy: () => void;
  readonly copyHeaders: () => void;
  readonly find?: (() => void) | undefined;
  readonly freeze?: (() => void) | undefined;
  readonly unfreeze?: (() => void) | undefined;
  readonly changes?:
    | {
        readonly edit?: (() => void) | undefined;
        readonly cut: () => void;
        readonly paste: () => void;
        readonly pasteTransposed: () => void;
        readonly fillDown: () => void;
        readonly fillRight: () => void;
        readonly clear: () => void;
        readonly revert?: (() => void) | undefined;
      }
    | undefined;
}

/** The items for a cell, those of the owner in between. */
export function cellMenu(verbs: CellVerbs, own: readonly MenuItem[]): readonly MenuItem[] {
  const text = gridText.cellMenu;
  const { changes } = verbs;
  return [
    ...item(text.edit, changes?.edit, 'F2', 'pencil'),
    ...item(text.cut, changes?.cut, 'Ctrl+X'),
    ...item(text.copy, verbs.copy, 'Ctrl+C'),
    ...item(text.copyHeaders, verbs.copyHeaders),
    ...item(text.paste, changes?.paste, 'Ctrl+V'),
    ...item(text.pasteTransposed, changes?.pasteTransposed, 'Ctrl+Shift+V'),
    ...ruled([
      ...item(text.fillDown, changes?.fillDown, 'Ctrl+D'),
      ...item(text.fillRight, changes?.fillRight, 'Ctrl+R'),
      ...item(text.clear, changes?.clear, 'Delete'),
      ...item(text.revert, changes?.revert, undefined, 'undo'),
    ]),
    ...ruled(own),
    ...ruled([
      ...item(text.open, verbs.open, changes === undefined ? 'Enter' : 'Ctrl+Shift+Enter'),
      ...item(text.find, verbs.find, 'Ctrl+F', 'search'),
      ...item(text.freeze, verbs.freeze),
      ...item(text.unfreeze, verbs.unfreeze),
    ]),
  ];
}

/** The same items with a line above the first. */
export function ruled(items: readonly MenuItem[]): readonly MenuItem[] {
  return items.map((one, index) => (index === 0 ? { ...one, ruled: true } : one));
}

/** One item, or none where there is nothing to do. */
export function item(
  text: string,
  onPick: (() => void) | undefined,
  keys?: string,
  icon?: MenuItem['icon'],
): readonly MenuItem[] {
  if (onPick === undefined) return [];
  return [{ text, onPick, ...(keys === undefined ? {} : { keys }), ...(icon === undefined ? {} : { icon }) }];
}
