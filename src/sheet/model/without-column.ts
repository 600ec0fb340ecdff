/** The view of a table after one of its columns is gone for good. */
import type { TableView } from './table-view.ts';

/** Nothing sorts, filters, groups or marks by the column any more. Its key stays in the order, so that it is not used again. */
export function withoutColumn(view: TableView, key: string): TableView {
  const isOther = (one: { readonly key: string }): boolean => one.key !== key;
  const others = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(record).filter(([own]) => own !== key));
  return {
    ...view,
    widths: others(view.widths),
    formats: others(view.formats),
    order: view.order.includes(key) ? view.order : [...view.order, key],
    hidden: view.hidden.filter((own) => own !== key),
    sort: view.sort.filter(isOther),
    filters: view.filters.filter(([own]) => own !== key),
    groups: view.groups.filter((own) => own !== key),
    closed: view.groups.includes(key) ? [] : view.closed,
    marks: view.marks.filter(isOther),
  };
}
