import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../../src/sheet/formula/value.ts';
import { runs } from '../../support/runs.ts';
import { call, callIn, column, decimals } from './calls.ts';

describe('rounding', () => {
  it.each([
    ['ROUND', 1.005, 2, 1.01],
    ['ROUND', 2.5, 0, 3],
    ['ROUND', -2.5, 0, -3],
    ['ROUND', 1234.5, -2, 1200],
    ['ROUND', 1.255, 2, 1.26],
    ['ROUNDUP', 3.2, 0, 4],
    ['ROUNDUP', -3.14159, 1, -3.2],
    ['ROUNDUP', 31415.92654, -2, 31500],
    ['ROUNDDOWN', -3.14159, 1, -3.1],
    ['ROUNDDOWN', 4.35, 2, 4.35],
    ['TRUNC', -8.9, undefined, -8],
  ] as const)('%s(%d, %d) is %d', (name, value, digits, expected) => {
    expect(call(name, value, digits)).toBe(expected);
  });

  it('gives MOD the sign of the divisor and no dust', () => {
    expect([call('MOD', -3, 2), call('MOD', 3, -2), call('MOD', 0.3, 0.1), call('MOD', 5, 0)]).toEqual([
      1,
      -1,
      0,
      '#DIV/0!',
    ]);
  });
});

describe('sums', () => {
  it('counts numbers in blocks, and what reads as a number where it is written into the call', () => {
    expect(call('SUM', [1, '2', true, null], '3', true)).toBe(5);
    expect(call('SUM', 'x')).toBe('#VALUE!');
    expect(call('SUM', [1, '#N/A'])).toBe('#N/A');
    expect(call('COUNT', [1, '2', true, '#N/A'], '3', 'x')).toBe(2);
    expect(call('COUNTA', [1, '', null, '#N/A'])).toBe(3);
    expect(call('COUNTBLANK', [1, '', null])).toBe(2);
  });

  it('adds decimals as whole units', () => {
    expect(call('SUM', decimals(2, 10, 20, 10))).toBe(0.4);
    expect(call('SUM', decimals(2, ...Array.from({ length: 1000 }, () => 10)))).toBe(100);
    const large = 9_007_199_254_740_991;
    expect(call('SUM', decimals(0, large, large, 3, -large, -large))).toBe(3);
  });

  it('gives an error that stands among decimals', () => {
    const column = decimals(2, 10, NaN);
    const withError = { ...column, at: (row: number) => (row === 1 ? errorOf('#REF!') : 0.1) };
    expect([call('SUM', withError), call('SUM', column)]).toEqual(['#REF!', 0.1]);
  });

  it('loses nothing of plain numbers that cancel out', () => {
    expect(call('SUM', [1e16, 1, -1e16])).toBe(1);
    expect(call('SUM', [0.1, 0.2, 0.3])).toBe(0.6);
  });

  it('adds whole cents like a bigint', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { minLength: 1 }), (cents) => {
        const sum = cents.reduce((total, cent) => total + BigInt(cent), 0n);
        expect(call('SUM', decimals(2, ...cents))).toBe(Number(`${String(sum)}e-2`));
      }),
      { numRuns: runs(100) },
    );
  });

  it('multiplies by place and takes text for nothing', () => {
    expect(call('SUMPRODUCT', [1, 2, 'x'], [3, 4, 5])).toBe(11);
    expect(call('SUMPRODUCT', [1, 2], [3])).toBe('#VALUE!');
    expect(call('PRODUCT', [2, '7', 3])).toBe(6);
    expect(call('SUMPRODUCT', decimals(2, 1010, 2020, 3030), column(3, 3, 3))).toBe(181.8);
  });
});

describe('order', () => {
  it('finds the middle, the k-th and the share', () => {
    expect(call('MEDIAN', [5, 1, 4, 2])).toBe(3);
    expect(call('LARGE', [5, 1, 4], 2)).toBe(4);
    expect(call('SMALL', [5, 1, 4], 4)).toBe('#NUM!');
    expect(call('PERCENTILE.INC', [1, 2, 3, 4], 0.3)).toBeCloseTo(1.9, 12);
    expect(call('RANK', 3, [7, 3.5, 3.5, 1, 2, 3])).toBe(4);
    expect(call('RANK', 3.5, [7, 3.5, 3.5, 1, 2], 1)).toBe(3);
    expect(call('RANK', 9, [7, 3])).toBe('#N/A');
  });
});

describe('criteria', () => {
  const names = column('Anna', 'ben', 'BEN', null, '', 'Be*', '5', 5, true, '#N/A');
  const count = (criterion: string | number | boolean | null): unknown => call('COUNTIF', names, criterion);

  it('compares texts but for case, texts that write numbers by their number', () => {
    expect([count('ben'), count('=BEN'), count(5), count('5'), count(true)]).toEqual([2, 2, 2, 2, 1]);
  });

  it('knows wildcards and what stands for itself', () => {
    expect([count('b*'), count('b?n'), count('be~*'), count('*')]).toEqual([3, 2, 1, 6]);
  });

  it('tells empty cells from empty texts', () => {
    expect([count(''), count('='), count('<>')]).toEqual([2, 1, 9]);
  });

  it('counts what is different, and only numbers beside numbers', () => {
    expect([count('<>ben'), count('>4'), count('<c'), count('#N/A')]).toEqual([8, 1, 6, 1]);
  });

  it('agrees with itself on columns large enough for an index', () => {
    const value = fc.constantFrom<number | string | null>(1, 2, '2', 'a', 'A', '', null, 'ab');
    const criterion = fc.constantFrom('a', '2', 1, '<>a', '>1', 'a*', '', '=');
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 20 }), criterion, criterion, (cells, one, two) => {
        const many = Array.from({ length: 20 }, () => cells).flat();
        const small = call('COUNTIFS', column(...cells), one, column(...cells), two) as number;
        expect(call('COUNTIFS', column(...many), one, column(...many), two)).toBe(small * 20);
      }),
      { numRuns: runs(100) },
    );
  });

  it('counts the numbers on one side of another as a walk does', () => {
    const cells = fc.array(fc.constantFrom<number | string | null>(1, 2, 2.5, 3, '2', 'x', null), { minLength: 40 });
    const operators = fc.constantFrom('<', '<=', '>', '>=');
    fc.assert(
      fc.property(cells, operators, fc.constantFrom(0, 1, 2, 2.2, 3, 4), (list, operator, limit) => {
        const one = (cell: number | string | null): number =>
          call('COUNTIF', column(cell), operator + String(limit)) as number;
        const expected = list.reduce<number>((sum, cell) => sum + one(cell), 0);
        expect(call('COUNTIF', column(...list), operator + String(limit))).toBe(expected);
      }),
      { numRuns: runs(50) },
    );
  });

  it('sums, averages and finds the least and the most of the rows that match', () => {
    const keys = column('a', 'b', 'a', 'c');
    const values = column(1, 2, 4, '#N/A');
    expect(call('SUMIF', keys, 'a', values)).toBe(5);
    expect(call('SUMIFS', values, keys, 'a', values, '>1')).toBe(4);
    expect(call('AVERAGEIF', keys, 'b', values)).toBe(2);
    expect(call('AVERAGEIFS', values, keys, 'z')).toBe('#DIV/0!');
    expect(call('MINIFS', values, keys, 'a')).toBe(1);
    expect(call('MAXIFS', values, keys, 'z')).toBe(0);
    expect(call('SUMIFS', values, keys, 'c')).toBe('#N/A');
    expect(call('SUMIFS', values, column('a'), 'a')).toBe('#VALUE!');
    expect(call('SUMIF', column(1, 5, 10), '>=5')).toBe(15);
  });

  it('refuses ranges that differ in shape, where Excel would read on into the sheet', () => {
    expect(call('SUMIF', column('a', 'a'), 'a', column(1))).toBe('#VALUE!');
  });

  it('reads dates in comparisons', () => {
    const days = column(46_146, 46_147);
    expect([call('COUNTIF', days, '>2026-05-04'), call('COUNTIF', days, '<=5/4/2026')]).toEqual([1, 1]);
    expect(callIn('de-DE', 'COUNTIF', days, '>4.5.2026')).toBe(1);
    expect(callIn('de-DE', 'COUNTIF', column(1.5, 2), '>1,7')).toBe(1);
    expect(callIn('de-DE', 'COUNTIF', column(1.5, 2), '>1.734')).toBe(1);
  });

  it('is exact for decimals', () => {
    expect(call('SUMIFS', decimals(2, 10, 20, 10), column('a', 'a', 'a'), 'a')).toBe(0.4);
  });
});
