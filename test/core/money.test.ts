import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exact, fraction, parseExact } from '../../src/core/exact.ts';
import {
  cutToMinor,
  fromMinor,
  minorDigits,
  minorToText,
  roundPrice,
  roundShare,
  roundToMinor,
  safeMinor,
} from '../../src/core/money.ts';
import { runs } from '../support/runs.ts';

function exact(text: string): Exact {
  const value = parseExact(text);
  if (!value) throw new Error(`INTERNAL: not a decimal: ${text}`);
  return value;
}

describe('minor units', () => {
  it.each([
    ['USD', 2],
    ['EUR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['CLP', 0],
    ['KWD', 3],
    ['toString', 2],
  ])('of %s have %i digits', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });
});

/** Value, digits, rounded half away from zero, cut toward zero. */
const HALF_CASES = [
  ['0.005', 2, 1, 0],
  ['-0.005', 2, -1, 0],
  ['1.005', 2, 101, 100],
  ['-1.005', 2, -101, -100],
  ['8.345', 2, 835, 834],
  ['-8.345', 2, -835, -834],
  ['2.5', 0, 3, 2],
  ['-2.5', 0, -3, -2],
  ['0.0049999999999999999', 2, 0, 0],
  ['69.216', 2, 6922, 6921],
  ['39.552', 2, 3955, 3955],
  ['4425.95', 0, 4426, 4425],
  ['1.0005', 3, 1001, 1000],
] as const;

describe('rounding to minor units', () => {
  it.each(HALF_CASES)('%s with %i digits is %i rounded', (text, digits, rounded) => {
    expect(roundToMinor(exact(text), digits)).toBe(rounded);
    expect(Object.is(roundToMinor(exact(text), digits), -0)).toBe(false);
  });

  it.each(HALF_CASES)('%s with %i digits, rounded to %i, is cut as it should', (text, digits, _, cut) => {
    expect(cutToMinor(exact(text), digits)).toBe(cut);
  });

  it('gives a price of whole minor units', () => {
    expect(roundPrice(exact('13.125'), 2)).toEqual(fraction(1313, 100));
    expect(fromMinor(-5, 0)).toEqual(fraction(-5));
  });

  it('gives shares of a price, never a negative zero', () => {
    expect(roundShare(exact('21.75'), 20, 30, 100)).toBe(1450);
    expect(roundShare(exact('-0.001'), 1, 1, 100)).toBe(0);
    expect(Object.is(roundShare(exact('-0.001'), 1, 1, 100), 0)).toBe(true);
  });

  it('equals decimal arithmetic for any price, seats and days, small or huge', () => {
    const decimals = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(
        decimals,
        fc.integer({ min: 1, max: 31_000 }),
        fc.integer({ min: 28, max: 366 }),
        fc.constantFrom(1, 100, 1000),
        ([n, digits], factor, days, scale) => {
          const value = fraction(n, 10n ** BigInt(digits));
          const Wide = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
          const wanted = new Wide(n.toString())
            .div(new Wide(10).pow(digits))
            .mul(factor)
            .mul(scale)
            .div(days)
            .toFixed(0);
          if (Math.abs(Number(wanted)) > Number.MAX_SAFE_INTEGER) {
            expect(() => roundShare(value, factor, days, scale)).toThrow('INTERNAL:');
          } else {
            expect(roundShare(value, factor, days, scale)).toBe(Number(wanted) + 0);
          }
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  it('throws instead of losing cents', () => {
    expect(safeMinor(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
    for (const bad of [2 ** 53, NaN, Infinity, 0.5]) expect(() => safeMinor(bad)).toThrow('INTERNAL:');
    expect(() => roundToMinor(exact('1e20'), 2)).toThrow('INTERNAL:');
  });
});

describe('amounts as text', () => {
  it.each([
    [-123450, 2, '-1234.50'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [0, 2, '0.00'],
    [1234, 0, '1234'],
    [7, 3, '0.007'],
  ])('%i with %i digits is %s', (amount, digits, text) => {
    expect(minorToText(amount, digits)).toBe(text);
  });
});
