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
  customer: { kind: 'text', width: 120, frozen: true },
  product: { kind: 'text', width: 106 },
  seats: { kind: 'number', width: 50 },
  term: { kind: 'text', width: 84 },
  termEnd: { kind: 'day', width: 86 },
  locksAt: { kind: 'day', width: 176, unit: text.locksUnit },
  outcome: { kind: 'text', width: 72 },
  current: { kind: 'number', width: 84 },
  est: { kind: 'number', width: 84 },
  extra: { kind: 'number', width: 84 },
  nextStep: { kind: 'text', width: 104 },
};

/** Pixels of a character of a bold figure, marks between digits included, and of the cell around it. */
const CHARACTER = 6;
const PADDING = 18;

/**
 * The grid's columns: those under a filter carry its mark, and figures have room for their total.
 * @param totals texts of the row of totals, by column
 */
export function gridColumns(filter: Filter, totals: (column: number) => string): readonly GridColumn[] {
  const filtered = new Set<ListColumn>([
    ...(filter.customerId === undefined ? [] : ['customer' as const]),
    ...(filter.outcome === undefined ? [] : ['outcome' as const]),
  ]);
  return LIST_COLUMNS.map((key, index) => ({
    key,
    title: text[key],
    align: SHAPES[key].kind === 'text' ? 'start' : 'end',
    sortable: true,
    filtered: filtered.has(key),
    ...SHAPES[key],
    width: widthOf(key, totals(index)),
  }));
}

function widthOf(key: ListColumn, total: string): number {
  const { kind, width } = SHAPES[key];
  return kind === 'number' ? Math.max(width, total.length * CHARACTER + PADDING) : width;
}
