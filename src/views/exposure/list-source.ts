/** The exposed subscriptions as the grid reads them: texts are made for the cells that show, from columns. */
import { type Exact, ZERO, add, fraction, toDecimal } from '../../core/exact.ts';
import type { Deadline } from '../../core/deadline.ts';
import type { Format } from '../../core/format.ts';
import { guardFormula } from '../../core/formula-guard.ts';
import { safeMinor } from '../../core/money.ts';
import { dayAt, exactAt, textAt } from '../../core/table.ts';
import { exposureText } from '../../core/text/en/exposure.ts';
import type { Amount, Simulation, Totals } from '../../sim/types.ts';
import type { TrailSubject } from '../../state/trail.svelte.ts';
import { CELL, type GridColumn, type GridSource, type SortKey } from '../../ui/grid/source.ts';
import { LIST_COLUMNS, type ListColumn } from './list-columns.ts';
import { isSoon, lockWriter } from './lock-text.ts';
import { deadlinesOf, orderedRows } from './order.ts';

const AMOUNT_COLUMNS = ['current', 'est', 'extra'] as const satisfies readonly (Amount & ListColumn)[];
type AmountColumn = (typeof AMOUNT_COLUMNS)[number];

/** What of a list is dear to make. */
export interface ArrangedList {
  readonly simulation: Simulation;
  readonly currency: string;
  /** Rows of the result table, in the order of the list. */
  readonly order: Uint32Array;
  /** Texts of the row of totals, by column. */
  readonly totalTexts: (column: number) => string;
}

/** @param rows exposed rows of the currency of `totals` */
export function arrangedList(
  simulation: Simulation,
  rows: Uint32Array,
  totals: Totals,
  sort: readonly SortKey[],
  format: Format,
): ArrangedList {
  return {
    simulation,
    currency: totals.currency,
    order: orderedRows(simulation, rows, sort, format.locale),
    totalTexts: listTotals(simulation, rows, totals, format),
  };
}

export interface ListInput extends Omit<ArrangedList, 'totalTexts'> {
  readonly columns: readonly GridColumn[];
  readonly format: Format;
}

/** The grid's source; amounts are minor units of the one currency. */
export function listSource({ simulation, order, columns, currency, format }: ListInput): GridSource {
  const { table, amounts } = simulation;
  const lockText = lockWriter(format);
  const deadlineAt = deadlinesOf(simulation);
  const cell = (name: string, row: number): string => textAt(table.columns.get(name), row);
  const day = (row: number): string => {
    const end = dayAt(table.columns.get('termEnd'), row);
    return end === undefined ? '' : format.day(end);
  };
  const texts: Readonly<Record<ListColumn, (row: number) => string>> = {
    customer: (row) => cell('customer', row) || cell('customerId', row) || exposureText.list.noCustomer,
    product: (row) => cell('product', row) || `${cell('productId', row)} ${cell('skuId', row)}`,
    seats: (row) => decimalText(exactAt(table.columns.get('seats'), row), format),
    term: (row) => termText(cell('termDuration', row), cell('billingPlan', row)),
    termEnd: day,
    locksAt: (row) => lockText(deadlineAt(row)),
    outcome: (row) => exposureText.outcomes[cell('outcome', row)] ?? cell('outcome', row),
    current: (row) => format.amount(amounts.current[row] ?? 0, currency),
    est: (row) => format.amount(amounts.est[row] ?? 0, currency),
    extra: (row) => format.signed(amounts.extra[row] ?? 0, currency),
    nextStep: (row) => exposureText.nextSteps[deadlineAt(row).nextStep],
  };
  const amountAt = (row: number, column: number): number | undefined => {
    const name = amountColumn(column);
    return name && amounts[name][order[row] ?? 0];
  };
  const text = (row: number, column: number): string => texts[LIST_COLUMNS[column] ?? 'customer'](order[row] ?? 0);
  return {
    rows: order.length,
    columns,
    text,
    copyText: (row, column) => (columns[column]?.kind === 'text' ? guardFormula(text(row, column)) : text(row, column)),
    flags: (row, column) => flagsOf(LIST_COLUMNS[column], () => deadlineAt(order[row] ?? 0)),
    number: amountAt,
    unit: () => currency,
  };
}

function amountColumn(column: number): AmountColumn | undefined {
  return AMOUNT_COLUMNS.find((name) => name === LIST_COLUMNS[column]);
}

function flagsOf(column: ListColumn | undefined, deadlineOfRow: () => Deadline): number {
  if (column !== 'locksAt' && column !== 'nextStep') return 0;
  const deadline = deadlineOfRow();
  if (isSoon(deadline)) return column === 'locksAt' ? CELL.bold | CELL.negative : CELL.bold;
  return deadline.locksAt === undefined && column === 'locksAt' ? CELL.muted : 0;
}

function termText(term: string, plan: string): string {
  return exposureText.termAndPlan(exposureText.terms[term] ?? term, exposureText.plans[plan] ?? plan);
}

function decimalText(value: Exact | undefined, format: Format): string {
  return value === undefined ? '' : format.decimal(toDecimal(value, 0, 10));
}

/** The texts of the row of totals, by column; amounts are the key figures' own sums. */
export function listTotals(
  simulation: Simulation,
  rows: Uint32Array,
  totals: Totals,
  format: Format,
): (column: number) => string {
  const { currency } = totals;
  const texts: Partial<Record<ListColumn, string>> = {
    customer: exposureText.list.total(rows.length, format.count(rows.length)),
    seats: decimalText(seatsOf(simulation, rows), format),
    current: format.amount(totals.current, currency),
    est: format.amount(totals.est, currency),
    extra: format.signed(totals.extra, currency),
  };
  return (column) => texts[LIST_COLUMNS[column] ?? 'product'] ?? '';
}

/** Whole units of the column's scale are added as numbers; the few seats that do not fit come as exact values. */
export function seatsOf({ table }: Simulation, rows: Uint32Array): Exact {
  const seats = table.columns.get('seats');
  if (seats?.kind !== 'decimal') return ZERO;
  let [units, wide] = [0, ZERO];
  for (const row of rows) {
    const value = seats.units[row] ?? NaN;
    if (Number.isNaN(value)) wide = add(wide, exactAt(seats, row) ?? ZERO);
    else units = safeMinor(units + value);
  }
  return add(wide, fraction(units, 10 ** seats.scale));
}

/**
 * The trail behind a cell: that of its amount, or why the subscription is exposed. Undefined where nothing is derived.
 * @param row row of the result table
 */
export function trailOf({ table }: Simulation, row: number, column: number): TrailSubject | undefined {
  const source = table.columns.get('row');
  if (source?.kind !== 'count') return undefined;
  const portfolioRow = source.counts[row] ?? 0;
  const amount = amountColumn(column);
  if (amount) return { kind: 'amount', row: portfolioRow, amount };
  const name = LIST_COLUMNS[column];
  return name === 'outcome' || name === 'nextStep' ? { kind: 'outcome', row: portfolioRow } : undefined;
}
