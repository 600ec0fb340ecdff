/** What the parts of a grid share: the owner's props as they are now, and the verbs that all of them need. */
import type { GridView } from './grid-view.svelte.ts';
import type { GridCell, GridRange, GridSelection, GridSize } from './selection.ts';
import type { GridEdits, GridSource } from './source.ts';

export interface GridHost {
  readonly source: GridSource;
  readonly edits: GridEdits | undefined;
  readonly view: GridView;
  /** Within the grid as it is now. */
  readonly selection: GridSelection;
  readonly range: GridRange;
  readonly size: GridSize;
  /** Selects, and scrolls to what was gone to. */
  select(next: GridSelection): void;
  /** Opens what stands behind a cell. */
  open(cell: GridCell): void;
  /** Tells screen readers what has happened. */
  say(text: string): void;
}
