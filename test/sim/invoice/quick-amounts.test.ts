import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, multiply, toFloat } from '../../../src/core/exact.ts';
import { cutToMinor } from '../../../src/core/money.ts';
import { nearestAmount } from '../../../src/sim/invoice/union/quick-amounts.ts';
import { runs } from '../../support/runs.ts';

const price = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom(1, 10, 100, 10_000, 1_000_000));
const rate = fc.constantFrom([1, 1], [9_203_547_193, 10_000_000_000], [11, 10], [158_737, 1000]);

test('what a line should cost is that of exact fractions to the last digit, whole cents included', () => {
  fc.assert(
    fc.property(
      ...([price, fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 366 })] as const),
      ...([
        fc.integer({ min: -5000, max: 5000 }),
        rate,
        fc.constantFrom(0, 2, 3),
        fc.integer({ min: -3, max: 3 }),
      ] as const),
      ([units, scale], days, cycleDays, seats, [top = 1, bottom = 1], digits, off) => {
        const of = { net: fraction(units, scale), rate: fraction(top, bottom), days, cycleDays, seats, digits };
        const perSeat = multiply(multiply(of.net, fraction(days, cycleDays)), of.rate);
        const product = cutToMinor(multiply(perSeat, fraction(seats)), digits);
        const unit = toFloat(multiply(fraction(cutToMinor(perSeat, digits)), fraction(seats)));
        const billed = product + off;
        const nearest = Math.abs(billed - unit) < Math.abs(billed - product) ? unit : product;
        expect(nearestAmount(billed, of)).toBe(nearest + 0);
      },
    ),
    { numRuns: runs(300) },
  );
});
