/** What the mouse, a pen or a finger does over cells: select, fill by the handle, move by the edge, long press. */
import { followPointer } from './drag-cells.ts';
import type { CellEditor } from './edit/cell-editor.svelte.ts';
import type { Editing } from './edit/editing.svelte.ts';
import { fillTarget } from './edit/writes.ts';
import type { GridHost } from './host.ts';
import { clampCell, type GridCell, type GridRange, inRange, rangeOf, single, wholeRows } from './selection.ts';

const LONG_PRESS_MS = 500;
/** A finger that moves further than this scrolls. */
const STILL = 10;

/** A place in the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export class GridPointer {
  /** Where cells would go if the button were let go now. */
  preview: GridRange | undefined = $state.raw();
  /** The last pointer was a finger: no keyboard is to pop up for it. */
  isTouch = $state(false);
  readonly #host: GridHost;
  readonly #editing: Editing;
  readonly #editor: CellEditor;
  readonly #menu: (cell: GridCell, at: Point) => void;

  constructor(host: GridHost, editing: Editing, editor: CellEditor, menu: (cell: GridCell, at: Point) => void) {
    this.#host = host;
    this.#editing = editing;
    this.#editor = editor;
    this.#menu = menu;
  }

  /** A press on the scroller. */
  readonly press = (event: PointerEvent): void => {
    this.isTouch = event.pointerType === 'touch';
    if (event.button !== 0 || !inBody(event)) return;
    if (this.isTouch) return this.#touch(event);
    if (isOn(event, '.toggle') || !this.#editor.commit()) return;
    const host = this.#host;
    const start = this.#cellAt(event.clientX, event.clientY);
    const whole = isOn(event, '.gutter');
    const { selection } = host;
    const anchor = event.shiftKey
      ? clampCell({ ...selection.anchor, row: Math.max(0, selection.anchor.row) }, host.size)
      : start;
    const extend = (to: GridCell): void => {
      host.select(whole ? wholeRows(anchor.row, to.row, host.size) : { anchor, focus: to });
    };
    extend(start);
    followPointer(event, (x, y) => {
      extend(this.#cellAt(x, y));
    });
  };

  /** A click: fingers select by it, and links open. */
  readonly click = (event: MouseEvent): void => {
    if (!inBody(event) || isOn(event, '.toggle')) return;
    const cell = this.#cellAt(event.clientX, event.clientY);
    if (event instanceof PointerEvent && event.pointerType === 'touch') {
      if (!this.#editor.commit()) return;
      this.#host.select(single(cell));
    }
    if (isOn(event, '.link > span')) this.#host.open(cell);
  };

  /** A double click edits; where nothing can be edited, it opens. */
  readonly doubleClick = (event: MouseEvent): void => {
    if (!inBody(event) || isOn(event, '.toggle')) return;
    const cell = this.#cellAt(event.clientX, event.clientY);
    if (this.#host.edits?.refusal(cell.row, cell.column) === undefined && this.#host.edits !== undefined) {
      this.#editor.begin(cell);
    } else this.#host.open(cell);
  };

  /** The menu of a cell, by the right button. */
  readonly contextMenu = (event: MouseEvent): void => {
    if (!inBody(event)) return;
    event.preventDefault();
    // A long press has its own way to the menu.
    if (this.isTouch || !this.#editor.commit()) return;
    this.#openMenu({ x: event.clientX, y: event.clientY });
  };

  /** Drags the handle at the corner of the selection; Ctrl while letting go makes copies. */
  readonly fill = (event: PointerEvent): void => {
    this.#drag(
      event,
      (cell, from) => fillTarget(from, cell),
      (from, to, copy) => this.#editing.fill(from, to, copy),
    );
  };

  /** A double click on the handle fills down to the last row. */
  readonly fillDown = (): void => {
    const { range, size } = this.#host;
    if (range.bottom < size.rows - 1) {
      this.#editing.fill(range, { ...range, top: range.bottom + 1, bottom: size.rows - 1 }, false);
    }
  };

  /** Drags the selection by its edge; Ctrl while letting go leaves a copy behind. */
  readonly move = (event: PointerEvent): void => {
    const grabbed = this.#cellAt(event.clientX, event.clientY);
    const { range, size } = this.#host;
    const rows = Math.min(Math.max(grabbed.row, range.top), range.bottom) - range.top;
    const columns = Math.min(Math.max(grabbed.column, range.left), range.right) - range.left;
    const target = (cell: GridCell): GridRange => {
      const height = range.bottom - range.top;
      const width = range.right - range.left;
      const top = Math.max(0, Math.min(cell.row - rows, size.rows - 1 - height));
      const left = Math.max(0, Math.min(cell.column - columns, size.columns - 1 - width));
      return { top, bottom: top + height, left, right: left + width };
    };
    this.#drag(
      event,
      (cell, from) => {
        const to = target(cell);
        return to.top === from.top && to.left === from.left ? undefined : to;
      },
      (from, to, copy) => this.#editing.move(from, { row: to.top, column: to.left }, copy),
    );
  };

  #drag(
    event: PointerEvent,
    target: (cell: GridCell, from: GridRange) => GridRange | undefined,
    drop: (from: GridRange, to: GridRange, copy: boolean) => void,
  ): void {
    if (event.button !== 0 || !this.#editor.commit()) return;
    event.preventDefault();
    event.stopPropagation();
    const from = rangeOf(this.#host.selection);
    followPointer(
      event,
      (x, y) => {
        const cell = this.#cellAt(x, y);
        this.preview = target(cell, from);
        this.#host.view.reveal(cell);
      },
      (last) => {
        const to = this.preview;
        this.preview = undefined;
        if (last !== undefined && to !== undefined) drop(from, to, last.ctrlKey || last.metaKey);
      },
    );
  }

  /** A finger that stays where it is selects, and opens the menu when it is lifted: lifting would close one opened before. */
  #touch(start: PointerEvent): void {
    const at = { x: start.clientX, y: start.clientY };
    let isHeld = false;
    const ending = new AbortController();
    const { signal } = ending;
    const timer = setTimeout(() => {
      isHeld = true;
      this.#selectAt(at);
    }, LONG_PRESS_MS);
    const end = (): void => {
      clearTimeout(timer);
      ending.abort();
      if (isHeld) setTimeout(() => this.#openMenu(at));
    };
    const move = (event: PointerEvent): void => {
      if (isHeld || Math.hypot(event.clientX - at.x, event.clientY - at.y) <= STILL) return;
      clearTimeout(timer);
      ending.abort();
    };
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', end, { signal });
    window.addEventListener('pointercancel', end, { signal });
  }

  #openMenu(at: Point): void {
    this.#menu(this.#selectAt(at), at);
  }

  /** The cell at a point, selected unless the selection holds it. */
  #selectAt({ x, y }: Point): GridCell {
    const cell = this.#cellAt(x, y);
    if (!inRange(this.#host.range, cell.row, cell.column)) this.#host.select(single(cell));
    return cell;
  }

  #cellAt(x: number, y: number): GridCell {
    return clampCell(this.#host.view.cellAt(x, y), this.#host.size);
  }
}

/** True for the part of the scroller where cells are: not the header, the totals, or a scroll bar. */
function inBody(event: MouseEvent): boolean {
  return isOn(event, '.body .cell');
}

function isOn(event: MouseEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}
