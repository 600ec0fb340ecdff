/** What the menu of a cell offers beside what every grid does. */
import { editsText } from '../../core/text/en/edits.ts';
import type { MenuItem } from '../../ui/menu.ts';

/** Who changed the cell, when and why; nothing for a cell as it was imported. */
export function changeItems(isChanged: boolean, onExplain: () => void): readonly MenuItem[] {
  return isChanged ? [{ text: editsText.explain, onPick: onExplain }] : [];
}
