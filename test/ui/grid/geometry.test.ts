import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnAt, columnWindow, layoutColumns, startOf, totalWidth } from '../../../src/ui/grid/layout.ts';
import { baseRow, rowOfSlot } from '../../../src/ui/grid/rows.ts';
import { fromScrollTop, isScaled, MAX_SPACER, maxTop, spacerHeight, toScrollTop } from '../../../src/ui/grid/scroll.ts';
import { sampleColumns } from './samples.ts';

describe('columns', () => {
  test('the column window holds exactly the scrolling columns of which a pixel shows', () => {
    const widths = fc.integer({ min: 200, max: 1600 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 3 }),
        widths,
        fc.nat(6000),
        (count, frozen, width, left) => {
          const layout = layoutColumns(sampleColumns(count, frozen), {}, 1000, width);
          fc.pre(width > layout.frozenWidth);
          const scrollLeft = Math.min(left, Math.max(0, totalWidth(layout) - width));
          const { first, end } = columnWindow(layout, scrollLeft, width);
          for (let column = layout.frozen; column < count; column++) {
            const shows =
              startOf(layout, column + 1) - scrollLeft > layout.frozenWidth &&
              startOf(layout, column) - scrollLeft < width;
            expect(column >= first && column < end).toBe(shows);
          }
        },
      ),
    );
  });

  test('frozen columns leave half of a narrow view to the others', () => {
    const columns = sampleColumns(6, 1).map((column) => ({ ...column, width: 400 }));
    expect(layoutColumns(columns, {}, 1000, 400).frozenWidth).toBe(200);
    expect(layoutColumns(columns, {}, 1000, 1440).frozenWidth).toBeGreaterThan(400);
  });

  test('a point leads to the column that covers it', () => {
    const layout = layoutColumns(sampleColumns(12), {}, 10, 800);
    for (let column = 0; column < 12; column++) {
      expect(columnAt(layout, startOf(layout, column))).toBe(column);
      expect(columnAt(layout, startOf(layout, column + 1) - 0.5)).toBe(column);
    }
    expect(columnAt(layout, -50)).toBe(0);
    expect(columnAt(layout, 1e6)).toBe(11);
  });
});

describe('the pool', () => {
  test('gives each of its slots one of the rows from the first on, always the same slot for a row', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.integer({ min: 1, max: 80 }), (first, pool) => {
        for (let row = first; row < first + pool; row++) expect(rowOfSlot(row % pool, first, pool)).toBe(row);
      }),
    );
  });
});

describe('scaled scrolling', () => {
  const ranges = fc.record({
    content: fc.integer({ min: 0, max: 400_000_000 }),
    view: fc.integer({ min: 50, max: 2000 }),
  });

  test('the scroll bar reaches the first and the last row, however many there are', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const furthest = Math.max(0, spacerHeight(range) - range.view);
        expect(fromScrollTop(range, 0)).toBe(0);
        expect(fromScrollTop(range, furthest)).toBeCloseTo(maxTop(range), 3);
        expect(spacerHeight(range)).toBeLessThanOrEqual(MAX_SPACER);
      }),
    );
  });

  test('positions survive the way to the scroll bar and back', () => {
    fc.assert(
      fc.property(ranges, fc.double({ min: 0, max: 1, noNaN: true }), (range, part) => {
        const top = part * maxTop(range);
        expect(fromScrollTop(range, toScrollTop(range, top))).toBeCloseTo(top, 3);
      }),
    );
  });

  test('below the limit a pixel is a pixel', () => {
    const range = { content: 100_000, view: 500 };
    expect(isScaled(range)).toBe(false);
    expect(toScrollTop(range, 1234)).toBe(1234);
  });

  test('rows are placed close to their base, where 32-bit transforms are exact', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (row) => {
        expect(row - baseRow(row)).toBeGreaterThanOrEqual(0);
        expect(row - baseRow(row)).toBeLessThan(4096);
      }),
    );
  });
});
