import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExact, toDecimal } from '../../../src/core/exact.ts';
import {
  addNumbers,
  floorNumber,
  roundDown,
  roundHalfAway,
  roundUp,
  sameNumber,
} from '../../../src/sheet/formula/round.ts';
import { runs } from '../../support/runs.ts';

test('a number is rounded as it is shown, not as it is held', () => {
  expect(roundHalfAway(1.005, 2)).toBe(1.01);
  expect(roundHalfAway(-1.005, 2)).toBe(-1.01);
  expect(roundHalfAway(2.675, 2)).toBe(2.68);
  expect(roundHalfAway(0.285, 2)).toBe(0.29);
  expect(roundHalfAway(1.45, 1)).toBe(1.5);
  expect(roundHalfAway(2.5, 0)).toBe(3);
  expect(roundHalfAway(1234.5, -2)).toBe(1200);
  expect(roundHalfAway(1250, -2)).toBe(1300);
  expect(roundHalfAway(5e-7, 6)).toBe(1e-6);
  expect(roundHalfAway(0, 2)).toBe(0);
  expect(roundHalfAway(1e300, 2)).toBe(1e300);
  expect(roundHalfAway(123.456, 400)).toBe(123.456);
  expect(roundUp(1.1 * 3, 1)).toBe(3.3);
  expect(roundUp(3.21, 1)).toBe(3.3);
  expect(roundUp(-3.21, 1)).toBe(-3.3);
  expect(roundDown(4.35 * 100, 0)).toBe(435);
  expect(roundDown(-3.29, 1)).toBe(-3.2);
  expect(floorNumber(4.35 * 100)).toBe(435);
  expect(floorNumber(-8.9)).toBe(-9);
  expect(floorNumber(-1e-20)).toBe(-1);
});

test('sums that cancel out are 0, and 0.1+0.2 is 0.3', () => {
  expect(addNumbers(0.1 + 0.2, -0.3)).toBe(0);
  expect(addNumbers(1, -0.999)).toBe(1 - 0.999);
  expect(addNumbers(0, 0)).toBe(0);
  expect(sameNumber(0.1 + 0.2, 0.3)).toBe(true);
  expect(sameNumber(1e-300, 0)).toBe(false);
});

test('every decimal of 14 digits rounds as its digits do', () => {
  const decimals = fc.record({
    units: fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }),
    scale: fc.nat(12),
    digits: fc.integer({ min: 0, max: 10 }),
  });
  fc.assert(
    fc.property(decimals, ({ units, scale, digits }) => {
      const text = `${units}e-${scale}`;
      const exact = parseExact(text);
      expect(exact).toBeDefined();
      if (exact) expect(roundHalfAway(Number(text), digits) + 0).toBe(Number(toDecimal(exact, 0, digits)) + 0);
    }),
    { numRuns: runs(2000) },
  );
});
