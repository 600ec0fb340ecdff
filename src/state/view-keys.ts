/** An arrangement whose columns have other keys. */
import type { TableView } from '../sheet/model/table-view.ts';

/** @param keyOf undefined for a column that stays behind */
export function withKeys(view: TableView, keyOf: (key: string) => string | undefined): TableView {
  const keys = (of: readonly string[]): readonly string[] => of.flatMap((key) => keyOf(key) ?? []);
  const record = <T>(of: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(of).flatMap(([key, value]) => keys([key]).map((own) => [own, value])));
  const keyed = <T extends { readonly key: string }>(items: readonly T[]): readonly T[] =>
    items.flatMap((item) => keys([item.key]).map((key) => ({ ...item, key })));
  return {
    ...view,
    widths: record(view.widths),
    formats: record(view.formats),
    order: keys(view.order),
    hidden: keys(view.hidden),
    groups: keys(view.groups),
    sort: keyed(view.sort),
    marks: keyed(view.marks),
    filters: view.filters.flatMap(([key, filter]) => keys([key]).map((own) => [own, filter] as const)),
  };
}
