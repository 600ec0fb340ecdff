/** Widths of columns while they are dragged: a drag is one change of the document, not one a pixel. */
import { tableText } from '../../core/text/en/table.ts';
import type { ColumnWidths } from '../../ui/grid/source.ts';
import type { TableHandle } from './table.ts';

/** Milliseconds after the last pixel at which the widths are remembered. */
const REMEMBER_AFTER = 400;

export class DraggedWidths {
  private dragged: ColumnWidths | undefined = $state.raw();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly handle: TableHandle;

  constructor(handle: TableHandle) {
    this.handle = handle;
  }

  get widths(): ColumnWidths {
    return this.dragged ?? this.handle.view.widths;
  }

  set widths(widths: ColumnWidths) {
    this.dragged = widths;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.dragged = undefined;
      this.handle.change({ ...this.handle.view, widths }, tableText.widths);
    }, REMEMBER_AFTER);
  }
}
