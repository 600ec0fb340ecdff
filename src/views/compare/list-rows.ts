/** The compared subscriptions of one currency: what each column holds, as typed columns that can be sorted and filtered. */
import { type Column, type Table, type TextColumn, takeCells } from '../../core/table.ts';
import { compareText } from '../../core/text/en/compare.ts';
import { type RowTest, filterRows, textContains } from '../../sheet/kernels/filter.ts';
import { type ColumnOrder, sortRows } from '../../sheet/kernels/sort.ts';
import type { Comparison } from '../../sim/compare/types.ts';
import { type Amount, OUTCOMES } from '../../sim/types.ts';
import type { SortKey } from '../../ui/grid/source.ts';
import { type ListKey, readKey } from './list-keys.ts';

export const CHANGES = ['any', 'amount', 'more', 'less', 'outcome'] as const;
export type Change = (typeof CHANGES)[number];

export interface ListFilter {
  readonly find: string;
  readonly change: Change;
}

/** Everything that the list reads; rows are places in `Comparison.rows`. */
export interface ListRows {
  readonly comparison: Comparison;
  readonly currency: string;
  readonly reference: number;
  readonly customer: TextColumn;
  readonly customerId: TextColumn;
  readonly id: TextColumn;
  /** Minor units of the currency for each scenario; zero where the subscription has another currency there. */
  readonly values: readonly Float64Array[];
}

const NO_TEXT: TextColumn = { kind: 'text', codes: new Uint32Array(0), values: [''] };

/** @param portfolio the whole portfolio, which the comparison ran on */
export function listRows(
  comparison: Comparison,
  portfolio: Table,
  currency: string,
  amount: Amount,
  reference: number,
): ListRows {
  const { row, scenarios, currencies } = comparison.rows;
  const texts = (name: string): TextColumn => {
    const column = portfolio.columns.get(name);
    const taken = column && takeCells(column, row);
    return taken?.kind === 'text' ? taken : NO_TEXT;
  };
  const code = currencies.indexOf(currency);
  const values = scenarios.map(({ currency: codes, amounts }) => {
    const all = amounts[amount];
    return codes.every((one) => one === code) ? all : all.map((value, at) => (codes[at] === code ? value : 0));
  });
  const [customer, customerId, id] = [texts('customerName'), texts('customerId'), texts('subscriptionId')];
  return { comparison, currency, reference, customer, customerId, id, values };
}

/** Places of the rows of the currency that pass the filter. */
export function shownRows(list: ListRows, { find, change }: ListFilter, locale: string): Uint32Array {
  const { scenarios, currencies, row, product } = list.comparison.rows;
  const code = currencies.indexOf(list.currency);
  const tests: RowTest[] = [(at) => scenarios.some(({ currency }) => currency[at] === code)];
  if (change !== 'any') tests.push(changeTest(list, change));
  if (find !== '') {
    const columns = [list.customer, list.customerId, list.id, product].filter(({ codes }) => codes.length > 0);
    const contains = columns.map((column) => textContains(column, find, locale));
    tests.push((at) => contains.some((test) => test(at)));
  }
  return filterRows(row.length, tests);
}

function changeTest(list: ListRows, change: Exclude<Change, 'any'>): RowTest {
  const { values, reference, comparison } = list;
  const base = values[reference];
  const outcomes = comparison.rows.scenarios.map(({ outcome }) => outcome);
  const first = outcomes[reference];
  switch (change) {
    case 'amount':
      return (at) => values.some((own) => own[at] !== base?.[at]);
    case 'more':
      return (at) => values.some((own) => (own[at] ?? 0) > (base?.[at] ?? 0));
    case 'less':
      return (at) => values.some((own) => (own[at] ?? 0) < (base?.[at] ?? 0));
    case 'outcome':
      return (at) => outcomes.some((own) => own[at] !== first?.[at]);
  }
}

/** The rows by the user's keys; without any the largest difference comes first. */
export function sortedRows(list: ListRows, rows: Uint32Array, keys: readonly SortKey[], locale: string): Uint32Array {
  const orders = keys.flatMap(({ key, descending }) =>
    sortColumns(list, readKey(key)).map((column): ColumnOrder => ({ column, descending })),
  );
  const usual = { column: numbers(list, (at) => spreadAt(list, at)), descending: true };
  return sortRows(rows, orders.length > 0 ? orders : [usual], locale);
}

/** The largest difference to the reference, whatever its sign. */
function spreadAt({ values, reference }: ListRows, at: number): number {
  const base = values[reference]?.[at] ?? 0;
  return values.reduce((most, own) => Math.max(most, Math.abs((own[at] ?? 0) - base)), 0);
}

/** What a row has in a scenario less what it has in the reference, in minor units. */
export function differenceAt({ values, reference }: ListRows, scenario: number, at: number): number {
  return (values[scenario]?.[at] ?? 0) - (values[reference]?.[at] ?? 0);
}

function numbers({ comparison }: ListRows, valueAt: (at: number) => number): Column {
  const units = new Float64Array(comparison.rows.row.length);
  for (let at = 0; at < units.length; at++) units[at] = valueAt(at);
  return { kind: 'decimal', scale: 0, units, wide: new Map() };
}

function sortColumns(list: ListRows, key: ListKey): readonly Column[] {
  const base = list.values[list.reference];
  switch (key.kind) {
    case 'customer':
      return [list.customer, list.customerId].filter(({ codes }) => codes.length > 0);
    case 'product':
      return [list.comparison.rows.product];
    case 'id':
      return [list.id];
    case 'amount':
      return [numbers(list, (at) => list.values[key.scenario]?.[at] ?? 0)];
    case 'difference':
      return [numbers(list, (at) => differenceAt(list, key.scenario, at))];
    case 'percent':
      return [numbers(list, (at) => shareFor(differenceAt(list, key.scenario, at), base?.[at] ?? 0))];
    case 'outcome':
      return [outcomeColumn(list, key.scenario)];
  }
}

/** For sorting alone; NaN, which is empty, where there is no share. */
function shareFor(difference: number, reference: number): number {
  return reference === 0 ? NaN : difference / Math.abs(reference);
}

function outcomeColumn({ comparison }: ListRows, scenario: number): TextColumn {
  const codes = Uint32Array.from(comparison.rows.scenarios[scenario]?.outcome ?? [], (code) => code + 1);
  const words = OUTCOMES.map((outcome) => compareText.list.outcomes[outcome] ?? outcome);
  return { kind: 'text', codes, values: ['', compareText.list.unpriced, ...words] };
}
