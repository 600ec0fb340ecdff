/** The columns of the list of exposed subscriptions. */
import { exposureText } from '../../core/text/en/exposure.ts';
import type { Filter } from '../../state/filter.ts';
import type { GridColumn } from '../../ui/grid/source.ts';

const text = exposureText.list;

export const LIST_COLUMNS = [
  'customer',
  'product',
  'seats',
  'term',
  'termEnd',
  'locksAt',
  'outcome',
  'current',
  'est',
  'extra',
  'nextStep',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

const SHAPES: Readonly<Record<ListColumn, Pick<GridColumn, 'kind' | 'width'> & Partial<GridColumn>>> = {
  customer: { kind: 'text', width: 130, frozen: true },
  product: { kind: 'text', width: 126 },
  seats: { kind: 'number', width: 52 },
  term: { kind: 'text', width: 82 },
  termEnd: { kind: 'day', width: 84 },
  locksAt: { kind: 'day', width: 172, unit: text.locksUnit },
  outcome: { kind: 'text', width: 74 },
  current: { kind: 'number', width: 98 },
  est: { kind: 'number', width: 98 },
  extra: { kind: 'number', width: 98 },
  nextStep: { kind: 'text', width: 116 },
};

/** The grid's columns; those under a filter carry its mark. */
export function gridColumns(filter: Filter): readonly GridColumn[] {
  const filtered = new Set<ListColumn>([
    ...(filter.customerId === undefined ? [] : ['customer' as const]),
    ...(filter.outcome === undefined ? [] : ['outcome' as const]),
  ]);
  return LIST_COLUMNS.map((key) => ({
    key,
    title: text[key],
    align: SHAPES[key].kind === 'text' ? 'start' : 'end',
    sortable: true,
    filtered: filtered.has(key),
    ...SHAPES[key],
  }));
}
