/** What the menu of a column offers: the ways to sort and size it without a drag. */
import { gridText } from '../../core/text/en/grid.ts';
import type { MenuItem } from '../menu.ts';
import { sortState } from './sort.ts';
import type { GridColumn, SortKey } from './source.ts';

interface ColumnVerbs {
  readonly sortBy: (keys: readonly SortKey[]) => void;
  readonly resizeBy: (pixels: number) => void;
  readonly fit: () => void;
}

const STEP = 32;

/** The items for a column, those of the owner in between. */
export function columnMenu(
  column: GridColumn,
  sort: readonly SortKey[],
  own: readonly MenuItem[],
  verbs: ColumnVerbs,
): readonly MenuItem[] {
  const text = gridText.menu;
  return [
    ...(column.sortable === true ? sortItems(column.key, sort, verbs.sortBy) : []),
    ...own.map((item, index) => (index === 0 ? { ...item, ruled: true } : item)),
    {
      text: text.wider,
      ruled: true,
      onPick: () => {
        verbs.resizeBy(STEP);
      },
    },
    {
      text: text.narrower,
      onPick: () => {
        verbs.resizeBy(-STEP);
      },
    },
    { text: text.fit, onPick: verbs.fit },
  ];
}

function sortItems(key: string, sort: readonly SortKey[], sortBy: ColumnVerbs['sortBy']): readonly MenuItem[] {
  const text = gridText.menu;
  const others = sort.filter((other) => other.key !== key);
  const items: MenuItem[] = [
    {
      text: text.ascending,
      icon: 'rise',
      onPick: () => {
        sortBy([{ key, descending: false }]);
      },
    },
    {
      text: text.descending,
      icon: 'fall',
      onPick: () => {
        sortBy([{ key, descending: true }]);
      },
    },
  ];
  if (sortState(sort, key) !== undefined)
    items.push({
      text: text.unsort,
      onPick: () => {
        sortBy(others);
      },
    });
  else if (sort.length > 0)
    items.push({
      text: text.add,
      onPick: () => {
        sortBy([...sort, { key, descending: false }]);
      },
    });
  return items;
}
