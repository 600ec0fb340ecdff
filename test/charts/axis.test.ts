import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barAxis, figureScale, niceAxis } from '../../src/charts/axis.ts';
import { CONTEXT } from './sample.ts';

const amount = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });

describe('axes', () => {
  it('stop at round figures', () => {
    expect(niceAxis(508, 808, 8)).toEqual({ low: 500, high: 850, ticks: [500, 550, 600, 650, 700, 750, 800, 850] });
    expect(barAxis(0, 82_147).ticks).toEqual([0, 25_000, 50_000, 75_000, 100_000]);
    expect(barAxis(-2100, 75_758)).toEqual({ low: -2100, high: 80_000, ticks: [0, 20_000, 40_000, 60_000, 80_000] });
    expect(barAxis(0, 0)).toEqual({ low: 0, high: 1, ticks: [0] });
  });

  it('cover the bars and zero with at most five ticks', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [lowest, highest] = [Math.min(a, b), Math.max(a, b)];
        const { low, high, ticks } = barAxis(lowest, highest);
        expect(low).toBeLessThanOrEqual(Math.min(0, lowest));
        expect(high).toBeGreaterThanOrEqual(Math.max(0, highest));
        expect(high).toBeGreaterThan(low);
        expect(ticks).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('the unit of a chart', () => {
  it('grows with its largest bar', () => {
    const unit = (peak: number): string => figureScale(peak, 'USD', CONTEXT).unit;
    expect(unit(999_999)).toBe('USD');
    expect(unit(1_000_000)).toBe('thousand USD');
    expect(unit(-8_214_747)).toBe('thousand USD');
    expect(unit(100_000_000)).toBe('million USD');
    expect(figureScale(10_000, 'JPY', CONTEXT).unit).toBe('thousand JPY');
  });

  it('keeps figures on bars short', () => {
    const label = (amount: number): string => figureScale(amount, 'USD', CONTEXT).label(amount);
    expect([12, 12_345, 999_999, 8_214_747, 56_515_819, 565_158_219].map(label)).toEqual([
      ...['0.12', '123', '10,000', '82.1', '565', '5.65'],
    ]);
    expect(figureScale(12, 'JPY', CONTEXT).label(12)).toBe('12');
  });

  it('leaves a digit of the smallest bar, unless the largest would be too wide', () => {
    const yen = (peak: number, least: number) => {
      const { unit, label } = figureScale(peak, 'JPY', CONTEXT, least);
      return [unit, label(peak), label(least)];
    };
    expect(yen(1_450_000, 3_000)).toEqual(['thousand JPY', '1,450', '3']);
    expect(yen(1_450_000, 30_000)).toEqual(['million JPY', '1.45', '0.03']);
    expect(yen(45_000, 12)).toEqual(['JPY', '45,000', '12']);
    expect(yen(450_000_000, 12)).toEqual(['million JPY', '450', '0']);
  });

  it('never rounds a tick', () => {
    const { tick } = figureScale(1_000_000, 'USD', CONTEXT);
    expect([0, 250_000, 500_000, 750_000].map(tick)).toEqual(['0', '2.5', '5', '7.5']);
  });
});
