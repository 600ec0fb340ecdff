import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../support/runs.ts';
import { call, callIn, column, serial } from './calls.ts';

describe('dates', () => {
  it('makes dates and takes them apart', () => {
    expect(call('DATE', 2026, 14, 1)).toBe(serial(2027, 2, 1));
    expect(call('DATE', 2026, 3, 0)).toBe(serial(2026, 2, 28));
    expect(call('DATE', 108, 1, 2)).toBe(serial(2008, 1, 2));
    expect(call('DATE', -1, 1, 1)).toBe('#NUM!');
    expect([call('YEAR', 60), call('MONTH', 60), call('DAY', 60)]).toEqual([1900, 2, 29]);
    expect([call('DAY', 0), call('MONTH', 0), call('DAY', 59), call('DAY', 61)]).toEqual([0, 1, 28, 1]);
    expect(call('YEAR', '2026-03-05')).toBe(2026);
    expect(call('DAY', '32.9')).toBe(1);
    expect(callIn('de-DE', 'MONTH', '5.3.2026')).toBe(3);
    expect(call('MONTH', -1)).toBe('#NUM!');
    expect(call('DATEVALUE', '22-MAY-2011')).toBe(40685);
    expect(call('DATEVALUE', '2011/02/23')).toBe(40597);
    expect(call('DATEVALUE', '5-JUL')).toBe(serial(2026, 7, 5));
    expect(call('DATEVALUE', 'soon')).toBe('#VALUE!');
    expect(call('TODAY')).toBe(serial(2026, 11, 26));
  });

  it('clamps months and knows units', () => {
    expect(call('EDATE', serial(2026, 1, 31), 1)).toBe(serial(2026, 2, 28));
    expect(call('EDATE', serial(2026, 3, 31), -1.9)).toBe(serial(2026, 2, 28));
    expect(call('EOMONTH', serial(2026, 1, 5), 1)).toBe(serial(2026, 2, 28));
    const [from, to] = [serial(2001, 6, 1), serial(2002, 8, 15)];
    expect(['Y', 'M', 'D', 'MD', 'YM', 'YD'].map((unit) => call('DATEDIF', from, to, unit))).toEqual([
      1, 14, 440, 14, 2, 75,
    ]);
    expect(call('DATEDIF', to, from, 'D')).toBe('#NUM!');
    expect(call('DATEDIF', from, to, 'X')).toBe('#NUM!');
    expect(call('WEEKDAY', serial(2026, 11, 26))).toBe(5);
    expect(call('WEEKDAY', serial(2026, 11, 26), 3)).toBe(3);
    expect(call('WEEKDAY', serial(2026, 11, 26), 4)).toBe('#NUM!');
    expect(call('ISOWEEKNUM', serial(2027, 1, 1))).toBe(53);
  });

  it('counts working days as a walk does', () => {
    const day = fc.integer({ min: 40_000, max: 40_100 });
    fc.assert(
      fc.property(day, day, fc.array(day, { maxLength: 5 }), (from, to, holidays) => {
        let count = 0;
        for (let at = Math.min(from, to); at <= Math.max(from, to); at++) {
          if ((at + 5) % 7 < 5 && !holidays.includes(at)) count++;
        }
        const expected = from > to ? -count : count;
        expect(call('NETWORKDAYS', from, to, column(...holidays, null))).toBe(expected === 0 ? 0 : expected);
      }),
      { numRuns: runs(100) },
    );
  });

  it('goes on by working days', () => {
    expect(call('WORKDAY', serial(2008, 10, 1), 151)).toBe(serial(2009, 4, 30));
    const holidays = column(serial(2008, 11, 26), serial(2008, 12, 4), serial(2009, 1, 21));
    expect(call('WORKDAY', serial(2008, 10, 1), 151, holidays)).toBe(serial(2009, 5, 5));
    expect(call('WORKDAY', serial(2026, 11, 30), -1)).toBe(serial(2026, 11, 27));
  });
});

describe('money', () => {
  it('gives the figures of the textbooks', () => {
    expect(call('PMT', 0.08 / 12, 10, 10_000)).toBeCloseTo(-1037.03, 2);
    expect(call('PMT', 0, 4, 100)).toBe(-25);
    expect(call('FV', 0.06 / 12, 10, -200, -500, 1)).toBeCloseTo(2581.4, 2);
    expect(call('PV', 0.08 / 12, 240, 500, 0, 0)).toBeCloseTo(-59777.15, 2);
    expect(call('RATE', 48, -200, 8000)).toBeCloseTo(0.0077, 4);
    expect(call('NPV', 0.1, -10_000, 3000, 4200, 6800)).toBeCloseTo(1188.44, 2);
    expect(call('NPV', -1, 5)).toBe('#DIV/0!');
    expect(call('IRR', [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000])).toBeCloseTo(0.0866, 4);
    expect(call('IRR', [-70_000, 12_000, 15_000], -0.4)).toBeCloseTo(-0.4435, 4);
    expect(call('IRR', [1, 2, 3])).toBe('#NUM!');
  });

  it('finds a rate at which the flows are worth nothing', () => {
    const flow = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(flow, fc.array(flow, { minLength: 1, maxLength: 20 }), (paid, received) => {
        const rate = call('IRR', [-paid, ...received]) as number;
        const worth = received.reduce((sum, value, index) => sum + value / (1 + rate) ** (index + 1), -paid);
        expect(Math.abs(worth) / paid).toBeLessThan(1e-6);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('questions', () => {
  it('answers about cells', () => {
    expect(call('ISBLANK', null)).toBe(true);
    expect(call('ISBLANK', '')).toBe(false);
    expect([call('ISERROR', '#REF!'), call('ISNA', '#REF!'), call('ISNA', '#N/A')]).toEqual([true, false, true]);
    expect([call('ISNUMBER', '5'), call('ISTEXT', '5'), call('NOT', 0)]).toEqual([false, true, true]);
    expect([call('N', true), call('N', 'x'), call('T', 5), call('T', 'x'), call('NA')]).toEqual([
      1,
      0,
      '',
      'x',
      '#N/A',
    ]);
  });

  it('has no product figure without a product', () => {
    expect(call('EST.PRICE', 'SKU')).toBe('#N/A');
  });
});
