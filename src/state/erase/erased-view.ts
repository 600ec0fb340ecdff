/** How a table is arranged, without what speaks of a customer. */
import type { Eraser } from '../../core/erase/eraser.ts';
import type { ColumnFilter, TableView } from '../../sheet/model/table-view.ts';
import { withKeys } from '../view-keys.ts';

type KeyedFilter = TableView['filters'][number];

/** The same object when it does not speak of the customer. */
export function erasedView(view: TableView, eraser: Eraser): TableView {
  if (!eraser.speaks(view)) return view;
  const kept = withKeys(view, (key) => {
    if (!eraser.traces.in(key)) return key;
    eraser.tally.add('views', key);
    return undefined;
  });
  return {
    ...kept,
    filters: erasedFilters(kept.filters, eraser),
    marks: eraser.list('filters', kept.marks),
    find: eraser.text('filters', kept.find),
    closed: eraser.list('views', kept.closed),
  };
}

/** A list of picked values loses the customer's; any other condition that speaks of them goes whole. */
export function erasedFilters(filters: readonly KeyedFilter[], eraser: Eraser): readonly KeyedFilter[] {
  return filters.flatMap(([key, filter]): readonly KeyedFilter[] => {
    const next = eraser.traces.in(key) ? undefined : erasedFilter(filter, eraser);
    if (next !== filter) eraser.tally.add('filters', JSON.stringify([key, filter]));
    return next ? [[key, next]] : [];
  });
}

function erasedFilter(filter: ColumnFilter, eraser: Eraser): ColumnFilter | undefined {
  if (!eraser.speaks(filter)) return filter;
  if (filter.kind !== 'values') return undefined;
  const values = filter.values.filter((value) => !eraser.traces.in(value));
  return values.length > 0 ? { ...filter, values } : undefined;
}
