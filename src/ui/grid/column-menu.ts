/** What the menu of a column offers: the ways to sort, size and arrange it without a drag. */
import { gridText } from '../../core/text/en/grid.ts';
import type { MenuItem } from '../menu.ts';
import { item, ruled } from './cell-menu.ts';
import { sortState } from './sort.ts';
import type { GridColumn, SortKey } from './source.ts';

/** The verbs of a column's menu; one that is absent is not offered. */
export interface ColumnVerbs {
  readonly sortBy: (keys: readonly SortKey[]) => void;
  readonly resizeBy: (pixels: number) => void;
  readonly fit: () => void;
  readonly moveLeft?: (() => void) | undefined;
  readonly moveRight?: (() => void) | undefined;
  readonly hide?: (() => void) | undefined;
  readonly freeze?: (() => void) | undefined;
  readonly unfreeze?: (() => void) | undefined;
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
  const wider = (): void => verbs.resizeBy(STEP);
  const narrower = (): void => verbs.resizeBy(-STEP);
  return [
    ...(column.sortable === true ? sortItems(column.key, sort, verbs.sortBy) : []),
    ...ruled(own),
    ...ruled([
      ...item(text.left, verbs.moveLeft),
      ...item(text.right, verbs.moveRight),
      ...item(text.freeze, verbs.freeze),
      ...item(text.unfreeze, verbs.unfreeze),
      ...item(text.hide, verbs.hide),
    ]),
    ...ruled([...item(text.wider, wider), ...item(text.narrower, narrower), ...item(text.fit, verbs.fit)]),
  ];
}

function sortItems(key: string, sort: readonly SortKey[], sortBy: ColumnVerbs['sortBy']): readonly MenuItem[] {
  const text = gridText.menu;
  const others = sort.filter((other) => other.key !== key);
  const isSorted = sortState(sort, key) !== undefined;
  return [
    ...item(text.ascending, () => sortBy([{ key, descending: false }]), undefined, 'rise'),
    ...item(text.descending, () => sortBy([{ key, descending: true }]), undefined, 'fall'),
    ...(isSorted ? item(text.unsort, () => sortBy(others)) : []),
    ...(!isSorted && sort.length > 0 ? item(text.add, () => sortBy([...sort, { key, descending: false }])) : []),
  ];
}
