/** The cells that the user changed, as the list of changes shows them. */
import { type OverrideColumn } from '../../core/overrides/override-columns.ts';
import type { Override, Overrides } from '../../core/overrides/override.ts';
import { rowsById } from '../../core/overrides/apply.ts';
import { type Table, textAt } from '../../core/table.ts';
import { editsText } from '../../core/text/en/edits.ts';
import { canonicalCell, typedCell } from '../portfolio/override-values.ts';
import { SHEET_COLUMNS } from '../portfolio/columns.ts';

export interface ChangedCell {
  readonly id: string;
  readonly column: OverrideColumn;
  readonly override: Override;
  /** Customer, product and column. */
  readonly name: string;
  readonly imported: string;
  readonly now: string;
}

/** All changed cells, the newest first. @param imported the portfolio as the files have it */
export function changedCells(
  overrides: Overrides,
  imported: Table | undefined,
  locale: string,
): readonly ChangedCell[] {
  const rows = imported ? rowsById(imported) : new Map<string, number>();
  const cells = [...overrides].flatMap(([id, row]) =>
    [...row].map(([column, override]): ChangedCell => {
      const at = rows.get(id);
      const known = imported && at !== undefined;
      const before = known ? typedCell(canonicalCell(imported.columns.get(column), at), column, locale) : undefined;
      return {
        ...{ id, column, override },
        name: known ? nameOf(imported, at, column) : `${id} · ${columnTitle(column)}`,
        imported: before === undefined ? editsText.missing : before || editsText.empty,
        now: typedCell(override.value, column, locale) || editsText.empty,
      };
    }),
  );
  return cells.sort((one, other) => compare(other.override.at, one.override.at));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What a column of the portfolio is called in its sheet. */
export function columnTitle(column: string): string {
  const found = SHEET_COLUMNS.find(({ source }) => source.from === 'cells' && source.name === column);
  return found?.title ?? column;
}

function nameOf(table: Table, row: number, column: string): string {
  const cell = (name: string): string => textAt(table.columns.get(name), row);
  const parts = [
    cell('customerName') || cell('customerId'),
    cell('offerName') || cell('productId'),
    columnTitle(column),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
