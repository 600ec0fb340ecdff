/** A table as it is shown, in plain terms: what a grid draws, a file is written from, and a chart is made of. */
import type { CellFormat } from '../model/table-view.ts';
import type { CellValue } from '../arrange/format-cell.ts';

export interface DescribedColumn {
  readonly title: string;
  /** Such as `EUR`; '' when there is none, or each cell has its own. */
  readonly unit: string;
  readonly kind: 'text' | 'number' | 'day';
  readonly format: CellFormat;
}

export interface DescribedCell {
  /** As it is shown. */
  readonly text: string;
  /** Exact, not rounded. */
  readonly raw: CellValue;
  /** The unit of this cell, such as its currency; '' for none. */
  readonly unit: string;
}

export interface DescribedTable {
  readonly title: string;
  readonly columns: readonly DescribedColumn[];
  readonly rows: number;
  cell(row: number, column: number): DescribedCell;
  /** Totals and subtotals. */
  isTotal(row: number): boolean;
}
