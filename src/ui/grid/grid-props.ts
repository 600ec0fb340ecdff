/** What an owner gives to the grid, and what it hears from it. Everything beyond label and source is optional. */
import type { MenuItem } from '../menu.ts';
import type { CopyCells } from './clipboard-keys.ts';
import type { FindCells } from './find/matches.ts';
import type { GridSelection } from './selection.ts';
import type { ColumnWidths, GridColumn, GridEdits, GridSource, SortKey } from './source.ts';
import type { GridSummary } from './summary.ts';

export interface GridProps {
  readonly label: string;
  readonly source: GridSource;
  readonly sort?: readonly SortKey[] | undefined;
  readonly onSort?: ((keys: readonly SortKey[]) => void) | undefined;
  /** Enter or a double click on a cell that cannot be changed, or a click on a link: row and column of the view. */
  readonly onOpen?: ((row: number, column: number) => void) | undefined;
  /** What the selection adds up to, whenever it changes. */
  readonly onSummary?: ((summary: GridSummary) => void) | undefined;
  /** Texts of the row of totals, by column. */
  readonly totals?: ((column: number) => string) | undefined;
  /** Cells can be changed through this. */
  readonly edits?: GridEdits | undefined;
  /** Cells for the clipboard; tab-separated text when absent. */
  readonly onCopy?: CopyCells | undefined;
  /** A column was dragged or moved to stand at `to`, counted in the order that results. */
  readonly onMove?: ((from: number, to: number) => void) | undefined;
  readonly onHide?: ((column: number) => void) | undefined;
  /** So many leading columns and top rows are to stay in place. */
  readonly onFreeze?: ((columns: number, rows: number) => void) | undefined;
  /** Rows at the top that stay in place. */
  readonly frozenRows?: number | undefined;
  /** A group was opened or closed, by the row that stands for it. */
  readonly onToggleGroup?: ((row: number) => void) | undefined;
  /** Searches all rows; without it the grid leaves Ctrl+F to the browser. */
  readonly find?: FindCells | undefined;
  /** More items for a column's menu, such as its filter. */
  readonly columnItems?: ((column: GridColumn, index: number) => readonly MenuItem[]) | undefined;
  /** More items for a cell's menu. */
  readonly cellItems?: ((row: number, column: number) => readonly MenuItem[]) | undefined;
  readonly emptyText?: string | undefined;
  /** The rows of an earlier sort or filter are still shown: new ones are being made. */
  readonly busy?: boolean | undefined;
  selection?: GridSelection;
  widths?: ColumnWidths;
}
