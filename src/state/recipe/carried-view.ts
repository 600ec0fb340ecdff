/** How a table is arranged, without the values that somebody picked or looked for. */
import type { IsName, LeftOut } from '../../core/recipe/left-out.ts';
import type { ColumnFilter, TableView } from '../../sheet/model/table-view.ts';
import { withKeys } from '../view-keys.ts';

/** Columns of the app whose values are the same for every partner, so that a text filter on them names nobody. */
const COMMON: ReadonlySet<string> = new Set([
  ...['productId', 'skuId', 'segment', 'market', 'currency', 'term', 'plan', 'autoRenew', 'action', 'outcome', 'rule'],
]);
const TEXT_FILTERS: ReadonlySet<ColumnFilter['kind']> = new Set(['contains', 'values', 'text-is']);

export interface Carrying {
  readonly isName: IsName;
  readonly leftOut: LeftOut;
  /** Keys of the computed columns that are carried. */
  readonly computed: ReadonlySet<string>;
}

/** Whether a column can be spoken of: pivots make columns of values, and a header can say a name. */
export function staysKey(key: string, { isName, computed }: Pick<Carrying, 'isName' | 'computed'>): boolean {
  if (key.startsWith('figure:')) return false;
  if (key.startsWith('label:')) return staysKey(key.slice('label:'.length), { isName, computed });
  return key.startsWith('f:') ? computed.has(key) : !isName(key.replace(/^x:/, ''));
}

/** Filters with numbers and days stay; those with texts only on columns whose values are everybody's. */
export function staysFilter(key: string, filter: ColumnFilter, isName: IsName): boolean {
  if (!TEXT_FILTERS.has(filter.kind)) return true;
  const values = filter.kind === 'values' ? filter.values : 'text' in filter ? [filter.text] : [];
  return COMMON.has(key) && !values.some(isName);
}

/** @param where names the table or the view, so that what is left out counts once */
export function carriedView(view: TableView, where: string, carrying: Carrying): TableView {
  const { isName, leftOut } = carrying;
  const kept = withKeys(view, (key) => (staysKey(key, carrying) ? key : undefined));
  const filters = view.filters.filter(([key, filter]) => {
    const stays = staysKey(key, carrying) && staysFilter(key, filter, isName);
    if (!stays) leftOut.note('filters', JSON.stringify([where, key]));
    return stays;
  });
  const marks = kept.marks.filter(({ key, rule }) => {
    const stays = rule.kind !== 'filter' || staysFilter(key, rule.filter, isName);
    if (!stays) leftOut.note('filters', JSON.stringify([where, 'mark', key]));
    return stays;
  });
  if (view.find !== '') leftOut.note('filters', JSON.stringify([where, 'find']));
  return { ...kept, filters, marks, find: '', closed: [] };
}
