/** The sheet of assumptions: every value of the scenario. */
import { exportText } from '../../core/text/en/export.ts';
import type { Assumption } from '../assumptions.ts';
import { type ColumnOf, type Sheet, sheetOf, textCell } from '../tabular/sheet.ts';

const titles = exportText.columns;

const COLUMNS: readonly ColumnOf<Assumption>[] = [
  { key: 'topic', title: titles.topic, width: 26, cell: ({ topic }) => textCell(topic) },
  { key: 'item', title: titles.item, width: 46, cell: ({ item }) => textCell(item) },
  { key: 'value', title: titles.value, width: 46, cell: ({ value }) => textCell(value) },
  { key: 'default', title: titles.default, width: 30, cell: ({ defaultValue }) => textCell(defaultValue) },
  {
    key: 'differs',
    title: titles.differs,
    width: 12,
    cell: ({ differs }) => textCell(differs ? exportText.yes : exportText.no),
  },
  { key: 'rule', title: titles.rule, width: 10, cell: ({ rule }) => textCell(rule) },
];

export function assumptionsSheet(assumptions: readonly Assumption[]): Sheet {
  return sheetOf(exportText.sheets.assumptions, COLUMNS, assumptions);
}
