/** The sheet of months: one row per month and currency. */
import { exportText } from '../../core/text/en/export.ts';
import type { MonthTotals, Simulation } from '../../sim/types.ts';
import { MONTH_AMOUNTS, sortedMonths } from '../results/document.ts';
import { amountCell, type ColumnOf, monthCell, type Sheet, sheetOf, textCell } from '../tabular/sheet.ts';

const titles = exportText.columns;

const COLUMNS: readonly ColumnOf<MonthTotals>[] = [
  { key: 'month', title: titles.month, width: 10, cell: ({ month }) => monthCell(month) },
  { key: 'currency', title: titles.currency, width: 9, cell: ({ currency }) => textCell(currency) },
  ...MONTH_AMOUNTS.map((key): ColumnOf<MonthTotals> => ({
    key,
    title: titles[key],
    width: 16,
    cell: (totals) => amountCell(totals[key], totals.currency),
  })),
];

/** The months that have an amount, by month and currency. */
export function monthsSheet(simulation: Simulation): Sheet {
  return sheetOf(exportText.sheets.months, COLUMNS, sortedMonths(simulation));
}
