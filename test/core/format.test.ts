import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import { fraction } from '../../src/core/exact.ts';
import { createFormat } from '../../src/core/format.ts';

const english = createFormat('en-GB');
const german = createFormat('de-DE');
const day = (text: string): number => parseDay(text) ?? NaN;

describe('amounts', () => {
  it('have the digits of their currency and the marks of the locale', () => {
    expect(english.amount(123_456_789, 'USD')).toBe('1,234,567.89');
    expect(german.amount(123_456_789, 'EUR')).toBe('1.234.567,89');
    expect(english.amount(1_234_567, 'JPY')).toBe('1,234,567');
    expect(english.amount(1_234_567, 'KWD')).toBe('1,234.567');
    expect(english.money(5, 'USD')).toBe('0.05 USD');
  });

  it('lose nothing beyond the precision of a float', () => {
    expect(english.amount(Number.MAX_SAFE_INTEGER, 'USD')).toBe('90,071,992,547,409.91');
    fc.assert(
      fc.property(fc.maxSafeInteger(), (minor) => {
        const digits = english.amount(minor, 'USD').replace(/\D/g, '');
        expect(BigInt(digits)).toBe(BigInt(Math.abs(minor)));
      }),
    );
  });

  it('have a real minus, and a sign on every difference but zero', () => {
    expect(english.amount(-1250, 'USD')).toBe('−12.50');
    expect(english.signed(1250, 'USD')).toBe('+12.50');
    expect(english.signed(-1250, 'USD')).toBe('−12.50');
    expect(english.signed(0, 'USD')).toBe('0.00');
    expect(english.amount(-0, 'USD')).toBe('0.00');
  });

  it('shorten to thousands without losing their sign', () => {
    expect(english.scaled(4_062_659, 'USD', 3, [1, 1])).toBe('40.6');
    expect(german.scaled(-4_062_659, 'EUR', 3, [1, 1])).toBe('−40,6');
    expect(english.scaled(40_626, 'JPY', 3, [1, 1])).toBe('40.6');
  });
});

describe('other figures', () => {
  it('keep the digits of unit prices', () => {
    expect(english.exact(fraction(2175, 100), [2, 10])).toBe('21.75');
    expect(english.exact(fraction(616, 30), [2, 10])).toBe('20.5333333333');
    expect(english.exact(fraction(-12, 10), [2, 10], 'always')).toBe('−1.20');
    expect(english.decimal('500000')).toBe('500,000');
    expect(german.decimal('17.5')).toBe('17,5');
  });

  it('write ratios as per cent', () => {
    expect(english.percent(fraction(4223, 10_000), 1, 'always')).toBe('+42.2%');
    expect(german.percent(fraction(1, 3), 0)).toBe('33\u00a0%');
    expect(english.count(1234)).toBe('1,234');
  });
});

describe('dates', () => {
  it('are UTC days wherever the machine stands', () => {
    expect(english.day(day('2026-12-31'))).toBe('31 Dec 2026');
    expect(english.days(day('2026-02-06'), day('2026-02-15'))).toMatch(/^6\s–\s15 Feb 2026$/);
    expect(german.month(2027 * 12 + 8)).toBe('September 2027');
    expect(english.monthName(2027 * 12)).toBe('Jan');
  });

  it('write a moment in the zone that is asked for', () => {
    const moment = Date.UTC(2026, 11, 30, 23, 30);
    expect(english.moment(moment, 'UTC')).toBe('30 Dec 2026, 23:30');
    expect(english.moment(moment, 'Europe/Berlin')).toBe('31 Dec 2026, 00:30');
    expect(english.moment(moment)).toBe('31 Dec 2026, 12:30');
  });
});
