/** The sheet of subscriptions: one row each, every figure. */
import { exportText } from '../../core/text/en/export.ts';
import type { Amount, Simulation } from '../../sim/types.ts';
import { CLIFF_STEPS, type CliffStep, type ResultRow, resultRows } from '../results/rows.ts';
import { SUBSCRIPTION_AMOUNTS } from '../results/document.ts';
import { amountCell, type ColumnOf, dayCell, numberCell, type Sheet, sheetOf, textCell } from '../tabular/sheet.ts';

const titles = exportText.columns;

type TextField = {
  [K in keyof ResultRow]: ResultRow[K] extends string ? K : never;
}[keyof ResultRow] &
  keyof typeof titles;

function textColumn(key: TextField, width: number): ColumnOf<ResultRow> {
  return { key, title: titles[key], width, cell: (row) => textCell(row[key]) };
}

function unitColumn(key: 'currentUnit' | 'estUnit' | 'renewUnit'): ColumnOf<ResultRow> {
  return { key, title: titles[key], width: 14, cell: (row) => numberCell(row[key]) };
}

function cliffColumn(step: CliffStep): ColumnOf<ResultRow> {
  const title = exportText.cliffColumn(titles[step === 'currency' ? 'currencyStep' : step]);
  return { key: `cliff.${step}`, title, width: 14, cell: (row) => numberCell(row.cliff[step]) };
}

function amountColumn(key: Exclude<Amount, 'currencyMove'>): ColumnOf<ResultRow> {
  return { key, title: titles[key], width: 14, cell: (row) => amountCell(row.amounts[key], row.currency) };
}

const COLUMNS: readonly ColumnOf<ResultRow>[] = [
  textColumn('id', 38),
  textColumn('customerId', 38),
  textColumn('customer', 28),
  textColumn('product', 34),
  textColumn('productId', 15),
  textColumn('skuId', 8),
  textColumn('segment', 12),
  textColumn('termDuration', 7),
  textColumn('billingPlan', 12),
  { key: 'seats', title: titles.seats, width: 9, cell: (row) => numberCell(row.seats) },
  textColumn('currency', 9),
  { key: 'termEnd', title: titles.termEnd, width: 12, cell: (row) => dayCell(row.termEnd) },
  textColumn('outcome', 12),
  textColumn('rule', 10),
  {
    key: 'exposed',
    title: titles.exposed,
    width: 9,
    cell: (row) => textCell(row.exposed ? exportText.yes : exportText.no),
  },
  { key: 'estFrom', title: titles.estFrom, width: 12, cell: (row) => dayCell(row.estFrom) },
  { key: 'estTo', title: titles.estTo, width: 12, cell: (row) => dayCell(row.estTo) },
  unitColumn('currentUnit'),
  unitColumn('estUnit'),
  unitColumn('renewUnit'),
  textColumn('estSource', 12),
  ...CLIFF_STEPS.map(cliffColumn),
  ...SUBSCRIPTION_AMOUNTS.map(amountColumn),
  amountColumn('promotion'),
  amountColumn('margin'),
  { key: 'notes', title: titles.notes, width: 30, cell: (row) => textCell(row.notes.join(' ')) },
];

/** Every subscription that can be priced, by id. */
export function subscriptionsSheet(simulation: Simulation): Sheet {
  return sheetOf(exportText.sheets.subscriptions, COLUMNS, resultRows(simulation));
}
