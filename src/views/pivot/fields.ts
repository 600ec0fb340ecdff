/** The fields that a pivot of the portfolio can use. */
import { pivotText } from '../../core/text/en/pivot.ts';
import type { Aggregate } from '../../sheet/model/workbook-parts.ts';
import { ROWS_KEY } from '../../sheet/pivot/source.ts';
import { columnOf, type SheetColumn } from '../portfolio/columns.ts';

export interface PivotColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'day';
}

/** Prices that the files have; they are in the row's currency, as all results are. */
const PRICES: ReadonlySet<string> = new Set(['pricePaid', 'customerPrice']);

export class PivotFields {
  /** All fields, the rows themselves first. */
  readonly all: readonly PivotColumn[];
  private readonly columns: ReadonlyMap<string, SheetColumn>;

  /** @param columns all that the sheet can show: its own, those of the files, computed ones */
  constructor(columns: readonly SheetColumn[]) {
    this.columns = new Map(columns.map((column) => [column.key, column]));
    const fields = columns.map(({ key, title, kind }) => ({
      key,
      title,
      kind: kind === 'id' ? ('text' as const) : kind,
    }));
    this.all = [{ key: ROWS_KEY, title: pivotText.rowsField, kind: 'number' }, ...fields];
  }

  /** The title of a field, also of one that is gone. */
  readonly name = (key: string): string => {
    if (key === ROWS_KEY) return pivotText.rowsField;
    return this.column(key)?.title ?? key;
  };

  /** A value as a title. */
  readonly valueName = (key: string, aggregate: Aggregate): string => {
    return key === ROWS_KEY ? pivotText.counted : pivotText.measure(aggregate, this.name(key));
  };

  column(key: string): SheetColumn | undefined {
    return this.columns.get(key) ?? columnOf(key);
  }

  /** Whether the figures of a column are money. */
  isMoney(key: string): boolean {
    const column = this.column(key);
    const from = column?.source.from;
    return (
      from === 'amount' || from === 'unit' || PRICES.has(key) || (from === 'formula' && column?.sums === 'amounts')
    );
  }
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
