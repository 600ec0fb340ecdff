/** What of the grid shows: sizes measured by the component, scroll positions, and everything that follows from them. */
import { columnAt, columnWindow, layoutColumns, startOf, totalWidth } from './layout.ts';
import { baseRow, firstRow, poolSize } from './rows.ts';
import { clampTop, fromScrollTop, isScaled, reveal, type ScrollRange, spacerHeight, toScrollTop } from './scroll.ts';
import { type GridCell, type GridRange, HEADER_ROW } from './selection.ts';
import type { ColumnWidths, GridSource } from './source.ts';
import { attachTouchScroll } from './touch-scroll.ts';

interface ViewInput {
  readonly source: GridSource;
  readonly widths: ColumnWidths;
  readonly totals: boolean;
  /** Rows at the top that stay in place. */
  readonly frozenRows?: number;
}

/** A place inside the scroller, in pixels. */
export interface ViewBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the view needs of the element that scrolls. */
export type Scroller = Pick<
  HTMLElement,
  'scrollTop' | 'scrollLeft' | 'getBoundingClientRect' | 'addEventListener' | 'removeEventListener'
>;

const DEFAULT_ROW = 24;
const LINE_DELTA = 1;
const PAGE_DELTA = 2;
/** Frozen rows may take at most this share of what is between header and totals. */
const FROZEN_SHARE = 0.5;

export class GridView {
  /** Size of the scroller without its scroll bars. */
  width = $state(0);
  height = $state(0);
  rowHeight = $state(DEFAULT_ROW);
  headerHeight = $state(DEFAULT_ROW);
  /** Width of a digit in a cell. */
  digitWidth = $state(7);
  scrollLeft = $state(0);
  #top = $state(0);
  #scroller: Scroller | undefined;
  /** The `scrollTop` that we set ourselves: its event says nothing new. */
  #ownScrollTop = -1;
  readonly #input: () => ViewInput;

  constructor(input: () => ViewInput) {
    this.#input = input;
  }

  readonly #footer = $derived.by(() => (this.#input().totals ? this.rowHeight : 0));
  readonly range: ScrollRange = $derived.by(() => ({
    content: this.headerHeight + this.#input().source.rows * this.rowHeight + this.#footer,
    view: this.height,
  }));
  readonly layout = $derived.by(() => {
    const { source, widths } = this.#input();
    return layoutColumns(source.columns, widths, source.rows, this.width);
  });
  readonly spacer = $derived({ width: totalWidth(this.layout), height: spacerHeight(this.range) });
  readonly #room = $derived(Math.max(0, this.height - this.headerHeight - this.#footer));
  /** How many rows stay in place: at most half of what there is room for. */
  readonly frozenRows = $derived.by(() => {
    const { source, frozenRows = 0 } = this.#input();
    return Math.min(frozenRows, source.rows, Math.floor((this.#room * FROZEN_SHARE) / this.rowHeight));
  });
  readonly frozenHeight = $derived(this.frozenRows * this.rowHeight);
  /** Height of the rows that scroll. */
  readonly body = $derived(this.#room - this.frozenHeight);
  readonly isScaled = $derived(isScaled(this.range));
  /** How far the rows have been scrolled, in virtual pixels. */
  readonly scrollTop = $derived(clampTop(this.range, this.#top));
  /** Virtual position of the first pixel of the rows that scroll. */
  readonly top = $derived(this.scrollTop + this.frozenHeight);
  readonly first = $derived(firstRow(this.top, this.rowHeight));
  readonly base = $derived(baseRow(this.first));
  readonly pool = $derived(poolSize(this.body, this.rowHeight));
  readonly slots = $derived(Array.from({ length: this.pool }, (_, slot) => slot));
  readonly columns = $derived.by(() => {
    const { first, end } = columnWindow(this.layout, this.scrollLeft, this.width);
    return Array.from({ length: end - first }, (_, index) => first + index);
  });
  readonly topRows = $derived(Array.from({ length: this.frozenRows }, (_, row) => row));
  readonly frozenColumns = $derived(Array.from({ length: this.layout.frozen }, (_, index) => index));
  readonly rowsPerPage = $derived(Math.max(1, Math.floor(this.body / this.rowHeight) - 1));

  /** Ties the view to the element that scrolls; gives what unties it. */
  readonly attach = (scroller: Scroller): (() => void) => {
    this.#scroller = scroller;
    const wheel = (event: WheelEvent): void => {
      this.#wheel(event);
    };
    // Svelte's own wheel handlers are passive: they could not keep the browser from scrolling.
    scroller.addEventListener('wheel', wheel, { passive: false });
    const endTouch = attachTouchScroll(scroller, this);
    return () => {
      scroller.removeEventListener('wheel', wheel);
      endTouch();
    };
  };

  /** Takes over where the browser has scrolled to. */
  readonly scrolled = (): void => {
    if (this.#scroller === undefined) return;
    this.scrollLeft = this.#scroller.scrollLeft;
    const { scrollTop } = this.#scroller;
    if (Math.abs(scrollTop - this.#ownScrollTop) < 1) return;
    this.#ownScrollTop = -1;
    this.#top = fromScrollTop(this.range, scrollTop);
  };

  /** Scrolls until a cell shows whole beside the frozen columns and between header and totals. */
  reveal({ row, column }: GridCell): void {
    if (row >= this.frozenRows) {
      const start = row * this.rowHeight;
      this.#scrollTo(reveal(this.top, start, start + this.rowHeight, this.body) - this.frozenHeight);
    }
    if (column < this.layout.frozen || this.#scroller === undefined) return;
    const { frozenWidth } = this.layout;
    const start = startOf(this.layout, column) - frozenWidth;
    const end = startOf(this.layout, column + 1) - frozenWidth;
    this.#scroller.scrollLeft = reveal(this.scrollLeft, start, end, this.width - frozenWidth);
    this.scrollLeft = this.#scroller.scrollLeft;
  }

  /** Scrolls all the way back, so that the columns next to the frozen ones show. */
  revealStart(): void {
    if (this.#scroller !== undefined) this.#scroller.scrollLeft = 0;
    this.scrollLeft = 0;
  }

  /** The cell under a point of the window; beyond the body, the cell that would be there. */
  cellAt(clientX: number, clientY: number): GridCell {
    const box = this.#scroller?.getBoundingClientRect();
    const x = clientX - (box?.left ?? 0);
    const y = clientY - (box?.top ?? 0) - this.headerHeight;
    const frozen = x >= 0 && x < this.layout.frozenWidth;
    return {
      row: Math.max(0, Math.floor((y < this.frozenHeight ? y : y + this.scrollTop) / this.rowHeight)),
      column: columnAt(this.layout, frozen ? x : x + this.scrollLeft),
    };
  }

  /** The border between columns that is nearest to a point of the window: 0 before the first column. */
  borderAt(clientX: number): number {
    const x = clientX - (this.#scroller?.getBoundingClientRect().left ?? 0);
    const inside = x < this.layout.frozenWidth ? x : x + this.scrollLeft;
    const column = Math.max(0, columnAt(this.layout, inside));
    const middle = (startOf(this.layout, column) + startOf(this.layout, column + 1)) / 2;
    return inside > middle ? column + 1 : column;
  }

  /** Where a border between columns stands, in pixels of the scroller. */
  borderLeft(border: number): number {
    return this.#columnEdge(border, border <= this.layout.frozen);
  }

  /** The part of a range that shows between header and totals; without size when none does. */
  box({ top, bottom, left, right }: GridRange): ViewBox {
    const x = this.#columnEdge(left, left < this.layout.frozen);
    const y = this.#rowEdge(top, top < this.frozenRows);
    const width = Math.min(this.width, this.#columnEdge(right + 1, right < this.layout.frozen)) - x;
    const end = Math.min(this.headerHeight + this.#room, this.#rowEdge(bottom + 1, bottom < this.frozenRows));
    return { left: x, top: y, width: Math.max(0, width), height: Math.max(0, end - y) };
  }

  /** True when a row is drawn, be it in place or in the pool. */
  drawsRow(row: number): boolean {
    return row === HEADER_ROW || row < this.frozenRows || (row >= this.first && row < this.first + this.pool);
  }

  /** Scrolls by pixels of the content. */
  scrollBy(left: number, top: number): void {
    this.#scrollTo(this.scrollTop + top);
    if (this.#scroller !== undefined) this.#scroller.scrollLeft += left;
  }

  #columnEdge(column: number, isFrozen: boolean): number {
    const start = startOf(this.layout, column);
    return isFrozen ? start : Math.max(this.layout.frozenWidth, start - this.scrollLeft);
  }

  #rowEdge(row: number, isFrozen: boolean): number {
    const start = row * this.rowHeight;
    return this.headerHeight + (isFrozen ? start : Math.max(this.frozenHeight, start - this.scrollTop));
  }

  #scrollTo(top: number): void {
    this.#top = clampTop(this.range, top);
    if (this.#scroller === undefined) return;
    this.#scroller.scrollTop = toScrollTop(this.range, this.#top);
    this.#ownScrollTop = this.#scroller.scrollTop;
  }

  /** Where the scroll bar stands for more pixels than it has, the wheel still moves by exactly what it says. */
  #wheel(event: WheelEvent): void {
    if (!this.isScaled || event.ctrlKey || event.deltaY === 0) return;
    const unit = event.deltaMode === LINE_DELTA ? this.rowHeight : event.deltaMode === PAGE_DELTA ? this.body : 1;
    const target = clampTop(this.range, this.scrollTop + event.deltaY * unit);
    if (target === this.scrollTop) return;
    event.preventDefault();
    this.scrollBy(event.deltaX * unit, target - this.scrollTop);
  }
}
