/** The list of compared subscriptions as the grid reads it: texts are made for the cells that show. */
import type { Format } from '../../core/format.ts';
import { guardFormula } from '../../core/formula-guard.ts';
import { safeMinor } from '../../core/money.ts';
import { textAt } from '../../core/table.ts';
import { compareText } from '../../core/text/en/compare.ts';
import { varianceOf } from '../../core/variance.ts';
import { type Amount, OUTCOMES } from '../../sim/types.ts';
import { CELL, type GridColumn, type GridSource } from '../../ui/grid/source.ts';
import { amountLabel } from './figures.ts';
import { type ListKey, listKeys, writeKey } from './list-keys.ts';
import { type ListRows, differenceAt } from './list-rows.ts';

const text = compareText.list;
const { same, none } = compareText.figures;

export interface CompareSource extends GridSource {
  readonly keys: readonly ListKey[];
  /** The texts of the row of totals: sums of the rows shown. */
  readonly totals: (column: number) => string;
  /** Sum of the rows shown, in minor units; undefined where nothing is added. */
  readonly sumOf: (column: number) => number | undefined;
}

/** @param order places of rows, as the grid shows them */
export function compareSource(list: ListRows, amount: Amount, order: Uint32Array, format: Format): CompareSource {
  const { comparison, reference, currency } = list;
  const keys = listKeys(comparison.scenarios.length, reference);
  const sums = list.values.map((values) => sumAt(values, order));
  const sumOf = (key: ListKey | undefined): number | undefined => {
    if (key?.kind === 'amount') return sums[key.scenario] ?? 0;
    return key?.kind === 'difference' ? safeMinor((sums[key.scenario] ?? 0) - (sums[reference] ?? 0)) : undefined;
  };
  const totals = (column: number): string => {
    const key = keys[column];
    if (key?.kind === 'customer') return text.total(order.length, format.count(order.length));
    if (key?.kind === 'percent') return percentText(sums[key.scenario] ?? 0, sums[reference] ?? 0, format);
    const sum = sumOf(key);
    if (sum === undefined) return '';
    return key?.kind === 'amount' ? format.amount(sum, currency) : signedText(sum, currency, format);
  };
  const cell = (row: number, column: number): string => {
    const key = keys[column];
    return key === undefined ? '' : cellText(list, key, order[row] ?? 0, format);
  };
  const columns = keys.map((key, column) => columnOf(list, key, amount, totals(column)));
  return {
    keys,
    totals,
    sumOf: (column) => sumOf(keys[column]),
    rows: order.length,
    columns,
    text: cell,
    copyText: (row, column) =>
      columns[column]?.kind === 'number' ? cell(row, column) : guardFormula(cell(row, column)),
    flags: (row, column) => flagsAt(list, keys[column], order[row] ?? 0),
    number: (row, column) => numberAt(list, keys[column], order[row] ?? 0),
    unit: () => currency,
  };
}

function sumAt(values: Float64Array, order: Uint32Array): number {
  let sum = 0;
  for (const at of order) sum += values[at] ?? 0;
  return safeMinor(sum);
}

/** The amount or difference of a cell, in minor units. */
export function numberAt(list: ListRows, key: ListKey | undefined, at: number): number | undefined {
  if (key?.kind === 'amount') return isPriced(list, key.scenario, at) ? list.values[key.scenario]?.[at] : undefined;
  return key?.kind === 'difference' ? differenceAt(list, key.scenario, at) : undefined;
}

function isPriced({ comparison }: ListRows, scenario: number, at: number): boolean {
  return (comparison.rows.scenarios[scenario]?.outcome[at] ?? 0) > 0;
}

function cellText(list: ListRows, key: ListKey, at: number, format: Format): string {
  const { comparison, currency, reference } = list;
  switch (key.kind) {
    case 'customer':
      return textAt(list.customer, at) || textAt(list.customerId, at) || text.noCustomer;
    case 'product':
      return textAt(comparison.rows.product, at);
    case 'id':
      return textAt(list.id, at);
    case 'amount':
      if (!isPriced(list, key.scenario, at)) return text.unpriced;
      return format.amount(list.values[key.scenario]?.[at] ?? 0, currency);
    case 'difference':
      return signedText(differenceAt(list, key.scenario, at), currency, format);
    case 'percent':
      return percentText(list.values[key.scenario]?.[at] ?? 0, list.values[reference]?.[at] ?? 0, format);
    case 'outcome': {
      const code = comparison.rows.scenarios[key.scenario]?.outcome[at] ?? 0;
      const outcome = OUTCOMES[code - 1];
      return outcome === undefined ? text.unpriced : (text.outcomes[outcome] ?? outcome);
    }
  }
}

function signedText(minor: number, currency: string, format: Format): string {
  return minor === 0 ? same : format.signed(minor, currency);
}

/** Of nothing there is no share. */
function percentText(figure: number, reference: number, format: Format): string {
  const { difference, ratio } = varianceOf(figure, reference);
  if (!ratio) return difference === 0 ? same : none;
  return difference === 0 ? same : format.percent(ratio, 1, 'always');
}

function flagsAt(list: ListRows, key: ListKey | undefined, at: number): number {
  if (key?.kind !== 'outcome' || key.scenario === list.reference) return 0;
  const { scenarios } = list.comparison.rows;
  return scenarios[key.scenario]?.outcome[at] === scenarios[list.reference]?.outcome[at] ? CELL.muted : CELL.bold;
}

/** Pixels of a character of a bold figure and of the cell around it. */
const CHARACTER = 6;
const PADDING = 18;
/** Characters of a title for which a column is widened. */
const MOST_TITLE = 26;
const WIDTHS = {
  customer: 150,
  product: 170,
  amount: 110,
  difference: 110,
  percent: 84,
  outcome: 110,
  id: 240,
} as const;

function columnOf(list: ListRows, key: ListKey, amount: Amount, total: string): GridColumn {
  const isFigure = key.kind === 'amount' || key.kind === 'difference' || key.kind === 'percent';
  const title = titleOf(list, key, amount);
  const longest = Math.min(MOST_TITLE, Math.max(isFigure ? total.length : 0, 'scenario' in key ? title.length : 0));
  const width = Math.max(WIDTHS[key.kind], longest * CHARACTER + PADDING);
  const kind = isFigure ? 'number' : key.kind === 'id' ? 'id' : 'text';
  return {
    ...{ key: writeKey(key), title, kind, width, sortable: true },
    align: isFigure ? 'end' : 'start',
    frozen: key.kind === 'customer',
  };
}

function titleOf({ comparison }: ListRows, key: ListKey, amount: Amount): string {
  if (!('scenario' in key)) return text[key.kind];
  const name = comparison.scenarios[key.scenario]?.name ?? '';
  if (key.kind === 'difference' || key.kind === 'percent') return text[key.kind](name);
  return text.of(key.kind === 'amount' ? amountLabel(amount) : text.outcome, name);
}
