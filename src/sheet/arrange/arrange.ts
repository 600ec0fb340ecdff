/** Which rows of a table show, in which order and groups, as its view asks for; in steps of a few milliseconds. */
import type { Column } from '../../core/table.ts';
import { type RowTest, filterRows } from '../kernels/filter.ts';
import type { ColumnOrder } from '../kernels/sort.ts';
import type { TableView } from '../model/table-view.ts';
import { type FilterContext, filterSteps } from './filter-test.ts';
import { type Groups, type ViewRows, groupSteps } from './groups.ts';
import { type KnownRanks, sortSteps } from './sort-steps.ts';
import { textTestSteps } from './text-tests.ts';
import { closedGroups, viewRowSteps } from './view-rows.ts';

/** The table that is arranged. */
export interface ArrangedTable {
  readonly rows: number;
  /** A column as it sorts and filters; undefined when there is none of that name, or not any more. */
  column(key: string): Column | undefined;
  /** A cell as it is shown: what a group is called. */
  text(key: string, row: number): string;
  /** The columns that `find` looks into. */
  readonly foundIn: readonly string[];
}

/** What of a view decides which rows show. */
export type RowView = Pick<TableView, 'sort' | 'filters' | 'find' | 'groups' | 'closed'>;

export interface Arrangement {
  /** Rows of the table that pass all filters, in their order; those of closed groups, too. */
  readonly order: Uint32Array;
  /** Rows of the view: rows of the table, and of groups where there are any. */
  readonly rows: ViewRows;
  /** Undefined without grouping columns. */
  readonly groups: GroupedRows | undefined;
}

export interface GroupedRows extends Groups {
  /** The grouping columns that the table has, the outermost first. */
  readonly keys: readonly string[];
}

/** The rows of a view. Filters and keys of columns that are gone are passed over. */
export function* arrangeSteps(
  table: ArrangedTable,
  view: RowView,
  context: FilterContext,
  ranks: KnownRanks,
): Generator<undefined, Arrangement> {
  const tests: RowTest[] = [];
  for (const [key, filter] of view.filters) {
    const column = table.column(key);
    yield;
    const test = column && (yield* filterSteps(column, filter, context));
    if (test) tests.push(test);
    yield;
  }
  if (view.find !== '') tests.push(yield* findTest(table, view.find, context.locale));
  const kept = filterRows(table.rows, tests);
  yield;
  const groupKeys = view.groups.filter((key) => table.column(key) !== undefined);
  const keys = sortOrders(table, view, groupKeys);
  const { order, words } = yield* sortSteps(kept, keys, context.locale, ranks);
  if (groupKeys.length === 0) return { order, rows: new Int32Array(order), groups: undefined };
  const groups = yield* groupSteps(order, words.slice(0, groupKeys.length));
  const labelOf = (group: number): string =>
    table.text(groupKeys[groups.level[group] ?? 0] ?? '', order[groups.start[group] ?? 0] ?? 0);
  const rows = yield* viewRowSteps(order, groups, closedGroups(view.closed), labelOf);
  return { order, rows, groups: { ...groups, keys: groupKeys } };
}

/** Groups first, in the direction in which their column is sorted; then the other keys. */
function sortOrders(table: ArrangedTable, { sort }: RowView, groupKeys: readonly string[]): readonly ColumnOrder[] {
  const groups = groupKeys.map((key) => sort.find((own) => own.key === key) ?? { key, descending: false });
  const others = sort.filter(({ key }) => !groupKeys.includes(key));
  return [...groups, ...others].flatMap(({ key, descending }) => {
    const column = table.column(key);
    return column ? [{ column, descending }] : [];
  });
}

function* findTest(table: ArrangedTable, part: string, locale: string): Generator<undefined, RowTest> {
  const tests: RowTest[] = [];
  for (const key of table.foundIn) {
    const column = table.column(key);
    if (column?.kind === 'text') tests.push(yield* textTestSteps(column, 'contains', part, locale));
    yield;
  }
  return (row) => tests.some((test) => test(row));
}
