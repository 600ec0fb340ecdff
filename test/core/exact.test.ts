import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ZERO,
  add,
  compare,
  divide,
  equals,
  fraction,
  isZero,
  larger,
  multiply,
  negate,
  parseExact,
  roundHalfAway,
  smaller,
  subtract,
  toDecimal,
  toFloat,
} from '../../src/core/exact.ts';
import { runs } from '../support/runs.ts';

const fractions = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 12n))
  .map(([n, d]) => fraction(n, d));

describe('exact numbers', () => {
  it.each([
    ['181.56', '181.56'],
    ['-2.5', '-2.5'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1.5E-3', '0.0015'],
    ['12e3', '12000'],
    ['0.000000000000000001', '0.000000000000000001'],
    ['9007199254740993', '9007199254740993'],
  ])('read %s', (text, shown) => {
    const value = parseExact(text);
    expect(value && toDecimal(value, 0, 18)).toBe(shown);
  });

  it.each(['', '.', '-', '1,5', '1 000', '0x10', 'NaN', 'Infinity', '1e', '٣'])('refuse %j', (text) => {
    expect(parseExact(text)).toBeUndefined();
  });

  it('stay exact where floats do not', () => {
    const tenth = fraction(1, 10);
    expect(equals(add(tenth, fraction(2, 10)), fraction(3, 10))).toBe(true);
    expect(equals(multiply(fraction(1, 3), fraction(3)), fraction(1))).toBe(true);
    expect(isZero(subtract(tenth, tenth))).toBe(true);
  });

  it('are in lowest terms with a positive denominator', () => {
    expect(fraction(6, -4)).toMatchObject({ n: -3n, d: 2n, num: -3, den: 2 });
    expect(fraction(0, 7)).toMatchObject({ n: 0n, d: 1n });
    expect(fraction(2n ** 60n).num).toBeNaN();
  });

  it('refuse to divide by zero', () => {
    expect(() => divide(fraction(1), ZERO)).toThrow('INTERNAL:');
    expect(() => fraction(1, 0)).toThrow('INTERNAL:');
  });

  it('keep the laws of arithmetic', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(equals(subtract(add(a, b), b), a)).toBe(true);
        expect(equals(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(isZero(b) || equals(multiply(divide(a, b), b), a)).toBe(true);
        expect(isZero(add(a, negate(a)))).toBe(true);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        expect(compare(smaller(a, b), larger(a, b))).toBeLessThanOrEqual(0);
      }),
      { numRuns: runs(300) },
    );
  });

  it('round half away from zero', () => {
    const cases = [
      [5n, 10n, 1n],
      [-5n, 10n, -1n],
      [4n, 10n, 0n],
      [25n, 10n, 3n],
      [-25n, 10n, -3n],
      [-4n, 10n, 0n],
    ] as const;
    for (const [n, d, rounded] of cases) expect(roundHalfAway(n, d)).toBe(rounded);
  });

  it.each([
    [fraction(1, 3), 2, 10, '0.3333333333'],
    [fraction(2, 3), 2, 10, '0.6666666667'],
    [fraction(-2, 3), 2, 4, '-0.6667'],
    [fraction(5), 2, 10, '5.00'],
    [fraction(5), 0, 0, '5'],
    [fraction(-1, 1000), 2, 2, '0.00'],
    [fraction(1005, 1000), 2, 2, '1.01'],
  ])('print with the digits asked for', (value, min, max, text) => {
    expect(toDecimal(value, min, max)).toBe(text);
  });

  it('are read back from what they print', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.integer({ min: 0, max: 12 }), (n, digits) => {
        const value = fraction(n, 10n ** BigInt(digits));
        const back = parseExact(toDecimal(value, 2, 12));
        expect(back && equals(back, value)).toBe(true);
      }),
    );
  });

  it('become the nearest float for charts', () => {
    expect(toFloat(fraction(1, 4))).toBe(0.25);
    expect(toFloat(fraction(2n ** 60n, 3n))).toBeCloseTo(2 ** 60 / 3, -3);
  });
});
