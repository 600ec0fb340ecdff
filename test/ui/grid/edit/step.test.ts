import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextInRange, stepped } from '../../../../src/ui/grid/edit/step.ts';
import { activeCell, single } from '../../../../src/ui/grid/selection.ts';

const SIZE = { rows: 10, columns: 5 };

describe('Enter and Tab', () => {
  test('move to the neighbour of a single cell, and stay within the grid', () => {
    expect(stepped(single({ row: 3, column: 2 }), { along: 'column', back: false }, SIZE)).toEqual(
      single({ row: 4, column: 2 }),
    );
    expect(stepped(single({ row: 0, column: 2 }), { along: 'column', back: true }, SIZE)).toEqual(
      single({ row: 0, column: 2 }),
    );
    expect(stepped(single({ row: 3, column: 4 }), { along: 'row', back: false }, SIZE)).toEqual(
      single({ row: 3, column: 4 }),
    );
  });

  test('go through a selected range, which stays selected', () => {
    const range = { anchor: { row: 2, column: 1 }, focus: { row: 3, column: 2 } };
    const down = stepped(range, { along: 'column', back: false }, SIZE);
    expect(down).toEqual({ ...range, active: { row: 3, column: 1 } });
    expect(activeCell(stepped(down, { along: 'column', back: false }, SIZE))).toEqual({ row: 2, column: 2 });
    expect(activeCell(stepped(range, { along: 'row', back: true }, SIZE))).toEqual({ row: 3, column: 2 });
  });

  test('reach every cell of a range once before they begin again, and lead back the same way', () => {
    const along = fc.constantFrom('column' as const, 'row' as const);
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), along, (rows, columns, way) => {
        const range = { top: 1, bottom: 1 + rows, left: 2, right: 2 + columns };
        const start = { row: 1, column: 2 };
        const seen = new Set<string>();
        let cell = start;
        for (let count = 0; count < (rows + 1) * (columns + 1); count++) {
          seen.add(`${String(cell.row)}:${String(cell.column)}`);
          const next = nextInRange(range, cell, { along: way, back: false });
          expect(nextInRange(range, next, { along: way, back: true })).toEqual(cell);
          cell = next;
        }
        expect(seen.size).toBe((rows + 1) * (columns + 1));
        expect(cell).toEqual(start);
      }),
    );
  });
});
