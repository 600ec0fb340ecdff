import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridAction } from '../../../src/ui/grid/keyboard.ts';
import { GridView, type Scroller } from '../../../src/ui/grid/grid-view.svelte.ts';
import { startOf } from '../../../src/ui/grid/layout.ts';
import { rowOfSlot } from '../../../src/ui/grid/rows.ts';
import { clampSelection, type GridSelection, single } from '../../../src/ui/grid/selection.ts';
import { sampleColumns, sampleSource } from './samples.ts';

/** Scrolls as browsers do: within its content, in halves of a pixel, and says so later, by one event. */
class FakeScroller extends EventTarget {
  #top = 0;
  #left = 0;
  readonly #view: GridView;
  constructor(view: GridView) {
    super();
    this.#view = view;
  }
  get scrollTop(): number {
    return this.#top;
  }
  set scrollTop(value: number) {
    this.#top = bounded(Math.floor(value * 2) / 2, this.#view.spacer.height - this.#view.height);
  }
  get scrollLeft(): number {
    return this.#left;
  }
  set scrollLeft(value: number) {
    this.#left = bounded(value, this.#view.spacer.width - this.#view.width);
  }
  getBoundingClientRect(): DOMRect {
    return { left: 0, top: 0 } as DOMRect;
  }
}

const bounded = (value: number, most: number): number => Math.max(0, Math.min(value, most));

interface Setup {
  readonly rows: number;
  readonly frozenRows?: number;
  readonly rowHeight?: number;
  readonly height?: number;
}

function setUp({ rows, frozenRows = 0, rowHeight = 24, height = 700 }: Setup): {
  view: GridView;
  scroller: Scroller & EventTarget;
} {
  const source = sampleSource(rows, sampleColumns(25));
  const view = new GridView(() => ({ source, widths: {}, totals: true, frozenRows }));
  Object.assign(view, { width: 1000, height, rowHeight, headerHeight: 28 });
  const scroller: Scroller & EventTarget = new FakeScroller(view);
  view.attach(scroller);
  scroller.addEventListener('scroll', view.scrolled);
  return { view, scroller };
}

/** The user drags the bars; the event follows. */
function drag(scroller: Scroller & EventTarget, top: number, left: number): void {
  scroller.scrollTop = top;
  scroller.scrollLeft = left;
  scroller.dispatchEvent(new Event('scroll'));
}

function wheel(scroller: EventTarget, deltaY: number): boolean {
  const event = Object.assign(new Event('wheel', { cancelable: true }), {
    deltaY,
    deltaX: 0,
    deltaMode: 0,
    ctrlKey: false,
  });
  scroller.dispatchEvent(event);
  scroller.dispatchEvent(new Event('scroll'));
  return event.defaultPrevented;
}

/** Rows of which a pixel lies in the body. */
function visibleRows(view: GridView, rows: number): readonly number[] {
  const first = Math.floor(view.top / view.rowHeight);
  const end = Math.min(rows, Math.ceil((view.top + view.body) / view.rowHeight));
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

const part = fc.double({ min: 0, max: 1, noNaN: true });
const step = fc.oneof(
  fc.record({ type: fc.constant('scroll' as const), down: part, right: part }),
  fc.record({ type: fc.constant('wheel' as const), delta: fc.integer({ min: -5000, max: 5000 }) }),
  fc.record({
    type: fc.constant('resize' as const),
    width: fc.integer({ min: 200, max: 2000 }),
    height: fc.integer({ min: 120, max: 1400 }),
  }),
  fc.record({
    type: fc.constant('key' as const),
    key: fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'a'),
    ctrl: fc.boolean(),
    shift: fc.boolean(),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

describe('what shows', () => {
  test('any walk of scrolling, resizing and keys draws every visible row once, and shows the cell that a key leads to', () => {
    const sizes = fc.constantFrom(0, 1, 40, 100_000, 1_000_000, 5_000_000);
    fc.assert(
      fc.property(
        sizes,
        fc.constantFrom(24, 30, 36),
        fc.constantFrom(0, 0, 1, 3, 100),
        fc.array(step, { minLength: 1, maxLength: 60 }),
        (rows, rowHeight, frozenRows, walk) => {
          const { view, scroller } = setUp({ rows, rowHeight, frozenRows });
          let selection = single({ row: rows === 0 ? -1 : 0, column: 0 });
          for (const next of walk) {
            const before = selection;
            selection = take(next, view, scroller, selection, rows);
            const drawn = view.slots.map((slot) => rowOfSlot(slot, view.first, view.pool));
            expect(new Set(drawn).size).toBe(drawn.length);
            expect(drawn).toEqual(expect.arrayContaining([...visibleRows(view, rows)]));
            if (next.type === 'key' && selection !== before) expectShown(view, selection);
          }
        },
      ),
    );
  });

  test('the last of five million rows stands right above the totals when the bar is at its end', () => {
    const { view, scroller } = setUp({ rows: 5_000_000 });
    drag(scroller, view.spacer.height, 0);
    expect(view.top + view.body).toBeCloseTo(5_000_000 * 24, 3);
  });
});

function take(
  next: Step,
  view: GridView,
  scroller: Scroller & EventTarget,
  selection: GridSelection,
  rows: number,
): GridSelection {
  switch (next.type) {
    case 'scroll':
      drag(scroller, next.down * view.spacer.height, next.right * view.spacer.width);
      return selection;
    case 'wheel':
      wheel(scroller, next.delta);
      return selection;
    case 'resize':
      Object.assign(view, { width: next.width, height: next.height });
      return selection;
    case 'key': {
      const size = { rows, columns: 25, page: view.rowsPerPage };
      const action = gridAction({ ...next, alt: false }, selection, size);
      if (action?.type !== 'select') return selection;
      const to = clampSelection(action.selection, size);
      view.reveal(to.focus);
      scroller.dispatchEvent(new Event('scroll'));
      return to;
    }
  }
}

function expectShown(view: GridView, { focus: { row, column } }: GridSelection): void {
  if (row >= view.frozenRows) {
    expect(row * view.rowHeight).toBeGreaterThanOrEqual(view.top);
    expect((row + 1) * view.rowHeight).toBeLessThanOrEqual(view.top + view.body + 1e-6);
  }
  if (column < view.layout.frozen) return;
  expect(view.columns).toContain(column);
  const left = startOf(view.layout, column) - view.scrollLeft;
  expect(left).toBeGreaterThanOrEqual(view.layout.frozenWidth - 1e-6);
}

describe('the wheel', () => {
  test('moves a million and more rows by exactly its pixels, and leaves the rest to the browser', () => {
    const { view, scroller } = setUp({ rows: 5_000_000 });
    expect(wheel(scroller, 100)).toBe(true);
    expect(wheel(scroller, 37)).toBe(true);
    expect(view.top).toBe(137);
    expect(wheel(scroller, -5000)).toBe(true);
    expect(view.top).toBe(0);
    expect(wheel(scroller, -1)).toBe(false);
  });

  test('is left alone where the scroll bar is exact', () => {
    const { scroller } = setUp({ rows: 1000 });
    expect(wheel(scroller, 100)).toBe(false);
  });
});

describe('the cell under the pointer', () => {
  test('is found in both panes, before and after scrolling', () => {
    const { view, scroller } = setUp({ rows: 100_000 });
    drag(scroller, 24_000, 500);
    const { frozenWidth } = view.layout;
    expect(view.cellAt(frozenWidth - 1, 28)).toEqual({ row: 1000, column: 0 });
    const { row, column } = view.cellAt(frozenWidth + 200, 28 + 24 * 3 + 1);
    expect(row).toBe(1003);
    expect(startOf(view.layout, column)).toBeLessThanOrEqual(frozenWidth + 700);
    expect(startOf(view.layout, column + 1)).toBeGreaterThan(frozenWidth + 700);
  });
});

describe('frozen rows', () => {
  test('stay above the others, which scroll on below them to the last', () => {
    const { view, scroller } = setUp({ rows: 1_000_000, frozenRows: 3 });
    drag(scroller, view.spacer.height, 0);
    expect(view.topRows).toEqual([0, 1, 2]);
    expect(view.top + view.body).toBeCloseTo(1_000_000 * 24, 3);
    expect(view.cellAt(500, 28 + 24 * 2 + 1).row).toBe(2);
    expect(view.cellAt(500, 28 + 24 * 3 + 1).row).toBe(Math.floor((view.top + 1) / 24));
    expect(view.box({ top: 1, bottom: 1, left: 0, right: 0 })).toMatchObject({ top: 28 + 24, height: 24 });
  });

  test('leave half of the view to the others, however many were asked for', () => {
    const { view } = setUp({ rows: 1000, frozenRows: 100, height: 28 + 24 + 240 });
    expect(view.frozenRows).toBe(5);
    expect(view.body).toBe(120);
  });
});

describe('the box of a range', () => {
  test('is what of it shows beside frozen columns, and nothing once it is scrolled away', () => {
    const { view, scroller } = setUp({ rows: 1000 });
    drag(scroller, 240, 400);
    const all = view.box({ top: 0, bottom: 999, left: 0, right: 24 });
    expect(all).toEqual({ left: view.layout.gutter, top: 28, width: 1000 - view.layout.gutter, height: 700 - 28 - 24 });
    expect(view.box({ top: 2, bottom: 3, left: 1, right: 1 })).toMatchObject({ width: 0, height: 0 });
  });
});

describe('fewer rows than before', () => {
  test('leave no gap: the view moves up to the last of them', () => {
    let rows = 100_000;
    const view = new GridView(() => ({ source: sampleSource(rows, sampleColumns(3)), widths: {}, totals: false }));
    Object.assign(view, { width: 800, height: 500 });
    view.reveal({ row: 99_999, column: 0 });
    rows = 10;
    // A new source makes the view compute again; here a measurement does.
    view.height = 501;
    expect(view.top).toBe(0);
  });
});
