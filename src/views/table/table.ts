/** What the dialogs of a table ask of its screen. */
import type { Day } from '../../core/days.ts';
import type { Format } from '../../core/format.ts';
import type { Column } from '../../core/table.ts';
import type { TableView } from '../../sheet/model/table-view.ts';

/** How a table is shown, and the one way to change that. */
export interface TableHandle {
  readonly view: TableView;
  /** @param what the step, in the words of the history */
  change(view: TableView, what: string): void;
}

export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'day' | 'id';
  /** Always shows. */
  readonly always?: boolean;
}

export interface TableParts {
  /** All columns that can show, in their own order. */
  readonly columns: readonly TableColumn[];
  readonly format: Format;
  readonly asOf: Day;
  /** A column as it sorts and filters. */
  cells(key: string): Column | undefined;
}

/** The title of a column; its key when it is gone. */
export function titleIn(columns: readonly TableColumn[], key: string): string {
  return columns.find((column) => column.key === key)?.title ?? key;
}
