import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../support/runs.ts';
import { call, column, type Given } from './calls.ts';

const keys = column('apple', 'Banana', 'cherry', 'banana');
const numbers = column(10, 20, 30, 40);

describe('MATCH', () => {
  it.each<[Given, Given, number | undefined, unknown]>([
    ['BANANA', keys, 0, 2],
    ['ch*', keys, 0, 3],
    [25, numbers, undefined, 2],
    [5, numbers, 1, '#N/A'],
    [25, column(40, 30, 20, 10), -1, 2],
    ['20', numbers, 0, '#N/A'],
    ['#DIV/0!', numbers, 0, '#DIV/0!'],
  ])('%j in %o, %j', (wanted, block, kind, expected) => {
    expect(call('MATCH', wanted, block, kind)).toBe(expected);
  });
});

describe('XLOOKUP and XMATCH', () => {
  it('finds the first, the last, the next smaller and the next larger', () => {
    expect(call('XLOOKUP', 'banana', keys, numbers)).toBe(20);
    expect(call('XLOOKUP', 'banana', keys, numbers, undefined, 0, -1)).toBe(40);
    expect(call('XLOOKUP', 25, column(30, 10, 20), column('c', 'a', 'b'), undefined, -1)).toBe('b');
    expect(call('XLOOKUP', 25, column(30, 10, 20), column('c', 'a', 'b'), undefined, 1)).toBe('c');
    expect(call('XLOOKUP', 'c*', keys, numbers, 'none', 2)).toBe(30);
    expect(call('XLOOKUP', 'c*', keys, numbers, 'none')).toBe('none');
    expect(call('XLOOKUP', 'x', keys, numbers)).toBe('#N/A');
    expect(call('XMATCH', 30, column(40, 30, 20), 0, -2)).toBe(2);
    expect(call('XMATCH', 25, column(10, 20, 30), -1, 2)).toBe(2);
    expect(call('XMATCH', 1, keys, 5)).toBe('#VALUE!');
  });

  it('gives the whole row beside the place', () => {
    const table = [
      [1, 2],
      [3, 4],
    ];
    expect(call('XLOOKUP', 'b', column('a', 'b'), table)).toEqual([[3, 4]]);
    expect(call('XLOOKUP', 'b', ['a', 'b'], table)).toEqual([[2], [4]]);
    expect(call('XLOOKUP', 'b', column('a', 'b', 'c'), table)).toBe('#VALUE!');
  });

  it('finds the next smaller as a walk does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }),
        fc.integer({ min: -1, max: 31 }),
        (cells, wanted) => {
          const best = Math.max(...cells.filter((cell) => cell <= wanted));
          const expected = Number.isFinite(best) ? cells.indexOf(best) + 1 : '#N/A';
          expect(call('XMATCH', wanted, column(...cells), -1)).toBe(expected);
          expect(call('XMATCH', wanted, column(...cells))).toBe(
            cells.includes(wanted) ? cells.indexOf(wanted) + 1 : '#N/A',
          );
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

describe('tables', () => {
  const table = [
    [1, 'a'],
    [5, 'b'],
    [9, 'c'],
  ];
  it('looks up down and across', () => {
    expect(call('VLOOKUP', 6, table, 2)).toBe('b');
    expect(call('VLOOKUP', 6, table, 2, false)).toBe('#N/A');
    expect(call('VLOOKUP', 5, table, 3)).toBe('#REF!');
    expect(call('VLOOKUP', 5, table, 0)).toBe('#VALUE!');
    expect(
      call(
        'HLOOKUP',
        'B',
        [
          ['a', 'b'],
          [1, 2],
        ],
        2,
        false,
      ),
    ).toBe(2);
  });

  it('gives cells, rows and columns by number', () => {
    expect(call('INDEX', table, 2, 2)).toBe('b');
    expect(call('INDEX', table, 0, 1)).toEqual([[1], [5], [9]]);
    expect(call('INDEX', table, 2, 0)).toEqual([[5, 'b']]);
    expect(call('INDEX', [1, 2, 3], 2)).toBe(2);
    expect(call('INDEX', table, 4, 1)).toBe('#REF!');
    expect(call('ROWS', table)).toBe(3);
    expect(call('COLUMNS', 5)).toBe(1);
  });
});

describe('blocks', () => {
  it('keeps what differs, sorts and filters', () => {
    expect(call('UNIQUE', column('a', 'A', 'b'))).toEqual([['a'], ['b']]);
    expect(call('UNIQUE', column(1, 1, 2), false, true)).toBe(2);
    expect(call('SORT', column(3, null, 'a', 1, true))).toEqual([[1], [3], ['a'], [true], [null]]);
    expect(
      call(
        'SORT',
        [
          [1, 'b'],
          [2, 'a'],
        ],
        2,
      ),
    ).toEqual([
      [2, 'a'],
      [1, 'b'],
    ]);
    expect(call('SORT', column(1, 2), null, -1)).toEqual([[2], [1]]);
    expect(call('SORT', column(1, 2), 2)).toBe('#VALUE!');
    expect(call('FILTER', column(1, 2, 3), column(true, false, 1))).toEqual([[1], [3]]);
    expect(call('FILTER', column(1, 2), column(false, 0))).toBe('#CALC!');
    expect(call('FILTER', column(1, 2), column(false, 0), 'none')).toBe('none');
    expect(call('SEQUENCE', 2, 3, 0, 2)).toEqual([
      [0, 2, 4],
      [6, 8, 10],
    ]);
    expect(call('SEQUENCE', 3, null, 5)).toEqual([[5], [6], [7]]);
  });
});
