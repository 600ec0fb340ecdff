/** The item of a cell's menu that makes a chart of the selection. */
import { pivotText } from '../../core/text/en/pivot.ts';
import type { MenuItem } from '../../ui/menu.ts';

export function chartItem(onPick: () => void): MenuItem {
  return { text: pivotText.chart.ofSelection, onPick };
}
