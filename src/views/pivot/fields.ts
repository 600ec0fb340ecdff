/** The fields that a pivot of the portfolio can use. */
import { pivotText } from '../../core/text/en/pivot.ts';
import type { Aggregate } from '../../sheet/model/workbook-parts.ts';
import { ROWS_KEY } from '../../sheet/pivot/source.ts';
import { SHEET_COLUMNS, type SheetColumn, columnOf, extraColumns } from '../portfolio/columns.ts';

export interface PivotColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'day';
}

/** Prices that the files have; they are in the row's currency, as all results are. */
const PRICES: ReadonlySet<string> = new Set(['pricePaid', 'customerPrice']);

/** All fields, the rows themselves first. @param extras columns of the files that are at hand */
export function pivotColumns(extras: readonly string[]): readonly PivotColumn[] {
  const columns = [...SHEET_COLUMNS, ...extraColumns(extras)].map((column) => ({
    key: column.key,
    title: column.title,
    kind: kindOf(column),
  }));
  return [{ key: ROWS_KEY, title: pivotText.rowsField, kind: 'number' }, ...columns];
}

function kindOf({ kind }: SheetColumn): PivotColumn['kind'] {
  return kind === 'id' ? 'text' : kind;
}

/** The title of a field, also of one that is gone. */
export function fieldName(key: string): string {
  if (key === ROWS_KEY) return pivotText.rowsField;
  const column = sheetColumn(key);
  return column?.title ?? key;
}

export function sheetColumn(key: string): SheetColumn | undefined {
  return columnOf(key);
}

/** Whether the figures of a column are money of the row's currency. */
export function isMoney(key: string): boolean {
  const from = sheetColumn(key)?.source.from;
  return from === 'amount' || from === 'unit' || PRICES.has(key);
}

/** How the values of a field can be put together, the usual way first. */
export function aggregatesOf({ key, kind }: Pick<PivotColumn, 'key' | 'kind'>): readonly Aggregate[] {
  if (key === ROWS_KEY) return ['count'];
  switch (kind) {
    case 'number':
      return ['sum', 'average', 'min', 'max', 'count', 'distinct', 'share', 'row-share', 'column-share'];
    case 'day':
      return ['count', 'distinct', 'min', 'max'];
    case 'text':
      return ['distinct', 'count'];
  }
}
