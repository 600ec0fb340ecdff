import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dayOfTimestamp,
  dayToText,
  daysInMonth,
  firstDayOfMonth,
  makeDay,
  monthOfDay,
  monthToText,
  parseDay,
  partsOfDay,
  termMonths,
} from '../../src/core/days.ts';
import { day } from '../support/simulation.ts';

const days = fc.integer({ min: -700_000, max: 2_932_896 });

describe('days', () => {
  it.each(['1970-01-01', '2024-02-29', '2026-11-22', '9999-12-31', '1753-01-02', '0001-03-01'])(
    'read and write %s',
    (text) => {
      expect(dayToText(day(text))).toBe(text);
    },
  );

  it('count from 1970', () => {
    expect(day('1970-01-01')).toBe(0);
    expect(day('2000-03-01')).toBe(11_017);
    expect(dayOfTimestamp(Date.UTC(2026, 10, 22, 23, 59, 59, 999))).toBe(day('2026-11-22'));
    expect(dayOfTimestamp(-1)).toBe(-1);
  });

  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '2026-11-22T00:00:00Z', ''])(
    'refuse %j',
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    },
  );

  it('agree with the platform’s calendar', () => {
    fc.assert(
      fc.property(days, (value) => {
        const date = new Date(value * 86_400_000);
        const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
        expect(partsOfDay(value)).toEqual(parts);
        expect(makeDay(parts.year, parts.month, parts.date)).toBe(value);
        expect(firstDayOfMonth(monthOfDay(value))).toBe(value - parts.date + 1);
      }),
    );
  });

  it('know leap years', () => {
    expect([1900, 2000, 2024, 2026, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28, 28]);
  });
});

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-12-30', 2, '2027-02-28'],
  ])('%s plus %i is %s', (from, months, to) => {
    expect(dayToText(addMonths(day(from), months))).toBe(to);
  });

  it('keep the anchor: cycles never drift to the 28th', () => {
    const anchor = day('2026-12-31');
    const starts = [0, 1, 2, 3, 4].map((k) => dayToText(addMonths(anchor, k)));
    expect(starts).toEqual(['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });

  it('are written with four digits of the year', () => {
    expect(monthToText(monthOfDay(day('2026-11-22')))).toBe('2026-11');
    expect(monthToText(monthOfDay(day('0999-01-01')))).toBe('0999-01');
  });

  it('of a term', () => {
    expect(['P1M', 'P1Y', 'P3Y', 'P2Y', ''].map(termMonths)).toEqual([1, 12, 36, undefined, undefined]);
  });
});
