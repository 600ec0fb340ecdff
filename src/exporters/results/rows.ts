/** A simulation's table read row by row: the one place where exporters look into its columns. */
import { compareCodeUnits } from '../../core/compare-text.ts';
import { type Day, dayToText } from '../../core/days.ts';
import { toDecimal } from '../../core/exact.ts';
import { minorDigits, minorToText, type Minor } from '../../core/money.ts';
import { type Column, countAt, dayAt, exactAt, flagAt, textAt } from '../../core/table.ts';
import { type Amount, AMOUNTS, type Amounts, type RESULT_COLUMNS, type Simulation } from '../../sim/types.ts';

/** The steps of the cliff per seat-month, in the order in which they add up from `current` to the EST price. */
export const CLIFF_STEPS = ['promotion', 'listMove', 'commitment', 'estUplift', 'currency'] as const;
export type CliffStep = (typeof CLIFF_STEPS)[number];

const CLIFF_COLUMNS = {
  promotion: 'cliffPromotion',
  listMove: 'cliffListMove',
  commitment: 'cliffCommitment',
  estUplift: 'cliffEstUplift',
  currency: 'cliffCurrency',
} as const satisfies Record<CliffStep, ColumnName>;

type ColumnName = keyof typeof RESULT_COLUMNS;

/** One subscription of a simulation. Unit figures are decimal texts per seat-month; amounts are minor units. */
export interface ResultRow {
  /** Row of the simulation's table. */
  readonly index: number;
  /** Row of the portfolio table. */
  readonly portfolioRow: number | undefined;
  readonly id: string;
  readonly customerId: string;
  readonly customer: string;
  readonly product: string;
  readonly productId: string;
  readonly skuId: string;
  readonly segment: string;
  readonly termDuration: string;
  readonly billingPlan: string;
  /** Decimal text, empty when unknown. */
  readonly seats: string;
  readonly currency: string;
  readonly termEnd: Day | undefined;
  readonly estFrom: Day | undefined;
  readonly estTo: Day | undefined;
  readonly outcome: string;
  readonly rule: string;
  readonly exposed: boolean;
  readonly currentUnit: string;
  readonly estUnit: string;
  readonly renewUnit: string;
  readonly estSource: string;
  readonly cliff: Readonly<Record<CliffStep, string>>;
  readonly notes: readonly string[];
  readonly amounts: Amounts;
}

/** All subscriptions of a simulation, by id in code-unit order. */
export function resultRows(simulation: Simulation): readonly ResultRow[] {
  const read = rowReader(simulation);
  const rows = Array.from({ length: simulation.table.rows }, (_, index) => read(index));
  return rows.sort((a, b) => compareCodeUnits(a.id, b.id));
}

function rowReader(simulation: Simulation): (index: number) => ResultRow {
  const column = (name: ColumnName): Column | undefined => simulation.table.columns.get(name);
  const text = (name: ColumnName, index: number): string => textAt(column(name), index);
  return (index) => ({
    index,
    portfolioRow: countAt(column('row'), index),
    id: text('id', index),
    customerId: text('customerId', index),
    customer: text('customer', index),
    product: text('product', index),
    productId: text('productId', index),
    skuId: text('skuId', index),
    segment: text('segment', index),
    termDuration: text('termDuration', index),
    billingPlan: text('billingPlan', index),
    seats: decimalText(column('seats'), index),
    currency: text('currency', index),
    termEnd: dayAt(column('termEnd'), index),
    estFrom: dayAt(column('estFrom'), index),
    estTo: dayAt(column('estTo'), index),
    outcome: text('outcome', index),
    rule: text('rule', index),
    exposed: flagAt(column('exposed'), index) === true,
    currentUnit: text('currentUnit', index),
    estUnit: text('estUnit', index),
    renewUnit: text('renewUnit', index),
    estSource: text('estSource', index),
    cliff: recordOf(CLIFF_STEPS, (step) => text(CLIFF_COLUMNS[step], index)),
    notes: text('notes', index).split(' ').filter(Boolean),
    amounts: recordOf(AMOUNTS, (amount) => simulation.amounts[amount][index] ?? 0),
  });
}

/** More digits than any quantity has: nothing is rounded away. */
const MAX_QUANTITY_DIGITS = 20;

function decimalText(column: Column | undefined, index: number): string {
  const value = exactAt(column, index);
  return value === undefined ? '' : toDecimal(value, 0, MAX_QUANTITY_DIGITS);
}

/** A record with one value for each of `keys`, in their order. */
export function recordOf<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}

/** An amount as it stands in files: decimal text with exactly the currency's digits. */
export function amountText(amount: Minor, currency: string): string {
  return minorToText(amount, minorDigits(currency));
}

/** The amounts named in `keys` as decimal texts, in that order. */
export function amountTexts<K extends Amount>(
  keys: readonly K[],
  amounts: Amounts,
  currency: string,
): Record<K, string> {
  return recordOf(keys, (key) => amountText(amounts[key], currency));
}

/** `YYYY-MM-DD`, empty for no day. */
export function dayText(day: Day | undefined): string {
  return day === undefined ? '' : dayToText(day);
}
