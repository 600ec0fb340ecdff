/** The sheet of subscriptions that have no price. */
import { exportText } from '../../core/text/en/export.ts';
import type { Simulation, Unpriced } from '../../sim/types.ts';
import { sortedUnpriced } from '../results/document.ts';
import { type ColumnOf, type Sheet, sheetOf, textCell } from '../tabular/sheet.ts';

const titles = exportText.columns;

const COLUMNS: readonly ColumnOf<Unpriced>[] = [
  { key: 'id', title: titles.id, width: 38, cell: ({ id }) => textCell(id) },
  { key: 'reason', title: titles.reason, width: 90, cell: ({ reason }) => textCell(reason) },
];

/** The unpriced subscriptions with their reasons, by id. */
export function unpricedSheet(simulation: Simulation): Sheet {
  return sheetOf(exportText.sheets.unpriced, COLUMNS, sortedUnpriced(simulation));
}
