import { describe, expect, test } from 'vitest';
import { planPaste, transposed } from '../../../../src/ui/grid/edit/paste.ts';

const SIZE = { rows: 10, columns: 6 };
const block = [
  ['a', 'b'],
  ['c', 'd'],
];
const at = (top: number, left: number, bottom = top, right = left) => ({ top, bottom, left, right });
const texts = (cells: readonly (readonly string[])[], range: ReturnType<typeof at>): readonly string[] =>
  planPaste(cells, range, SIZE).writes.map(({ row, column, text }) => `${String(row)},${String(column)}=${text}`);

describe('pasting', () => {
  test('puts a block at the first selected cell, whatever its size', () => {
    expect(texts(block, at(2, 3))).toEqual(['2,3=a', '2,4=b', '3,3=c', '3,4=d']);
    expect(texts(block, at(2, 3, 4, 3))).toEqual(['2,3=a', '2,4=b', '3,3=c', '3,4=d']);
    expect(planPaste(block, at(2, 3), SIZE).area).toEqual(at(2, 3, 3, 4));
  });

  test('fills the selection with one cell', () => {
    expect(texts([['x']], at(0, 0, 1, 1))).toEqual(['0,0=x', '0,1=x', '1,0=x', '1,1=x']);
  });

  test('repeats a block that fits a whole number of times', () => {
    expect(texts(block, at(0, 0, 3, 1))).toEqual([
      '0,0=a',
      '0,1=b',
      '1,0=c',
      '1,1=d',
      '2,0=a',
      '2,1=b',
      '3,0=c',
      '3,1=d',
    ]);
  });

  test('leaves what short rows do not reach', () => {
    expect(texts([['a', 'b'], ['c']], at(0, 0))).toEqual(['0,0=a', '0,1=b', '1,0=c']);
  });

  test('lists each row and each column for which there is no room', () => {
    const { writes, beyond } = planPaste(block, at(9, 5), SIZE);
    expect(writes).toEqual([{ row: 9, column: 5, text: 'a' }]);
    expect(beyond.map(({ row, column, text }) => [row, column, text])).toEqual([
      [10, 5, 'c · d'],
      [9, 6, 'b'],
    ]);
  });

  test('turns rows into columns', () => {
    expect(transposed([['a', 'b', 'c'], ['d']])).toEqual([
      ['a', 'd'],
      ['b', ''],
      ['c', ''],
    ]);
    expect(transposed([])).toEqual([]);
  });
});
