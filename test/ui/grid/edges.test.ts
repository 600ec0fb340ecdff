import { describe, expect, test } from 'vitest';
import { type Direction, edgeOf } from '../../../src/ui/grid/edges.ts';
import type { GridSource } from '../../../src/ui/grid/source.ts';
import { sampleColumns } from './samples.ts';

const PICTURE = [
  'xx.xx', //
  'x....',
  '.....',
  'x.x.x',
  'x....',
];
const source: GridSource = {
  rows: 5,
  columns: sampleColumns(5),
  text: (row, column) => (PICTURE[row]?.[column] === 'x' ? 'x' : ''),
};
const jump = (row: number, column: number, direction: Direction) =>
  edgeOf(source, { row, column }, direction, { rows: 5, columns: 5 });

describe('Ctrl with an arrow', () => {
  test.each([
    ['to the end of filled cells', 0, 0, 'down', { row: 1, column: 0 }],
    ['over a gap to the next filled cell', 1, 0, 'down', { row: 3, column: 0 }],
    ['from an empty cell to the next filled one', 3, 1, 'right', { row: 3, column: 2 }],
    ['to the end of the grid where nothing is left', 3, 4, 'down', { row: 4, column: 4 }],
    ['to the left likewise', 0, 4, 'left', { row: 0, column: 3 }],
    ['up to the top', 4, 3, 'up', { row: 0, column: 3 }],
    ['nowhere at the edge', 4, 2, 'down', { row: 4, column: 2 }],
  ] as const)('goes %s', (_, row, column, direction, to) => {
    expect(jump(row, column, direction)).toEqual(to);
  });

  test('from the header into the first filled cell', () => {
    expect(jump(-1, 2, 'down')).toEqual({ row: 3, column: 2 });
  });
});
