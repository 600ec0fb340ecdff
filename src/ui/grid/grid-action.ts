/** Keys as the grid sees them, what they can ask for, and what that depends on. */
import type { Direction } from './edges.ts';
import type { CellStep } from './edit/step.ts';
import type { GridCell, GridSelection, GridSize } from './selection.ts';

export interface GridKey {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export type GridAction =
  | { readonly type: 'select'; readonly selection: GridSelection }
  | { readonly type: 'open' }
  | { readonly type: 'sort'; readonly add: boolean }
  | { readonly type: 'menu' }
  | { readonly type: 'resize'; readonly by: number }
  | { readonly type: 'move-column'; readonly by: -1 | 1 }
  | { readonly type: 'edit'; readonly empty: boolean }
  | { readonly type: 'clear' }
  | { readonly type: 'step'; readonly step: CellStep }
  | { readonly type: 'fill'; readonly along: 'column' | 'row' }
  | { readonly type: 'toggle' }
  | { readonly type: 'find'; readonly replace: boolean };

/** What keys depend on besides the selection. */
export interface KeyContext extends GridSize {
  /** Rows that Page Up and Page Down move by. */
  readonly page: number;
  /** Where Ctrl with an arrow leads; to the end of the grid when absent. */
  readonly edge?: ((from: GridCell, direction: Direction) => GridCell) | undefined;
  /** Cells of the grid can be changed. */
  readonly edits?: boolean;
  /** The active cell can be changed. */
  readonly editable?: boolean;
  /** The group that the active row stands for. */
  readonly group?: { readonly closed: boolean } | undefined;
  readonly finds?: boolean;
  readonly movesColumns?: boolean;
}
