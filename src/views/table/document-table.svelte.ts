/** How the document says that a table is shown. While another tab writes, what is arranged here is this tab's alone. */
import type { TableView } from '../../sheet/model/table-view.ts';
import { viewOf } from '../../state/document.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import type { TableHandle } from './table.ts';

export class DocumentTable implements TableHandle {
  private own: TableView | undefined = $state.raw();
  private readonly workbook: Workbook;
  private readonly table: string;

  /** @param table the name under which the document keeps the view */
  constructor(workbook: Workbook, table: string) {
    this.workbook = workbook;
    this.table = table;
  }

  get view(): TableView {
    return (this.workbook.following ? this.own : undefined) ?? viewOf(this.workbook.document, this.table);
  }

  change(view: TableView, what: string): void {
    if (this.workbook.following) this.own = view;
    else this.workbook.gate.dispatch({ kind: 'set-table', table: this.table, view, what });
  }
}
