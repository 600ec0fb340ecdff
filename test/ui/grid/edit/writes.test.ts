import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyWrites, fillTarget, fillWrites, moveWrites } from '../../../../src/ui/grid/edit/writes.ts';
import type { CellWrite, GridEdits } from '../../../../src/ui/grid/source.ts';
import { sampleEdits } from '../samples.ts';

const edits = sampleEdits();
const box = (top: number, bottom: number, left: number, right: number) => ({ top, bottom, left, right });

/** Writes as `row:column` → text. */
function sheet(writes: readonly CellWrite[]): Readonly<Record<string, string>> {
  return Object.fromEntries(writes.map(({ row, column, text }) => [`${String(row)}:${String(column)}`, text]));
}

describe('Ctrl+D and Ctrl+R', () => {
  test('copy the first row down, the first column to the right', () => {
    expect(sheet(copyWrites(edits, box(2, 4, 1, 2), 'column'))).toEqual({
      '3:1': 'r2c1',
      '3:2': 'r2c2',
      '4:1': 'r2c1',
      '4:2': 'r2c2',
    });
    expect(sheet(copyWrites(edits, box(2, 2, 1, 3), 'row'))).toEqual({ '2:2': 'r2c1', '2:3': 'r2c1' });
  });

  test('take the neighbour above or to the left for a single row or column', () => {
    expect(sheet(copyWrites(edits, box(3, 3, 1, 1), 'column'))).toEqual({ '3:1': 'r2c1' });
    expect(sheet(copyWrites(edits, box(3, 4, 2, 2), 'row'))).toEqual({ '3:2': 'r3c1', '4:2': 'r4c1' });
    expect(copyWrites(edits, box(0, 0, 1, 1), 'column')).toEqual([]);
    expect(copyWrites(edits, box(0, 0, 0, 0), 'row')).toEqual([]);
  });
});

describe('the fill handle', () => {
  const from = box(5, 6, 2, 3);
  test.each([
    ['down', { row: 9, column: 3 }, box(7, 9, 2, 3)],
    ['up', { row: 1, column: 3 }, box(1, 4, 2, 3)],
    ['to the right', { row: 6, column: 8 }, box(5, 6, 4, 8)],
    ['to the left', { row: 6, column: 0 }, box(5, 6, 0, 1)],
    ['the longer way', { row: 8, column: 12 }, box(5, 6, 4, 12)],
  ])('goes %s', (_, to, area) => {
    expect(fillTarget(from, to)).toEqual(area);
  });

  test('fills nothing inside its own range', () => {
    expect(fillTarget(from, { row: 5, column: 3 })).toBeUndefined();
  });

  test('continues each column for itself, upward from its first cell', () => {
    const numbers: GridEdits = { ...edits, editText: (row, column) => String(row * 10 + column) };
    expect(sheet(fillWrites(numbers, box(1, 2, 0, 1), box(3, 4, 0, 1), false))).toEqual({
      '3:0': '30',
      '4:0': '40',
      '3:1': '31',
      '4:1': '41',
    });
    expect(sheet(fillWrites(numbers, box(2, 3, 0, 0), box(0, 1, 0, 0), false))).toEqual({ '0:0': '0', '1:0': '10' });
    expect(sheet(fillWrites(numbers, box(1, 1, 2, 3), box(1, 1, 0, 1), false))).toEqual({ '1:0': '10', '1:1': '11' });
  });
});

describe('moving cells', () => {
  test('writes them where they go and empties where they were, also when both overlap', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), fc.nat(8), fc.nat(8), fc.boolean(), (rows, columns, toRow, toColumn, copy) => {
        const from = box(2, 2 + rows, 2, 2 + columns);
        const { writes, refused } = moveWrites(edits, from, { row: toRow, column: toColumn }, copy);
        expect(refused).toEqual([]);
        const after = sheet(writes);
        expect(Object.keys(after)).toHaveLength(writes.length);
        for (let row = 0; row <= rows; row++) {
          for (let column = 0; column <= columns; column++) {
            expect(after[`${String(toRow + row)}:${String(toColumn + column)}`]).toBe(
              `r${String(row + 2)}c${String(column + 2)}`,
            );
          }
        }
        const emptied = writes.filter(({ text }) => text === '');
        if (copy) expect(emptied).toEqual([]);
        else expect(writes.length - emptied.length).toBe((rows + 1) * (columns + 1));
      }),
    );
  });

  test('is all or nothing: a cell that cannot be emptied keeps the rest in place', () => {
    const guarded = sampleEdits((row, column) => (row === 3 && column === 1 ? 'Worked out.' : undefined));
    const { writes, refused } = moveWrites(guarded, box(2, 3, 1, 1), { row: 7, column: 1 }, false);
    expect(writes).toEqual([]);
    expect(refused).toEqual([{ row: 3, column: 1, text: '', reason: 'Worked out.' }]);
  });
});
