/** Everything the grid knows and does between its owner and its markup. */
import { flushSync } from 'svelte';
import { gridText } from '../../core/text/en/grid.ts';
import { ClipboardKeys } from './clipboard-keys.ts';
import { edgeOf } from './edges.ts';
import { CellEditor } from './edit/cell-editor.svelte.ts';
import { editorKey } from './edit/editor-keys.ts';
import { Editing } from './edit/editing.svelte.ts';
import { stepped } from './edit/step.ts';
import { fitWidth } from './fit.ts';
import type { GridAction, GridKey, KeyContext } from './grid-action.ts';
import type { GridProps } from './grid-props.ts';
import { GridView } from './grid-view.svelte.ts';
import type { GridHost } from './host.ts';
import { gridAction } from './keyboard.ts';
import { boundedWidth, widthOf } from './layout.ts';
import { GridPointer, type Point } from './pointer.svelte.ts';
import {
  activeCell,
  clampSelection,
  currentCell,
  type GridCell,
  type GridSelection,
  HEADER_ROW,
  rangeOf,
  sameSelection,
  single,
  wholeColumns,
} from './selection.ts';
import { toggledSort } from './sort.ts';
import type { ColumnWidths, SortKey } from './source.ts';

/** What the owner gives and the grid sets. */
export type GridBound = Required<Pick<GridProps, 'selection' | 'widths'>>;

type Owner = Omit<GridProps, keyof GridBound>;

/** The menu that is open: of a column by its header, or of a cell at a point. */
export type OpenMenu =
  | { readonly kind: 'column'; readonly column: number; readonly anchor: HTMLElement }
  | { readonly kind: 'cell'; readonly cell: GridCell; readonly anchor: HTMLElement; readonly at: Point | undefined };

export class GridController implements GridHost {
  readonly #owner: () => Owner;
  readonly #bound: GridBound;
  readonly id: string;
  readonly view: GridView;
  readonly editing: Editing;
  readonly editor: CellEditor;
  readonly pointer: GridPointer;
  readonly clipboard: ClipboardKeys;
  /** The element that scrolls. */
  root: HTMLElement | undefined = $state.raw();
  menu: OpenMenu | undefined = $state.raw();
  /** What screen readers hear about what was done. */
  said = $state('');
  /** How many cells a copy would take that asks first. */
  largeCopy: number | undefined = $state();
  /** The bar for finding is open. */
  finding: 'find' | 'replace' | undefined = $state();
  /** Shift and Tab is on its way out of the editor's input, past the grid that would hand the focus back. */
  isPassing = $state(false);
  /** Escape was pressed: the next Tab leaves the grid. */
  #leaving = false;

  constructor(owner: () => Owner, bound: GridBound, id: string) {
    this.#owner = owner;
    this.#bound = bound;
    this.id = id;
    this.view = new GridView(() => ({
      source: owner().source,
      widths: bound.widths,
      totals: owner().totals !== undefined,
      frozenRows: owner().frozenRows ?? 0,
    }));
    this.editing = new Editing(this);
    this.editor = new CellEditor(this, this.editing);
    this.pointer = new GridPointer(this, this.editing, this.editor, (cell, at) => {
      this.#openCellMenu(cell, at);
    });
    this.clipboard = new ClipboardKeys(this, this.editing, this.editor, {
      copyCells: () => owner().onCopy,
      warn: (cells) => (this.largeCopy = cells),
    });
  }

  readonly size = $derived.by(() => ({
    rows: this.owner.source.rows,
    columns: this.owner.source.columns.length,
    page: this.view.rowsPerPage,
  }));
  readonly selection: GridSelection = $derived.by(() => clampSelection(this.#bound.selection, this.size));
  readonly range = $derived(rangeOf(this.selection));
  /** The focused cell while it is drawn; an id of nothing would confuse screen readers. */
  readonly activeId = $derived.by(() => {
    const cell = currentCell(this.selection);
    const { layout, columns } = this.view;
    const isDrawn = this.view.drawsRow(cell.row) && (cell.column < layout.frozen || columns.includes(cell.column));
    return isDrawn && this.size.columns > 0 ? this.cellId(cell) : undefined;
  });

  /** The owner's props as they are now. */
  get owner(): Owner {
    return this.#owner();
  }

  get source(): GridProps['source'] {
    return this.owner.source;
  }

  get sort(): readonly SortKey[] {
    return this.owner.sort ?? [];
  }

  get edits(): GridProps['edits'] {
    return this.owner.edits;
  }

  readonly cellId = ({ row, column }: GridCell): string => {
    return `${this.id}-${String(row)}-${String(column)}`;
  };

  select(next: GridSelection): void {
    const clamped = clampSelection(next, this.size);
    if (!sameSelection(clamped, this.#bound.selection)) this.#bound.selection = clamped;
    this.editing.note = undefined;
    this.view.reveal(currentCell(clamped));
  }

  open({ row, column }: GridCell): void {
    if (row >= 0 && row < this.source.rows) this.owner.onOpen?.(row, column);
  }

  say(text: string): void {
    this.said = text;
  }

  readonly sortBy = (column: number, add: boolean): void => {
    const target = this.source.columns[column];
    this.#bound.selection = single({ row: HEADER_ROW, column });
    if (target?.sortable === true) this.owner.onSort?.(toggledSort(this.sort, target.key, add));
  };

  readonly selectColumn = (column: number): void => {
    this.select(wholeColumns(column, column, this.size));
  };

  readonly resize = (column: number, width: number): void => {
    const target = this.source.columns[column];
    if (target === undefined) return;
    const widths: ColumnWidths = { ...this.#bound.widths, [target.key]: boundedWidth(target, width) };
    this.#bound.widths = widths;
  };

  resizeBy(column: number, by: number): void {
    this.resize(column, widthOf(this.view.layout, column) + by);
  }

  readonly fit = (column: number): void => {
    const { first, pool, digitWidth } = this.view;
    this.resize(column, fitWidth(this.source, column, first, first + pool, digitWidth));
  };

  readonly moveColumn = (from: number, to: number): void => {
    const title = this.source.columns[from]?.title ?? '';
    if (this.owner.onMove === undefined || from === to || to < 0 || to >= this.size.columns) return;
    this.owner.onMove(from, to);
    this.#bound.selection = single({ row: this.selection.focus.row, column: to });
    this.say(gridText.menu.moved(title, to + 1));
  };

  readonly openColumnMenu = (column: number, anchor: HTMLElement): void => {
    this.menu = { kind: 'column', column, anchor };
  };

  readonly toggleGroup = (row: number): void => {
    const group = this.source.groupAt?.(row);
    if (group === undefined) return;
    this.owner.onToggleGroup?.(row);
    this.say(gridText.group.toggled(group.label, !group.closed));
  };

  /** A key on the grid, or in the editor's input. */
  readonly keydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (this.editor.isOpen && !this.#editorKeeps(event)) return;
    const ctrl = event.ctrlKey || event.metaKey;
    this.clipboard.transposesNext = ctrl && event.shiftKey && event.key.toLowerCase() === 'v';
    const key = { key: event.key, ctrl, shift: event.shiftKey, alt: event.altKey };
    const action = this.#leaves(key) ? undefined : gridAction(key, this.selection, this.#keyContext());
    if (action === undefined) {
      if (key.key === 'Tab' && key.shift && this.edits !== undefined) this.#pass();
      return;
    }
    event.preventDefault();
    this.act(action);
  };

  #pass(): void {
    // At once: the browser moves the focus when this key's handlers have run.
    flushSync(() => (this.isPassing = true));
    setTimeout(() => (this.isPassing = false));
  }

  /** Deals with a key while the editor is open; true when the grid moves by it. */
  #editorKeeps(event: KeyboardEvent): boolean {
    // The text has an undo of its own while it is edited.
    if (event.ctrlKey || event.metaKey) event.stopPropagation();
    const meaning = editorKey(event, this.editor, this);
    if (meaning === 'done') {
      event.preventDefault();
      event.stopPropagation();
    }
    return meaning === 'move';
  }

  /** Escape gives up a mark or a message first; then it lets Tab out. */
  #leaves({ key }: GridKey): boolean {
    if (key === 'Escape') {
      const had = this.editing.cut !== undefined || this.editing.note !== undefined;
      this.editing.cut = undefined;
      this.editing.note = undefined;
      this.#leaving = true;
      return had;
    }
    if (key === 'Tab' && this.#leaving) return true;
    if (key !== 'Shift') this.#leaving = false;
    return false;
  }

  act(action: GridAction): void {
    const current = currentCell(this.selection);
    switch (action.type) {
      case 'select':
        this.select(action.selection);
        // Keys that lead to the first column mean the start of the sheet; a click there must not move it.
        if (action.selection.focus.column === 0) this.view.revealStart();
        return;
      case 'open':
        return this.open(activeCell(this.selection));
      case 'sort':
        return this.sortBy(current.column, action.add);
      case 'resize':
        return this.resizeBy(current.column, action.by);
      case 'move-column':
        return this.moveColumn(current.column, current.column + action.by);
      case 'menu':
        return this.#openMenu(current);
      case 'edit':
        return this.editor.begin(activeCell(this.selection), action.empty);
      case 'clear':
        return this.editing.clear(this.range);
      case 'step':
        return this.select(stepped(this.selection, action.step, this.size));
      case 'fill':
        return this.editing.copyAlong(this.range, action.along);
      case 'toggle':
        return this.toggleGroup(activeCell(this.selection).row);
      case 'find':
        this.finding = action.replace ? 'replace' : 'find';
        return;
      default:
        return action satisfies never;
    }
  }

  #keyContext(): KeyContext {
    const { row, column } = activeCell(this.selection);
    const { edits, owner, source, size } = this;
    return {
      ...size,
      edge: (from, direction) => edgeOf(source, from, direction, size),
      edits: edits !== undefined,
      editable: edits !== undefined && row >= 0 && edits.refusal(row, column) === undefined,
      group: row >= 0 ? source.groupAt?.(row) : undefined,
      finds: owner.find !== undefined,
      movesColumns: owner.onMove !== undefined,
    };
  }

  #openMenu(cell: GridCell): void {
    const anchor = document.getElementById(this.cellId(cell));
    if (anchor === null) return;
    if (cell.row === HEADER_ROW) this.menu = { kind: 'column', column: cell.column, anchor };
    else this.menu = { kind: 'cell', cell, anchor, at: undefined };
  }

  #openCellMenu(cell: GridCell, at: Point): void {
    if (this.root !== undefined) this.menu = { kind: 'cell', cell, anchor: this.root, at };
  }
}
