/** Changed copies of a table's view: what each verb of the user means for it. */
import type { CellFormat, ColumnFilter, SortKey, TableView } from './table-view.ts';

/** The view with the filter of a column set, in its place, or taken off. */
export function withFilter(view: TableView, key: string, filter: ColumnFilter | undefined): TableView {
  const isSet = view.filters.some(([own]) => own === key);
  if (filter === undefined) return { ...view, filters: view.filters.filter(([own]) => own !== key) };
  const entry = [key, filter] as const;
  const filters = isSet ? view.filters.map((own) => (own[0] === key ? entry : own)) : [...view.filters, entry];
  return { ...view, filters };
}

export function filterOf(view: TableView, key: string): ColumnFilter | undefined {
  return view.filters.find(([own]) => own === key)?.[1];
}

export function withoutFilters(view: TableView): TableView {
  return { ...view, filters: [], find: '' };
}

export function withSort(view: TableView, sort: readonly SortKey[]): TableView {
  return { ...view, sort };
}

export function withHidden(view: TableView, key: string, isHidden: boolean): TableView {
  const others = view.hidden.filter((own) => own !== key);
  return { ...view, hidden: isHidden ? [...others, key] : others };
}

/** Columns that are grouped anew are all open. */
export function withGroups(view: TableView, groups: readonly string[]): TableView {
  return { ...view, groups, closed: [] };
}

/** The format of a column; undefined: as the column is without one. */
export function withFormat(view: TableView, key: string, format: CellFormat | undefined): TableView {
  const others = Object.entries(view.formats).filter(([own]) => own !== key);
  return { ...view, formats: Object.fromEntries(format ? [...others, [key, format]] : others) };
}

/** The keys in the order of the view: those that it names first, the others behind them in their own order. */
export function orderedKeys(keys: readonly string[], { order }: Pick<TableView, 'order'>): readonly string[] {
  const known = new Set(keys);
  const named = new Set(order.filter((key) => known.has(key)));
  return [...named, ...keys.filter((key) => !named.has(key))];
}

/** The keys that show, in their order. */
export function shownKeys(keys: readonly string[], view: Pick<TableView, 'order' | 'hidden'>): readonly string[] {
  const hidden = new Set(view.hidden);
  return orderedKeys(keys, view).filter((key) => !hidden.has(key));
}

/**
 * A column moved among those that show; hidden columns keep their place behind the one before them.
 * @param keys all columns in their own order
 * @param to its place among the columns that show, counted in the order that results
 */
export function withMoved(view: TableView, keys: readonly string[], key: string, to: number): TableView {
  const all = orderedKeys(keys, view).filter((own) => own !== key);
  const shown = shownKeys(keys, view).filter((own) => own !== key);
  const behind = shown[to - 1];
  const at = to <= 0 || behind === undefined ? (to <= 0 ? 0 : all.length) : all.indexOf(behind) + 1;
  return { ...view, order: [...all.slice(0, at), key, ...all.slice(at)] };
}
