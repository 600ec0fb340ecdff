/** What a grid's verbs for its columns mean for the view of a table: each is a step of the history. */
import { arrangeText } from '../../core/text/en/arrange.ts';
import { withHidden, withMoved } from '../../sheet/model/view-changes.ts';
import type { GridProps } from '../../ui/grid/grid-props.ts';
import type { TableHandle } from './table.ts';

interface NamedColumn {
  readonly key: string;
  readonly title: string;
}

export interface ArrangedColumns {
  /** In their own order. */
  readonly all: readonly NamedColumn[];
  /** Those that show, in their order. */
  readonly shown: readonly NamedColumn[];
  /** The column that cannot be hidden. */
  readonly always: string;
}

type ColumnVerbs = Required<Pick<GridProps, 'onMove' | 'onHide' | 'onFreeze'>>;

/** @param columns asked when a verb is used */
export function columnVerbs(handle: TableHandle, columns: () => ArrangedColumns): ColumnVerbs {
  const { steps } = arrangeText;
  return {
    onMove: (from, to) => {
      const { all, shown } = columns();
      const column = shown[from];
      if (!column) return;
      const keys = all.map(({ key }) => key);
      handle.change(withMoved(handle.view, keys, column.key, to), steps.move(column.title));
    },
    onHide: (place) => {
      const { shown, always } = columns();
      const column = shown[place];
      if (!column || column.key === always) return;
      handle.change(withHidden(handle.view, column.key, true), steps.hide(column.title));
    },
    onFreeze: (frozenColumns, frozenRows) => {
      handle.change({ ...handle.view, frozenColumns, frozenRows }, steps.freeze);
    },
  };
}
