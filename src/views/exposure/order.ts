/** The order of the exposed subscriptions as row numbers of the result table: no object a row, for a hundred thousand rows. */
import { type Deadline, deadlineOf, urgencyOf } from '../../core/deadline.ts';
import { type Column, NO_DAY, dayAt, textAt } from '../../core/table.ts';
import { type RowTest, filterRows, flagIs, textIn } from '../../sheet/kernels/filter.ts';
import { type ColumnOrder, sortRows } from '../../sheet/kernels/sort.ts';
import type { Amount, Simulation } from '../../sim/types.ts';
import type { SortKey } from '../../ui/grid/source.ts';
import type { ListColumn } from './list-columns.ts';

/** Exposed rows of one currency, in the order of the portfolio. */
export function exposedRows({ table }: Simulation, currency: string): Uint32Array {
  const tests: RowTest[] = [];
  const exposed = table.columns.get('exposed');
  const currencies = table.columns.get('currency');
  if (exposed?.kind !== 'flag' || currencies?.kind !== 'text') return new Uint32Array(0);
  tests.push(flagIs(exposed, true), textIn(currencies, new Set([currency])));
  return filterRows(table.rows, tests);
}

/** The rows by the user's sort keys; without any by money × nearness, then by term end. */
export function orderedRows(
  simulation: Simulation,
  rows: Uint32Array,
  keys: readonly SortKey[],
  locale: string,
): Uint32Array {
  const wanted =
    keys.length > 0
      ? keys
      : [
          { key: 'urgency', descending: true },
          { key: 'termEnd', descending: false },
        ];
  const orders = wanted.flatMap(({ key, descending }) =>
    sortColumns(simulation, rows, key).map((column): ColumnOrder => ({ column, descending })),
  );
  return sortRows(rows, orders, locale);
}

type SortColumns = (simulation: Simulation, rows: Uint32Array) => readonly (Column | undefined)[];

const named =
  (...names: readonly string[]) =>
  ({ table }: Simulation): readonly (Column | undefined)[] =>
    names.map((name) => table.columns.get(name));
const amount =
  (name: Amount) =>
  ({ amounts }: Simulation): readonly Column[] => [numbers(amounts[name])];
const deadlines = (simulation: Simulation, rows: Uint32Array): readonly Column[] => [lockDays(simulation, rows)];

/** What each column of the list sorts by. */
const SORTING: Readonly<Record<ListColumn | 'urgency', SortColumns>> = {
  customer: named('customer', 'customerId'),
  product: named('product'),
  seats: named('seats'),
  term: named('termDuration', 'billingPlan'),
  termEnd: named('termEnd'),
  locksAt: deadlines,
  outcome: named('outcome'),
  current: amount('current'),
  est: amount('est'),
  extra: amount('extra'),
  nextStep: deadlines,
  urgency: (simulation, rows) => [urgencies(simulation, rows)],
};

function sortColumns(simulation: Simulation, rows: Uint32Array, key: string): readonly Column[] {
  return isSortable(key) ? SORTING[key](simulation, rows).filter((column) => column !== undefined) : [];
}

function isSortable(key: string): key is keyof typeof SORTING {
  return Object.hasOwn(SORTING, key);
}

function numbers(units: Float64Array): Column {
  return { kind: 'decimal', scale: 0, units, wide: new Map() };
}

function urgencies(simulation: Simulation, rows: Uint32Array): Column {
  const units = new Float64Array(simulation.table.rows).fill(NaN);
  const deadlineAt = deadlinesOf(simulation);
  for (const row of rows) units[row] = urgencyOf(simulation.amounts.extra[row] ?? 0, deadlineAt(row));
  return numbers(units);
}

/** Days on which rows lock; rows that can be ended on any day come last. */
function lockDays(simulation: Simulation, rows: Uint32Array): Column {
  const days = new Int32Array(simulation.table.rows).fill(NO_DAY);
  const deadlineAt = deadlinesOf(simulation);
  for (const row of rows) days[row] = deadlineAt(row).locksAt ?? NO_DAY;
  return { kind: 'day', days };
}

/** Gives the deadline of a row of the result table. */
export function deadlinesOf({ table, window }: Simulation): (row: number) => Deadline {
  const [outcomes, ends] = [table.columns.get('outcome'), table.columns.get('termEnd')];
  return (row) => deadlineOf({ outcome: textAt(outcomes, row), termEnd: dayAt(ends, row) }, window.asOf);
}
